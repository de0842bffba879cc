package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.NONE;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.tailrace.plan.Quantity;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `TokenService`.
final class TokenService {
    private final Tile p;
    private final TokenTerms terms;
    private final MegawattCost cost;
    private final double scale;
    /// Whether the parts of the result are kept, beside EBIT.
    private final boolean itemised;

    private final double[] idleMwBefore = new double[Tile.PATHS];
    private final double[] ownTokens = new double[Tile.PATHS];
    private final double[] spilledTokens = new double[Tile.PATHS];
    private final double[] utilisation = new double[Tile.PATHS];
    private final double[] sales = new double[Tile.PATHS];
    private final double[] excess = new double[Tile.PATHS];
    private final double[] fixedFee = new double[Tile.PATHS];
    private final double[] usageFee = new double[Tile.PATHS];
    private final double[] revenueShare = new double[Tile.PATHS];
    private final double[] idleReuse = new double[Tile.PATHS];
    private final double[] revenue = new double[Tile.PATHS];
    final double[] ebit = new double[Tile.PATHS];

    TokenService(Tile tile, TokenTerms terms, MegawattCost cost, double scale, boolean itemised) {
        this.p = tile;
        this.terms = terms;
        this.cost = cost;
        this.scale = scale;
        this.itemised = itemised;
    }

    void addTo(List<Stage> stages) {
        stages.add(this::serve);
        if (terms.brackets > 0) {
            stages.add(this::excess);
        }
        stages.add(this::fees);
        stages.add(terms.renegotiates ? this::sharesAfterCut : this::shares);
        if (terms.reuses) {
            stages.add(this::idle);
        }
        stages.add(this::earn);
        stages.add(this::spend);
        if (itemised && p.wants(Quantity.TAKE_PER_MW_YEAR, Quantity.GROSS_PER_MW_YEAR)) {
            stages.add(this::perMw);
        }
    }

    private void serve(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            serveAt(i);
        }
    }

    private void fees(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            feesAt(i);
        }
    }

    private void shares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            sharesAt(i);
        }
    }

    private void sharesAfterCut(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            sharesAfterCutAt(i);
        }
    }

    /// Nothing was idle before the opening quarter.
    private void idle(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            idleAt(i);
        }
        if (t == 0) {
            Arrays.fill(idleReuse, 0);
        }
    }

    private void earn(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            earnAt(i);
        }
    }

    private void spend(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            spendAt(i);
        }
    }

    private void perMw(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            perMwAt(i);
        }
    }

    private void serveAt(int i) {
        DoubleVector demand = p.at(Quantity.DEMAND, i);
        DoubleVector capacity = p.at(Quantity.CAPACITY_TOKENS, i).mul(scale);
        DoubleVector own = smaller(demand, capacity);
        DoubleVector spilled = smaller(demand.sub(own), p.of(SPILL_SHARE, i).mul(capacity));
        own.intoArray(ownTokens, i);
        spilled.intoArray(spilledTokens, i);
        own.add(spilled).mul(p.at(Quantity.PRICE, i)).intoArray(sales, i);
        VectorMask<Double> open = capacity.compare(GT, ZERO);
        if (itemised || !terms.feeProtected || terms.reuses) {
            DoubleVector used = own.div(capacity).mul(p.of(MAXIMUM_UTILISATION, i));
            ZERO.blend(used, open).intoArray(utilisation, i);
        }
        if (itemised) {
            DoubleVector served = own.add(spilled);
            DoubleVector lost = ZERO.blend(ONE.sub(served.div(demand)), open);
            p.set(Quantity.OWN_TOKENS, i, own);
            p.set(Quantity.SPILLED_TOKENS, i, spilled);
            p.set(Quantity.SERVED_TOKENS, i, served);
            p.set(Quantity.LOST_FRACTION, i, lost);
            p.set(Quantity.UTILISATION, i, load(utilisation, i));
        }
    }

    private void feesAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i).mul(scale);
        DoubleVector served = load(ownTokens, i).add(load(spilledTokens, i));
        DoubleVector fee = p.of(FIXED_FEE, i).mul(mw);
        if (!terms.feeProtected) {
            DoubleVector used = smaller(ONE, load(utilisation, i).div(p.of(REFERENCE_UTILISATION, i)));
            fee = fee.mul(larger(p.of(FLOOR, i), used));
        }
        fee.intoArray(fixedFee, i);
        load(terms.usageFeeRate, i).mul(served).intoArray(usageFee, i);
    }

    private void sharesAt(int i) {
        p.of(REVENUE_SHARE, i).mul(load(sales, i)).intoArray(revenueShare, i);
    }

    private void sharesAfterCutAt(int i) {
        VectorMask<Double> renegotiated = load(terms.renegotiated, i).compare(NE, ZERO);
        DoubleVector cut = ONE.blend(ONE.sub(p.of(RENEGOTIATION_CUT, i)), renegotiated);
        p.of(REVENUE_SHARE, i).mul(cut).mul(load(sales, i)).intoArray(revenueShare, i);
        cut.mul(load(excess, i)).intoArray(excess, i);
    }

    private void idleAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i).mul(scale);
        DoubleVector used = load(utilisation, i).div(p.of(MAXIMUM_UTILISATION, i));
        DoubleVector idleMw = mw.mul(ONE.sub(used));
        DoubleVector reusable = smaller(load(idleMwBefore, i), idleMw).mul(ONE.sub(p.of(FLOOR, i)));
        DoubleVector price = p.of(REUSE_DISCOUNT, i).mul(p.at(Quantity.SPOT, i));
        reusable.mul(p.of(REUSE_SHARE, i)).mul(price).intoArray(idleReuse, i);
        idleMw.intoArray(idleMwBefore, i);
    }

    private void earnAt(int i) {
        DoubleVector fees = load(fixedFee, i).add(load(usageFee, i));
        DoubleVector sum = fees.add(load(revenueShare, i)).add(load(excess, i)).add(load(idleReuse, i));
        sum.intoArray(revenue, i);
        if (itemised) {
            p.set(Quantity.GROSS_SALES, i, load(sales, i));
            p.set(Quantity.FIXED_FEE, i, load(fixedFee, i));
            p.set(Quantity.USAGE_FEE, i, load(usageFee, i));
            p.set(Quantity.REVENUE_SHARE, i, load(revenueShare, i));
            p.set(Quantity.EXCESS_SHARE, i, load(excess, i));
            p.set(Quantity.IDLE_REUSE, i, load(idleReuse, i));
            p.set(Quantity.TAAS_REVENUE, i, sum);
        }
    }

    /// Bracket by bracket through memory: a sum kept in a register across an inner loop would go to the heap.
    private void excess(int t) {
        Arrays.fill(excess, 0);
        for (int k = 0; k < terms.brackets; k++) {
            boolean open = k + 1 == terms.brackets;
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector sold = load(sales, i);
                DoubleVector index = load(terms.tierIndex, i);
                index = terms.tiersPerMw ? index.mul(p.at(Quantity.BUSINESS_MW, i).mul(scale)) : index;
                DoubleVector low = index.mul(p.of(TIER_THRESHOLD, k, i));
                DoubleVector top = open ? sold : smaller(sold, index.mul(p.of(TIER_THRESHOLD, k + 1, i)));
                DoubleVector inside = p.of(TIER_RATE, k, i).mul(larger(ZERO, top.sub(low)));
                load(excess, i).add(inside).intoArray(excess, i);
            }
        }
    }

    private void spendAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i).mul(scale);
        DoubleVector lateMw = p.at(Quantity.BUSINESS_LATE_MW, i).mul(scale);
        DoubleVector spilled = load(spilledTokens, i);
        DoubleVector served = load(ownTokens, i).add(spilled);
        DoubleVector income = load(revenue, i);
        DoubleVector capacityCost = cost.of(mw, load(terms.costPerMw, i), lateMw, i);
        DoubleVector tokenCost = p.of(TOKEN_COST, i).mul(served).add(load(terms.spillCost, i).mul(spilled));
        DoubleVector grossProfit = income.sub(capacityCost).sub(tokenCost);
        DoubleVector result = grossProfit.sub(p.of(TOKEN_OPERATING_EXPENSE, i).mul(income));
        result.intoArray(ebit, i);
        if (itemised) {
            p.set(Quantity.TAAS_CAPACITY_COST, i, capacityCost);
            p.set(Quantity.TOKEN_COST, i, tokenCost);
            p.set(Quantity.TAAS_GROSS_PROFIT, i, grossProfit);
            p.set(Quantity.TAAS_EBIT, i, result);
            p.set(Quantity.RENEGOTIATED, i, load(terms.renegotiated, i));
        }
    }

    private void perMwAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        VectorMask<Double> some = mw.compare(GT, ZERO);
        DoubleVector none = NONE;
        p.set(Quantity.TAKE_PER_MW_YEAR, i, none.blend(load(revenue, i).mul(4).div(mw), some));
        p.set(Quantity.GROSS_PER_MW_YEAR, i, none.blend(p.at(Quantity.GROSS_SALES, i).mul(4).div(mw), some));
    }
}
