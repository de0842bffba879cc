package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.larger;
import static io.tailrace.random.Elementary.log;
import static io.tailrace.random.Elementary.smaller;

import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// Row G and the TaaS table: tokens served, and what the distributor earns, on a share of the MW.
///
/// A share below 1 scales MW, capacity and late MW; demand and total thresholds stay.
final class TokenService {
    private final Draws draws;
    private final Values p;
    private final MegawattCost cost;
    private final double scale;
    private final double tierIndexPerQuarter;
    private final double usageFeeDecay;
    private final boolean tiersPerMw;
    private final int brackets;

    private double idleMwBefore;
    private double tierIndex;
    private double usageFeeRate;
    private boolean renegotiated;

    private double ownTokens;
    private double spilledTokens;
    private double lostFraction;
    private double utilisation;
    private double fixedFee;
    private double usageFee;
    private double revenueShare;
    private double excessShare;
    private double idleReuse;
    private double revenue;
    private double capacityCost;
    private double tokenCost;
    private double grossProfit;
    private double ebit;

    /// @param scale share of the MW that sells tokens
    TokenService(Draws draws, MegawattCost cost, double scale, int brackets, boolean tiersPerMw) {
        this.draws = draws;
        this.p = draws.parameters;
        this.cost = cost;
        this.scale = scale;
        this.brackets = brackets;
        this.tiersPerMw = tiersPerMw;
        tierIndexPerQuarter = exp(0.25 * log(1 + p.of(TIER_INDEX_PER_YEAR)));
        usageFeeDecay = exp(-p.of(USAGE_FEE_DEFLATION));
    }

    void quarter(int t, Path path, double spot) {
        if (t == 0) {
            tierIndex = p.of(TIER_MULTIPLIER);
            usageFeeRate = p.of(USAGE_FEE);
            renegotiated = false;
        } else {
            tierIndex = tierIndex * tierIndexPerQuarter;
            usageFeeRate = usageFeeRate * usageFeeDecay;
            renegotiated = renegotiated || draws.renegotiation[t] < p.of(RENEGOTIATION_PROBABILITY);
        }
        double mw = scale * path.at(Quantity.BUSINESS_MW, t);
        serve(path.at(Quantity.DEMAND, t), scale * path.at(Quantity.CAPACITY_TOKENS, t));
        earn(t, mw, path.at(Quantity.PRICE, t), spot);
        spend(t, mw, path);
    }

    private void serve(double demand, double capacity) {
        ownTokens = smaller(demand, capacity);
        spilledTokens = smaller(demand - ownTokens, p.of(SPILL_SHARE) * capacity);
        boolean open = capacity > 0;
        lostFraction = open ? 1 - (ownTokens + spilledTokens) / demand : 0;
        utilisation = open ? ownTokens / capacity * p.of(MAXIMUM_UTILISATION) : 0;
    }

    private void earn(int t, double mw, double price, double spot) {
        double sales = (ownTokens + spilledTokens) * price;
        double cut = renegotiated ? 1 - p.of(RENEGOTIATION_CUT) : 1;
        double used = smaller(1, utilisation / p.of(REFERENCE_UTILISATION));
        fixedFee = p.of(FIXED_FEE) * mw * larger(p.of(FLOOR), used);
        usageFee = usageFeeRate * (ownTokens + spilledTokens);
        revenueShare = p.of(REVENUE_SHARE) * cut * sales;
        excessShare = cut * excess(sales, tiersPerMw ? tierIndex * mw : tierIndex);
        double idleMw = mw * (1 - utilisation / p.of(MAXIMUM_UTILISATION));
        double reusedMw = t == 0 ? 0 : smaller(idleMwBefore, idleMw) * (1 - p.of(FLOOR)) * p.of(REUSE_SHARE);
        idleReuse = reusedMw * (p.of(REUSE_DISCOUNT) * spot);
        idleMwBefore = idleMw;
        revenue = fixedFee + usageFee + revenueShare + excessShare + idleReuse;
    }

    /// Each bracket's rate on the part of sales inside it; the last bracket is open.
    private double excess(double sales, double index) {
        double sum = 0;
        for (int k = 0; k < brackets; k++) {
            double low = index * p.of(TIER_THRESHOLD, k);
            double top = k + 1 < brackets ? smaller(sales, index * p.of(TIER_THRESHOLD, k + 1)) : sales;
            sum += p.of(TIER_RATE, k) * larger(0, top - low);
        }
        return sum;
    }

    private void spend(int t, double mw, Path path) {
        double lateMw = scale * path.at(Quantity.BUSINESS_LATE_MW, t);
        double spillCost = p.of(SPILL_COST) / path.at(Quantity.EFFICIENCY, t);
        capacityCost = cost.of(mw, path.at(Quantity.TRAINIUM_MW_SHARE, t), lateMw);
        tokenCost = p.of(TOKEN_COST) * (ownTokens + spilledTokens) + spillCost * spilledTokens;
        grossProfit = revenue - capacityCost - tokenCost;
        ebit = grossProfit - p.of(TOKEN_OPERATING_EXPENSE) * revenue;
    }

    double ebit() {
        return ebit;
    }

    double lostFraction() {
        return lostFraction;
    }

    boolean renegotiated() {
        return renegotiated;
    }

    void record(int t, Path path) {
        double mw = path.at(Quantity.BUSINESS_MW, t);
        double sales = (ownTokens + spilledTokens) * path.at(Quantity.PRICE, t);
        path.set(Quantity.OWN_TOKENS, t, ownTokens);
        path.set(Quantity.SPILLED_TOKENS, t, spilledTokens);
        path.set(Quantity.SERVED_TOKENS, t, ownTokens + spilledTokens);
        path.set(Quantity.LOST_FRACTION, t, lostFraction);
        path.set(Quantity.UTILISATION, t, utilisation);
        path.set(Quantity.GROSS_SALES, t, sales);
        path.set(Quantity.FIXED_FEE, t, fixedFee);
        path.set(Quantity.USAGE_FEE, t, usageFee);
        path.set(Quantity.REVENUE_SHARE, t, revenueShare);
        path.set(Quantity.EXCESS_SHARE, t, excessShare);
        path.set(Quantity.IDLE_REUSE, t, idleReuse);
        path.set(Quantity.TAAS_REVENUE, t, revenue);
        path.set(Quantity.TAAS_CAPACITY_COST, t, capacityCost);
        path.set(Quantity.TOKEN_COST, t, tokenCost);
        path.set(Quantity.TAAS_GROSS_PROFIT, t, grossProfit);
        path.set(Quantity.TAAS_EBIT, t, ebit);
        path.set(Quantity.TAKE_PER_MW_YEAR, t, mw > 0 ? 4 * revenue / mw : Double.NaN);
        path.set(Quantity.GROSS_PER_MW_YEAR, t, mw > 0 ? 4 * sales / mw : Double.NaN);
        path.set(Quantity.RENEGOTIATED, t, renegotiated ? 1 : 0);
    }
}
