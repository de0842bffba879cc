package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.larger;
import static io.tailrace.random.Elementary.log;
import static io.tailrace.random.Elementary.smaller;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// The IaaS table: the same MW under one take-or-pay master lease, the rest and what is re-let at spot.
final class Lease {
    private final Plan plan;
    private final Draws draws;
    private final Values p;
    private final Path path;
    private final MegawattCost cost;
    private final double indexPerQuarter;
    private final double expectedDrift;
    private final double logOpeningSpot;

    private double price;
    private double logSpot;
    private int defaultQuarter;

    Lease(Plan plan, Draws draws, Path path, MegawattCost cost) {
        this.plan = plan;
        this.draws = draws;
        this.p = draws.parameters;
        this.path = path;
        this.cost = cost;
        indexPerQuarter = exp(0.25 * log(1 + p.of(LEASE_INDEX_PER_YEAR)));
        expectedDrift = plan.referenceRegime() < 0 ? 0 : p.of(REGIME_DRIFT, plan.referenceRegime());
        logOpeningSpot = log(p.of(OPENING_SPOT));
    }

    void open() {
        price = p.of(LEASE_PRICE);
        logSpot = logOpeningSpot;
        defaultQuarter = 0;
        path.set(Quantity.DEFAULTS, 0, 0);
        earn(0, true, false);
    }

    /// Prices of the quarter; needs the demand surprise.
    void quote(int t) {
        price = price * indexPerQuarter;
        double trend = logOpeningSpot - p.of(SPOT_DEFLATION) * t;
        logSpot = logSpot
                + p.of(SPOT_REVERSION) * (trend - logSpot)
                + p.of(SPOT_DEMAND) * (path.at(Quantity.SURPRISE, t) - expectedDrift)
                + p.of(SPOT_VOLATILITY) * draws.factor(Factor.SPOT, t);
    }

    void quarter(int t, int regime) {
        boolean inTerm = t <= p.of(TERM_QUARTERS);
        double hazard = hazard(t, regime);
        // 1 - e^-h is below h, so that most quarters need no exponential.
        boolean drawn = draws.defaults[t] < hazard && draws.defaults[t] < 1 - exp(-hazard);
        boolean defaults = defaultQuarter == 0 && inTerm && (drawn || t == plan.forcedDefaultQuarter());
        defaultQuarter = defaults ? t : defaultQuarter;
        path.set(Quantity.DEFAULTS, t, defaults ? 1 : 0);
        boolean reletAfterDefault = defaultQuarter > 0 && t >= defaultQuarter + p.of(RELET_QUARTERS);
        earn(t, inTerm && defaultQuarter == 0, reletAfterDefault || !inTerm);
    }

    private double hazard(int t, int regime) {
        double drawdown = path.at(Quantity.DRAWDOWN, t);
        return smaller(1, p.of(REGIME_HAZARD, regime) * exp(p.of(HAZARD_DRAWDOWN) * drawdown));
    }

    private void earn(int t, boolean alive, boolean relet) {
        double mw = path.at(Quantity.BUSINESS_MW, t);
        double lateMw = path.at(Quantity.BUSINESS_LATE_MW, t);
        double committed = p.of(COMMITTED_SHARE);
        double spot = spot();
        double occupancy = p.of(OPENING_OCCUPANCY) * exp(-p.of(OCCUPANCY_DRAWDOWN) * path.at(Quantity.DRAWDOWN, t));
        double takeOrPay = alive ? mw * committed * price : 0;
        double sharedAtSpot = (relet ? committed : 0) + 1 - committed;
        double unearned = larger(0, 1 - t / p.of(TERM_QUARTERS));
        double kept = path.at(Quantity.DEFAULTS, t) * (p.of(PREPAID_QUARTERS) * unearned * committed * mw * price);
        double damages = alive ? p.of(LATE_DAMAGES) * committed * lateMw * price : 0;
        double revenue = takeOrPay + mw * (sharedAtSpot * (spot * occupancy)) + kept - damages;
        double capacityCost = cost.of(mw, p.of(LEASE_TRAINIUM_SHARE), lateMw);
        path.set(Quantity.LEASE_PRICE, t, price);
        path.set(Quantity.ALIVE, t, alive ? 1 : 0);
        path.set(Quantity.SPOT, t, spot);
        path.set(Quantity.OCCUPANCY, t, occupancy);
        path.set(Quantity.TAKE_OR_PAY, t, takeOrPay);
        path.set(Quantity.IAAS_REVENUE, t, revenue);
        path.set(Quantity.IAAS_CAPACITY_COST, t, capacityCost);
        path.set(Quantity.IAAS_EBIT, t, revenue - capacityCost - p.of(LEASE_OPERATING_EXPENSE) * revenue);
    }

    double spot() {
        return exp(logSpot);
    }

    boolean defaulted() {
        return defaultQuarter > 0;
    }
}
