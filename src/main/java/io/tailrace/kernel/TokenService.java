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
import java.util.function.Function;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `TokenService`.
final class TokenService {
    private final Tile p;
    private final TokenTerms terms;
    private final MegawattCost cost;
    private final double scale;
    private final boolean usesUtilisation;
    private final int lastBrackets; // from here on they are summed where the rest is

    private final double[] idleMwBefore = new double[Tile.PATHS];
    private final double[] ownTokens;
    private final double[] spilledTokens;
    private final double[] utilisation;
    private final double[] sales;
    private final double[] fixedFee;
    private final double[] usageFee;
    private final double[] revenueShare;
    private final double[] excess;
    private final double[] idleReuse;
    private final double[] revenue;
    private final double[] capacityCost;
    private final double[] tokenCost;
    private final double[] grossProfit;
    final double[] ebit;

    /// The service on all MW, whose results are the tile's quantities.
    TokenService(Tile tile, TokenTerms terms, MegawattCost cost) {
        this(tile, terms, cost, 1, tile::column);
    }

    /// The service on a share of the MW. `columns` are where it keeps a quarter's results; nothing that lasts is there,
    /// so that services may share them.
    TokenService(Tile tile, TokenTerms terms, MegawattCost cost, double scale, Function<Quantity, double[]> columns) {
        this.p = tile;
        this.terms = terms;
        this.cost = cost;
        this.scale = scale;
        lastBrackets = Math.max(0, (terms.brackets - 1) / 2 * 2);
        usesUtilisation = scale == 1 || !terms.feeProtected || terms.reuses;
        ownTokens = columns.apply(Quantity.OWN_TOKENS);
        spilledTokens = columns.apply(Quantity.SPILLED_TOKENS);
        utilisation = columns.apply(Quantity.UTILISATION);
        sales = columns.apply(Quantity.GROSS_SALES);
        fixedFee = columns.apply(Quantity.FIXED_FEE);
        usageFee = columns.apply(Quantity.USAGE_FEE);
        revenueShare = columns.apply(Quantity.REVENUE_SHARE);
        excess = columns.apply(Quantity.EXCESS_SHARE);
        idleReuse = columns.apply(Quantity.IDLE_REUSE);
        revenue = columns.apply(Quantity.TAAS_REVENUE);
        capacityCost = columns.apply(Quantity.TAAS_CAPACITY_COST);
        tokenCost = columns.apply(Quantity.TOKEN_COST);
        grossProfit = columns.apply(Quantity.TAAS_GROSS_PROFIT);
        ebit = columns.apply(Quantity.TAAS_EBIT);
    }

    /// What gives EBIT.
    void addTo(List<Stage> stages) {
        stages.add(this::serve);
        stages.add(this::fees);
        if (terms.reuses) {
            stages.add(this::idle);
        }
        for (int bracket = 0; bracket < lastBrackets; bracket += 2) {
            int first = bracket;
            stages.add(_ -> excess(first));
        }
        stages.add(this::earn);
        stages.add(this::spend);
    }

    /// What is reported beside it, of the service on all MW.
    void addItemsTo(List<Stage> stages) {
        stages.add(this::items);
        if (p.wants(Quantity.TAKE_PER_MW_YEAR, Quantity.GROSS_PER_MW_YEAR)) {
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

    private void items(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            itemsAt(i);
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
        if (usesUtilisation) {
            DoubleVector used = own.div(capacity).mul(p.of(MAXIMUM_UTILISATION, i));
            ZERO.blend(used, capacity.compare(GT, ZERO)).intoArray(utilisation, i);
        }
    }

    private void feesAt(int i) {
        DoubleVector fee = p.of(FIXED_FEE, i).mul(p.at(Quantity.BUSINESS_MW, i).mul(scale));
        if (!terms.feeProtected) {
            DoubleVector used = smaller(ONE, load(utilisation, i).div(p.of(REFERENCE_UTILISATION, i)));
            fee = fee.mul(larger(p.of(FLOOR, i), used));
        }
        fee.intoArray(fixedFee, i);
        DoubleVector served = load(ownTokens, i).add(load(spilledTokens, i));
        load(terms.usageFeeRate, i).mul(served).intoArray(usageFee, i);
        DoubleVector rate = p.of(REVENUE_SHARE, i);
        rate = terms.renegotiates ? rate.mul(cut(i)) : rate;
        rate.mul(load(sales, i)).intoArray(revenueShare, i);
    }

    /// What a renegotiation leaves of the rates.
    private DoubleVector cut(int i) {
        VectorMask<Double> renegotiated = load(terms.renegotiated, i).compare(NE, ZERO);
        return ONE.blend(ONE.sub(p.of(RENEGOTIATION_CUT, i)), renegotiated);
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

    /// Two brackets at a time through memory: a sum kept in a register across an inner loop would go to the heap.
    private void excess(int first) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            excessUpTo(first, i).intoArray(excess, i);
        }
    }

    /// The sum over all brackets before `first`, and two more.
    private DoubleVector excessUpTo(int first, int i) {
        DoubleVector index = load(terms.tierIndex, i);
        index = terms.tiersPerMw ? index.mul(p.at(Quantity.BUSINESS_MW, i).mul(scale)) : index;
        DoubleVector sum = first == 0 ? ZERO : load(excess, i);
        sum = first < terms.brackets ? sum.add(bracket(first, index, i)) : sum;
        return first + 1 < terms.brackets ? sum.add(bracket(first + 1, index, i)) : sum;
    }

    private DoubleVector bracket(int k, DoubleVector index, int i) {
        DoubleVector sold = load(sales, i);
        DoubleVector low = index.mul(p.of(TIER_THRESHOLD, k, i));
        boolean open = k + 1 == terms.brackets;
        DoubleVector top = open ? sold : smaller(sold, index.mul(p.of(TIER_THRESHOLD, k + 1, i)));
        return p.of(TIER_RATE, k, i).mul(larger(ZERO, top.sub(low)));
    }

    private void earnAt(int i) {
        DoubleVector beyond = excessUpTo(lastBrackets, i);
        beyond = terms.renegotiates ? cut(i).mul(beyond) : beyond;
        beyond.intoArray(excess, i);
        DoubleVector fees = load(fixedFee, i).add(load(usageFee, i));
        fees.add(load(revenueShare, i)).add(beyond).add(load(idleReuse, i)).intoArray(revenue, i);
    }

    private void spendAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i).mul(scale);
        DoubleVector lateMw = p.at(Quantity.BUSINESS_LATE_MW, i).mul(scale);
        DoubleVector spilled = load(spilledTokens, i);
        DoubleVector served = load(ownTokens, i).add(spilled);
        DoubleVector income = load(revenue, i);
        DoubleVector capacity = cost.of(mw, load(terms.costPerMw, i), lateMw, i);
        DoubleVector tokens = p.of(TOKEN_COST, i).mul(served).add(load(terms.spillCost, i).mul(spilled));
        DoubleVector gross = income.sub(capacity).sub(tokens);
        capacity.intoArray(capacityCost, i);
        tokens.intoArray(tokenCost, i);
        gross.intoArray(grossProfit, i);
        gross.sub(p.of(TOKEN_OPERATING_EXPENSE, i).mul(income)).intoArray(ebit, i);
    }

    private void itemsAt(int i) {
        DoubleVector served = load(ownTokens, i).add(load(spilledTokens, i));
        DoubleVector lost = ONE.sub(served.div(p.at(Quantity.DEMAND, i)));
        VectorMask<Double> open = p.at(Quantity.CAPACITY_TOKENS, i).compare(GT, ZERO);
        p.set(Quantity.SERVED_TOKENS, i, served);
        p.set(Quantity.LOST_FRACTION, i, ZERO.blend(lost, open));
        p.set(Quantity.RENEGOTIATED, i, load(terms.renegotiated, i));
    }

    private void perMwAt(int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        VectorMask<Double> some = mw.compare(GT, ZERO);
        DoubleVector none = NONE;
        p.set(Quantity.TAKE_PER_MW_YEAR, i, none.blend(load(revenue, i).mul(4).div(mw), some));
        p.set(Quantity.GROSS_PER_MW_YEAR, i, none.blend(load(sales, i).mul(4).div(mw), some));
    }
}
