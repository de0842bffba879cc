package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.exponentials;
import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.log;
import static io.tailrace.kernel.LaneMath.logarithms;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `Demand`.
final class Demand {
    private final Plan plan;
    private final Tile p;

    private final double[] nextRegime = new double[Tile.PATHS];
    private final double[] threshold = new double[Tile.PATHS];
    private final double[] drift = new double[Tile.PATHS];
    private final double[] volatility = new double[Tile.PATHS];
    private final double[] priceDrift = new double[Tile.PATHS];
    private final double[] jumpDown = new double[Tile.PATHS];
    private final double[] logJumpDown = new double[Tile.PATHS];
    private final double[] logJumpUp = new double[Tile.PATHS];
    private final double[] priceSurprise = new double[Tile.PATHS];
    private final double[] growth = new double[Tile.PATHS];
    private final double[] logTokens = new double[Tile.PATHS];
    private final double[] logPrice = new double[Tile.PATHS];
    private final double[] logPeakSpend = new double[Tile.PATHS];

    Demand(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
    }

    /// The stages of a quarter; a chain of one state never moves, and where nothing jumps no jump is looked for.
    void addTo(List<Stage> stages) {
        if (plan.regimes() > 1) {
            stages.add(this::regimes);
        }
        addOfRegime(stages, REGIME_DRIFT, drift);
        addOfRegime(stages, REGIME_VOLATILITY, volatility);
        addOfRegime(stages, REGIME_PRICE_DRIFT, priceDrift);
        addOfRegime(stages, REGIME_JUMP_DOWN, jumpDown);
        if (!(p.always(REGIME_JUMP_DOWN, 0) && p.always(JUMP_UP_PROBABILITY, 0))) {
            stages.add(this::jumps);
        }
        stages.add(this::priceShock);
        stages.add(this::surprises);
        stages.add(this::demand);
        stages.add(this::losses);
        stages.add(this::drawdowns);
        addLevelsTo(stages);
        if (p.wants(Quantity.LAB_RUN_RATE)) {
            stages.add(this::runRates);
        }
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(logarithms(p.column(JUMP_DOWN_MEDIAN), logJumpDown));
        stages.add(logarithms(p.column(JUMP_UP_MEDIAN), logJumpUp));
        stages.add(logarithms(p.column(OPENING_TOKENS), logTokens));
        stages.add(logarithms(p.column(OPENING_PRICE), logPrice));
        stages.add(this::open);
        addLevelsTo(stages);
    }

    private void addLevelsTo(List<Stage> stages) {
        stages.add(exponentials(logTokens, p.column(Quantity.TOKENS)));
        stages.add(exponentials(logPrice, p.column(Quantity.PRICE)));
    }

    private void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.of(plan.growthFromOpening() ? OPENING_GROWTH : NEXT_GROWTH, i).intoArray(growth, i);
            load(logTokens, i).add(load(logPrice, i)).intoArray(logPeakSpend, i);
            p.set(Quantity.DRAWDOWN, i, ZERO);
            p.set(Quantity.JUMP, i, ZERO);
            p.set(Quantity.SURPRISE, i, ZERO);
            p.set(Quantity.REGIME, i, all((double) plan.openingRegime()));
        }
    }

    /// How many of the cumulative probabilities of its row a path's uniform has reached: the number of its next state.
    private void regimes(int t) {
        Arrays.fill(nextRegime, 0);
        for (int state = 0; state < plan.regimes() - 1; state++) {
            thresholds(state);
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                VectorMask<Double> reached = load(threshold, i).compare(LE, load(p.regime, i));
                DoubleVector count = load(nextRegime, i);
                count.blend(count.add(ONE), reached).intoArray(nextRegime, i);
            }
        }
        System.arraycopy(nextRegime, 0, p.column(Quantity.REGIME), 0, Tile.PATHS);
    }

    /// The cumulative probability of the states up to `state`, from the state that each path is in.
    private void thresholds(int state) {
        Arrays.fill(threshold, plan.cumulativeTransition()[0][state]);
        for (int from = 1; from < plan.regimes(); from++) {
            DoubleVector probability = all(plan.cumulativeTransition()[from][state]);
            DoubleVector number = all((double) from);
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                VectorMask<Double> there = p.at(Quantity.REGIME, i).compare(EQ, number);
                load(threshold, i).blend(probability, there).intoArray(threshold, i);
            }
        }
    }

    /// A parameter of the regime in force on each path.
    void addOfRegime(List<Stage> stages, Parameter parameter, double[] to) {
        double[] first = p.column(parameter);
        if (plan.regimes() == 1 || p.isSame(parameter)) {
            stages.add(_ -> System.arraycopy(first, 0, to, 0, Tile.PATHS));
            return;
        }
        double[] second = p.column(parameter, 1);
        stages.add(_ -> choose(1, first, second, to));
        for (int r = 2; r < plan.regimes(); r++) {
            int state = r;
            double[] values = p.column(parameter, r);
            stages.add(_ -> choose(state, to, values, to));
        }
    }

    /// `ofState` where the regime is `state`, else what `others` says.
    private void choose(int state, double[] others, double[] ofState, double[] to) {
        DoubleVector number = all((double) state);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            VectorMask<Double> inForce = p.at(Quantity.REGIME, i).compare(EQ, number);
            load(others, i).blend(load(ofState, i), inForce).intoArray(to, i);
        }
    }

    private void jumps(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            jump(i);
        }
    }

    private void priceShock(int t) {
        if (t != 1) {
            return;
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            load(priceDrift, i).add(p.of(PRICE_SHOCK, i)).intoArray(priceDrift, i);
        }
    }

    private void surprises(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector ofPrice = load(priceDrift, i).add(p.of(PRICE_VOLATILITY, i).mul(p.factor(Factor.PRICE, i)));
            load(logPrice, i).sub(p.of(PRICE_DEFLATION, i)).add(ofPrice).intoArray(logPrice, i);
            ofPrice.intoArray(priceSurprise, i);
            DoubleVector volatilities = p.of(VOLATILITY_MULTIPLIER, i).mul(load(volatility, i));
            DoubleVector shock = volatilities.mul(p.factor(Factor.DEMAND, i));
            p.set(Quantity.SURPRISE, i, load(drift, i).add(shock).add(p.at(Quantity.JUMP, i)));
        }
    }

    private void demand(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector pace = expectedGrowth(t, i).add(p.of(GROWTH_VOLATILITY, i).mul(p.factor(Factor.GROWTH, i)));
            DoubleVector tokens = load(logTokens, i).add(pace).add(p.at(Quantity.SURPRISE, i));
            tokens.sub(p.of(PRICE_ELASTICITY, i).mul(load(priceSurprise, i))).intoArray(logTokens, i);
            pace.intoArray(growth, i);
            p.set(Quantity.GROWTH, i, pace);
        }
    }

    private DoubleVector expectedGrowth(int t, int i) {
        DoubleVector before = load(growth, i);
        if (t == 1 && !plan.growthFromOpening()) {
            return before;
        }
        DoubleVector longRun = p.of(LONG_RUN_GROWTH, i);
        return longRun.add(p.of(GROWTH_PERSISTENCE, i).mul(before.sub(longRun)));
    }

    private void jump(int i) {
        DoubleVector uniform = load(p.jump, i);
        DoubleVector size = load(p.jumpSize, i);
        VectorMask<Double> down = uniform.compare(LT, load(jumpDown, i));
        if (plan.normalJumps()) {
            DoubleVector loss = p.of(JUMP_NORMAL_MEAN, i).add(p.of(JUMP_NORMAL_SD, i).mul(size));
            p.set(Quantity.JUMP, i, ZERO.blend(loss, down));
            return;
        }
        VectorMask<Double> up =
                uniform.compare(GT, ONE.sub(p.of(JUMP_UP_PROBABILITY, i))).andNot(down);
        if (!down.or(up).anyTrue()) {
            p.set(Quantity.JUMP, i, ZERO);
            return;
        }
        DoubleVector logDown = load(logJumpDown, i).add(p.of(JUMP_DOWN_SIGMA, i).mul(size));
        DoubleVector logUp = load(logJumpUp, i).add(p.of(JUMP_UP_SIGMA, i).mul(size));
        DoubleVector magnitude = exp(logUp.blend(logDown, down));
        p.set(Quantity.JUMP, i, ZERO.blend(magnitude, up).blend(magnitude.neg(), down));
    }

    /// What a stress takes away from demand at t, or gives back; most quarters have nothing to add.
    private void losses(int t) {
        if (t == 1) {
            addLoss(PERMANENT_LOSS, 1);
        }
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom()) {
            addLoss(TEMPORARY_LOSS, 1);
        }
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom() + plan.temporaryLossQuarters()) {
            addLoss(TEMPORARY_LOSS, -1);
        }
    }

    private void addLoss(Parameter fraction, double sign) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector change = log(ONE.sub(p.of(fraction, i))).mul(sign);
            load(logTokens, i).add(change).intoArray(logTokens, i);
        }
    }

    private void drawdowns(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector spend = load(logTokens, i).add(load(logPrice, i));
            DoubleVector peak = larger(load(logPeakSpend, i), spend);
            peak.intoArray(logPeakSpend, i);
            p.set(Quantity.DRAWDOWN, i, peak.sub(spend));
        }
    }

    private void runRates(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector sales = p.at(Quantity.TOKENS, i).mul(p.at(Quantity.PRICE, i));
            p.set(Quantity.LAB_RUN_RATE, i, sales.mul(4).div(1000));
        }
    }
}
