package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.log;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `Lease`.
final class Lease {
    private final Plan plan;
    private final Tile p;
    private final Demand demand;
    private final MegawattCost cost;
    private final double[] indexPerQuarter = new double[Tile.PATHS];
    private final double[] logOpeningSpot = new double[Tile.PATHS];
    private final double[] costPerMw = new double[Tile.PATHS];
    private final double[] price = new double[Tile.PATHS];
    private final double[] logSpot = new double[Tile.PATHS];
    private final double[] hazard = new double[Tile.PATHS];
    /// 0 until the tenant defaults
    final double[] defaultQuarter = new double[Tile.PATHS];

    Lease(Plan plan, Tile tile, Demand demand, MegawattCost cost) {
        this.plan = plan;
        this.p = tile;
        this.demand = demand;
        this.cost = cost;
    }

    void open() {
        Arrays.fill(defaultQuarter, 0);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            exp(log(all(1.0).add(p.of(LEASE_INDEX_PER_YEAR, i))).mul(0.25)).intoArray(indexPerQuarter, i);
            DoubleVector spot = log(p.of(OPENING_SPOT, i));
            spot.intoArray(logOpeningSpot, i);
            spot.intoArray(logSpot, i);
            cost.perMw(p.of(LEASE_TRAINIUM_SHARE, i), i).intoArray(costPerMw, i);
            p.of(LEASE_PRICE, i).intoArray(price, i);
            p.set(Quantity.SPOT, i, exp(spot));
            p.set(Quantity.DEFAULTS, i, all(0.0));
            VectorMask<Double> never = all(0.0).compare(GT, 1);
            earn(0, never.not(), never, i);
        }
    }

    void quarter(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            quote(t, i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            hazard(i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            quarter(t, i);
        }
    }

    private void quote(int t, int i) {
        load(price, i).mul(load(indexPerQuarter, i)).intoArray(price, i);
        DoubleVector before = load(logSpot, i);
        DoubleVector trend = load(logOpeningSpot, i).sub(p.of(SPOT_DEFLATION, i).mul(t));
        DoubleVector expectedDrift =
                plan.referenceRegime() < 0 ? all(0.0) : p.of(REGIME_DRIFT, plan.referenceRegime(), i);
        DoubleVector beyond = p.at(Quantity.SURPRISE, i).sub(expectedDrift);
        DoubleVector spot = before.add(p.of(SPOT_REVERSION, i).mul(trend.sub(before)))
                .add(p.of(SPOT_DEMAND, i).mul(beyond))
                .add(p.of(SPOT_VOLATILITY, i).mul(p.factor(Factor.SPOT, i)));
        spot.intoArray(logSpot, i);
        p.set(Quantity.SPOT, i, exp(spot));
    }

    private void hazard(int i) {
        DoubleVector rise = exp(p.of(HAZARD_DRAWDOWN, i).mul(p.at(Quantity.DRAWDOWN, i)));
        DoubleVector base = demand.ofRegime(REGIME_HAZARD, demand.regime(i), i);
        smaller(all(1.0), base.mul(rise)).intoArray(hazard, i);
    }

    private void quarter(int t, int i) {
        VectorMask<Double> inTerm = all((double) t).compare(LE, p.of(TERM_QUARTERS, i));
        DoubleVector before = load(defaultQuarter, i);
        VectorMask<Double> defaults =
                drawn(t, i).and(inTerm).and(before.compare(EQ, 0));
        DoubleVector quarter = before.blend(t, defaults);
        quarter.intoArray(defaultQuarter, i);
        p.set(Quantity.DEFAULTS, i, all(0.0).blend(1, defaults));
        VectorMask<Double> standing = quarter.compare(EQ, 0);
        VectorMask<Double> relet =
                all((double) t).compare(GE, quarter.add(p.of(RELET_QUARTERS, i))).andNot(standing);
        earn(t, inTerm.and(standing), relet.or(inTerm.not()), i);
    }

    /// 1 - e^-h is below h, so that most quarters need no exponential.
    private VectorMask<Double> drawn(int t, int i) {
        DoubleVector uniform = load(p.defaults, i);
        DoubleVector h = load(hazard, i);
        if (t == plan.forcedDefaultQuarter()) {
            return all(0.0).compare(EQ, 0);
        }
        VectorMask<Double> possible = uniform.compare(LT, h);
        return possible.anyTrue()
                ? possible.and(uniform.compare(LT, all(1.0).sub(exp(h.neg()))))
                : possible;
    }

    private void earn(int t, VectorMask<Double> alive, VectorMask<Double> relet, int i) {
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        DoubleVector lateMw = p.at(Quantity.BUSINESS_LATE_MW, i);
        DoubleVector committed = p.of(COMMITTED_SHARE, i);
        DoubleVector rent = load(price, i);
        DoubleVector none = all(0.0);
        DoubleVector fall = p.of(OCCUPANCY_DRAWDOWN, i).neg().mul(p.at(Quantity.DRAWDOWN, i));
        DoubleVector occupancy = p.of(OPENING_OCCUPANCY, i).mul(exp(fall));
        DoubleVector takeOrPay = none.blend(mw.mul(committed).mul(rent), alive);
        DoubleVector sharedAtSpot = none.blend(committed, relet).add(1).sub(committed);
        DoubleVector unearned = larger(none, all(1.0).sub(all((double) t).div(p.of(TERM_QUARTERS, i))));
        DoubleVector prepaid = p.of(PREPAID_QUARTERS, i).mul(unearned).mul(committed).mul(mw).mul(rent);
        DoubleVector kept = p.at(Quantity.DEFAULTS, i).mul(prepaid);
        DoubleVector late = p.of(LATE_DAMAGES, i).mul(committed).mul(lateMw).mul(rent);
        DoubleVector atSpot = mw.mul(sharedAtSpot.mul(p.at(Quantity.SPOT, i).mul(occupancy)));
        DoubleVector revenue = takeOrPay.add(atSpot).add(kept).sub(none.blend(late, alive));
        DoubleVector capacityCost = cost.of(mw, load(costPerMw, i), lateMw, i);
        p.set(Quantity.LEASE_PRICE, i, rent);
        p.set(Quantity.ALIVE, i, none.blend(1, alive));
        p.set(Quantity.OCCUPANCY, i, occupancy);
        p.set(Quantity.TAKE_OR_PAY, i, takeOrPay);
        p.set(Quantity.IAAS_REVENUE, i, revenue);
        p.set(Quantity.IAAS_CAPACITY_COST, i, capacityCost);
        p.set(Quantity.IAAS_EBIT, i, revenue.sub(capacityCost).sub(p.of(LEASE_OPERATING_EXPENSE, i).mul(revenue)));
    }
}
