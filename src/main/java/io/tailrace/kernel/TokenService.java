package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.tailrace.plan.Quantity;
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
    private final double[] revenue = new double[Tile.PATHS];
    final double[] lostFraction = new double[Tile.PATHS];
    final double[] ebit = new double[Tile.PATHS];

    TokenService(Tile tile, TokenTerms terms, MegawattCost cost, double scale, boolean itemised) {
        this.p = tile;
        this.terms = terms;
        this.cost = cost;
        this.scale = scale;
        this.itemised = itemised;
    }

    void quarter(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            serve(i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            earn(t, i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            spend(i);
        }
        if (itemised) {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                perMw(i);
            }
        }
    }

    private void serve(int i) {
        DoubleVector demand = p.at(Quantity.DEMAND, i);
        DoubleVector capacity = p.at(Quantity.CAPACITY_TOKENS, i).mul(scale);
        DoubleVector own = smaller(demand, capacity);
        DoubleVector spilled = smaller(demand.sub(own), p.of(SPILL_SHARE, i).mul(capacity));
        own.intoArray(ownTokens, i);
        spilled.intoArray(spilledTokens, i);
        VectorMask<Double> open = capacity.compare(GT, 0);
        if (itemised || !terms.feeProtected || terms.reuses) {
            DoubleVector used = own.div(capacity).mul(p.of(MAXIMUM_UTILISATION, i));
            all(0.0).blend(used, open).intoArray(utilisation, i);
        }
        if (itemised) {
            DoubleVector served = own.add(spilled);
            DoubleVector lost = all(0.0).blend(all(1.0).sub(served.div(demand)), open);
            lost.intoArray(lostFraction, i);
            p.set(Quantity.OWN_TOKENS, i, own);
            p.set(Quantity.SPILLED_TOKENS, i, spilled);
            p.set(Quantity.SERVED_TOKENS, i, served);
            p.set(Quantity.LOST_FRACTION, i, lost);
            p.set(Quantity.UTILISATION, i, load(utilisation, i));
        }
    }

    private void earn(int t, int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i).mul(scale);
        DoubleVector served = load(ownTokens, i).add(load(spilledTokens, i));
        DoubleVector sales = served.mul(p.at(Quantity.PRICE, i));
        DoubleVector fixedFee = p.of(FIXED_FEE, i).mul(mw);
        if (!terms.feeProtected) {
            DoubleVector used = smaller(all(1.0), load(utilisation, i).div(p.of(REFERENCE_UTILISATION, i)));
            fixedFee = fixedFee.mul(larger(p.of(FLOOR, i), used));
        }
        DoubleVector usageFee = load(terms.usageFeeRate, i).mul(served);
        DoubleVector share = p.of(REVENUE_SHARE, i);
        DoubleVector index = load(terms.tierIndex, i);
        DoubleVector excessShare = excess(sales, terms.tiersPerMw ? index.mul(mw) : index, i);
        if (terms.renegotiates) {
            VectorMask<Double> renegotiated = load(terms.renegotiated, i).compare(NE, 0);
            DoubleVector cut = all(1.0).blend(all(1.0).sub(p.of(RENEGOTIATION_CUT, i)), renegotiated);
            share = share.mul(cut);
            excessShare = cut.mul(excessShare);
        }
        DoubleVector revenueShare = share.mul(sales);
        DoubleVector sum = fixedFee.add(usageFee).add(revenueShare).add(excessShare);
        DoubleVector idleReuse = all(0.0);
        if (terms.reuses) {
            idleReuse = idleReuse(t, mw, i);
            sum = sum.add(idleReuse);
        }
        sum.intoArray(revenue, i);
        if (itemised) {
            p.set(Quantity.GROSS_SALES, i, sales);
            p.set(Quantity.FIXED_FEE, i, fixedFee);
            p.set(Quantity.USAGE_FEE, i, usageFee);
            p.set(Quantity.REVENUE_SHARE, i, revenueShare);
            p.set(Quantity.EXCESS_SHARE, i, excessShare);
            p.set(Quantity.IDLE_REUSE, i, idleReuse);
            p.set(Quantity.TAAS_REVENUE, i, sum);
        }
    }

    private DoubleVector idleReuse(int t, DoubleVector mw, int i) {
        DoubleVector used = load(utilisation, i).div(p.of(MAXIMUM_UTILISATION, i));
        DoubleVector idleMw = mw.mul(all(1.0).sub(used));
        DoubleVector before = load(idleMwBefore, i);
        idleMw.intoArray(idleMwBefore, i);
        if (t == 0) {
            return all(0.0);
        }
        DoubleVector reusable = smaller(before, idleMw).mul(all(1.0).sub(p.of(FLOOR, i)));
        DoubleVector price = p.of(REUSE_DISCOUNT, i).mul(p.at(Quantity.SPOT, i));
        return reusable.mul(p.of(REUSE_SHARE, i)).mul(price);
    }

    private DoubleVector excess(DoubleVector sales, DoubleVector index, int i) {
        DoubleVector sum = all(0.0);
        for (int k = 0; k < terms.brackets; k++) {
            DoubleVector low = index.mul(p.of(TIER_THRESHOLD, k, i));
            DoubleVector top = sales;
            if (k + 1 < terms.brackets) {
                top = smaller(sales, index.mul(p.of(TIER_THRESHOLD, k + 1, i)));
            }
            sum = sum.add(p.of(TIER_RATE, k, i).mul(larger(all(0.0), top.sub(low))));
        }
        return sum;
    }

    private void spend(int i) {
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

    private void perMw(int i) {
        if (!p.wants(Quantity.TAKE_PER_MW_YEAR, Quantity.GROSS_PER_MW_YEAR)) {
            return;
        }
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        VectorMask<Double> some = mw.compare(GT, 0);
        DoubleVector none = all(Double.NaN);
        p.set(Quantity.TAKE_PER_MW_YEAR, i, none.blend(load(revenue, i).mul(4).div(mw), some));
        p.set(Quantity.GROSS_PER_MW_YEAR, i, none.blend(p.at(Quantity.GROSS_SALES, i).mul(4).div(mw), some));
    }
}
