package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.exponentials;
import static io.tailrace.kernel.LaneMath.growths;
import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.logarithms;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Elementary;
import java.util.Arrays;
import java.util.List;
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
    private final double[] baseHazard = new double[Tile.PATHS];
    private final double[] hazard = new double[Tile.PATHS];
    /// 1 where the tenant's default is drawn
    private final double[] drawn = new double[Tile.PATHS];
    private final double[] kept = new double[Tile.PATHS];
    private final double[] damages = new double[Tile.PATHS];
    /// 1 where the committed MW are let at spot again
    private final double[] relet = new double[Tile.PATHS];
    /// 0 until the tenant defaults
    final double[] defaultQuarter = new double[Tile.PATHS];

    Lease(Plan plan, Tile tile, Demand demand, MegawattCost cost) {
        this.plan = plan;
        this.p = tile;
        this.demand = demand;
        this.cost = cost;
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(growths(p.column(LEASE_INDEX_PER_YEAR), 0.25, indexPerQuarter));
        stages.add(logarithms(p.column(OPENING_SPOT), logOpeningSpot));
        stages.add(this::open);
        stages.add(exponentials(logSpot, p.column(Quantity.SPOT)));
        addResultsTo(stages);
    }

    private void open(int t) {
        Arrays.fill(defaultQuarter, 0);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            load(logOpeningSpot, i).intoArray(logSpot, i);
            cost.perMw(p.of(LEASE_TRAINIUM_SHARE, i), i).intoArray(costPerMw, i);
            p.of(LEASE_PRICE, i).intoArray(price, i);
            p.set(Quantity.DEFAULTS, i, ZERO);
            p.set(Quantity.ALIVE, i, ONE);
            ZERO.intoArray(relet, i);
        }
    }

    void addTo(List<Stage> stages) {
        stages.add(this::quote);
        stages.add(exponentials(logSpot, p.column(Quantity.SPOT)));
        demand.addOfRegime(stages, REGIME_HAZARD, baseHazard);
        stages.add(this::hazard);
        stages.add(this::draws);
        stages.add(this::defaults);
        addResultsTo(stages);
    }

    /// Revenue and EBIT, which the opening quarter has as well.
    private void addResultsTo(List<Stage> stages) {
        stages.add(this::occupancy);
        stages.add(this::fixed);
        stages.add(this::earn);
    }

    private void quote(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            quoteAt(t, i);
        }
    }

    private void hazard(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            hazardAt(i);
        }
    }

    private void defaults(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            defaultsAt(t, i);
        }
    }

    private void occupancy(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            occupancyAt(i);
        }
    }

    private void fixed(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            fixedAt(t, i);
        }
    }

    private void earn(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            earnAt(i);
        }
    }

    private void quoteAt(int t, int i) {
        load(price, i).mul(load(indexPerQuarter, i)).intoArray(price, i);
        DoubleVector before = load(logSpot, i);
        DoubleVector trend = load(logOpeningSpot, i).sub(p.of(SPOT_DEFLATION, i).mul(t));
        DoubleVector expectedDrift =
                plan.referenceRegime() < 0 ? ZERO : p.of(REGIME_DRIFT, plan.referenceRegime(), i);
        DoubleVector beyond = p.at(Quantity.SURPRISE, i).sub(expectedDrift);
        DoubleVector spot = before.add(p.of(SPOT_REVERSION, i).mul(trend.sub(before)))
                .add(p.of(SPOT_DEMAND, i).mul(beyond))
                .add(p.of(SPOT_VOLATILITY, i).mul(p.factor(Factor.SPOT, i)));
        spot.intoArray(logSpot, i);
    }

    private void hazardAt(int i) {
        DoubleVector rise = exp(p.of(HAZARD_DRAWDOWN, i).mul(p.at(Quantity.DRAWDOWN, i)));
        smaller(ONE, load(baseHazard, i).mul(rise)).intoArray(hazard, i);
    }

    private void defaultsAt(int t, int i) {
        VectorMask<Double> inTerm = all((double) t).compare(LE, p.of(TERM_QUARTERS, i));
        DoubleVector before = load(defaultQuarter, i);
        VectorMask<Double> defaults =
                load(drawn, i).compare(NE, ZERO).and(inTerm).and(before.compare(EQ, ZERO));
        DoubleVector quarter = before.blend(all((double) t), defaults);
        quarter.intoArray(defaultQuarter, i);
        p.set(Quantity.DEFAULTS, i, ZERO.blend(ONE, defaults));
        VectorMask<Double> standing = quarter.compare(EQ, ZERO);
        VectorMask<Double> afterDefault =
                all((double) t).compare(GE, quarter.add(p.of(RELET_QUARTERS, i))).andNot(standing);
        p.set(Quantity.ALIVE, i, ZERO.blend(ONE, inTerm.and(standing)));
        ZERO.blend(ONE, afterDefault.or(inTerm.not())).intoArray(relet, i);
    }

    /// 1 - e^-h is below h, so that few paths need the exponential, and those one by one.
    private void draws(int t) {
        if (t == plan.forcedDefaultQuarter()) {
            Arrays.fill(drawn, 1);
            return;
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            ZERO.intoArray(drawn, i);
            long below = load(p.defaults, i).compare(LT, load(hazard, i)).toLong();
            while (below != 0) {
                int path = i + Long.numberOfTrailingZeros(below);
                drawn[path] = p.defaults[path] < 1 - Elementary.exp(-hazard[path]) ? 1 : 0;
                below &= below - 1;
            }
        }
    }

    private void occupancyAt(int i) {
        DoubleVector fall = p.of(OCCUPANCY_DRAWDOWN, i).neg().mul(p.at(Quantity.DRAWDOWN, i));
        p.set(Quantity.OCCUPANCY, i, p.of(OPENING_OCCUPANCY, i).mul(exp(fall)));
    }

    private void fixedAt(int t, int i) {
        VectorMask<Double> alive = p.at(Quantity.ALIVE, i).compare(NE, ZERO);
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        DoubleVector committed = p.of(COMMITTED_SHARE, i);
        DoubleVector rent = load(price, i);
        DoubleVector unearned = larger(ZERO, ONE.sub(all((double) t).div(p.of(TERM_QUARTERS, i))));
        DoubleVector prepaid = p.of(PREPAID_QUARTERS, i).mul(unearned).mul(committed).mul(mw).mul(rent);
        DoubleVector late = p.of(LATE_DAMAGES, i).mul(committed).mul(p.at(Quantity.BUSINESS_LATE_MW, i)).mul(rent);
        p.set(Quantity.LEASE_PRICE, i, rent);
        p.set(Quantity.TAKE_OR_PAY, i, ZERO.blend(mw.mul(committed).mul(rent), alive));
        p.at(Quantity.DEFAULTS, i).mul(prepaid).intoArray(kept, i);
        ZERO.blend(late, alive).intoArray(damages, i);
    }

    private void earnAt(int i) {
        VectorMask<Double> atSpotAgain = load(relet, i).compare(NE, ZERO);
        DoubleVector mw = p.at(Quantity.BUSINESS_MW, i);
        DoubleVector committed = p.of(COMMITTED_SHARE, i);
        DoubleVector sharedAtSpot = ZERO.blend(committed, atSpotAgain).add(ONE).sub(committed);
        DoubleVector atSpot = mw.mul(sharedAtSpot.mul(p.at(Quantity.SPOT, i).mul(p.at(Quantity.OCCUPANCY, i))));
        DoubleVector revenue = p.at(Quantity.TAKE_OR_PAY, i).add(atSpot).add(load(kept, i)).sub(load(damages, i));
        DoubleVector capacityCost = cost.of(mw, load(costPerMw, i), p.at(Quantity.BUSINESS_LATE_MW, i), i);
        p.set(Quantity.IAAS_REVENUE, i, revenue);
        p.set(Quantity.IAAS_CAPACITY_COST, i, capacityCost);
        p.set(Quantity.IAAS_EBIT, i, revenue.sub(capacityCost).sub(p.of(LEASE_OPERATING_EXPENSE, i).mul(revenue)));
    }
}
