package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.log;
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
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `Demand`.
final class Demand {
    private final Plan plan;
    private final Tile p;
    private final boolean jumps;
    private final boolean runRate;

    private final double[] logJumpDown = new double[Tile.PATHS];
    private final double[] logJumpUp = new double[Tile.PATHS];
    private final double[] growth = new double[Tile.PATHS];
    private final double[] regime = new double[Tile.PATHS];
    private final double[] logTokens = new double[Tile.PATHS];
    private final double[] logPrice = new double[Tile.PATHS];
    private final double[] logPeakSpend = new double[Tile.PATHS];

    Demand(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
        jumps = !(tile.always(REGIME_JUMP_DOWN, 0) && tile.always(JUMP_UP_PROBABILITY, 0));
        runRate = tile.wants(Quantity.LAB_RUN_RATE);
    }

    void open() {
        Arrays.fill(regime, plan.openingRegime());
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            log(p.of(JUMP_DOWN_MEDIAN, i)).intoArray(logJumpDown, i);
            log(p.of(JUMP_UP_MEDIAN, i)).intoArray(logJumpUp, i);
            p.of(plan.growthFromOpening() ? OPENING_GROWTH : NEXT_GROWTH, i).intoArray(growth, i);
            DoubleVector tokens = log(p.of(OPENING_TOKENS, i));
            DoubleVector price = log(p.of(OPENING_PRICE, i));
            tokens.intoArray(logTokens, i);
            price.intoArray(logPrice, i);
            tokens.add(price).intoArray(logPeakSpend, i);
            p.set(Quantity.DRAWDOWN, i, all(0.0));
            p.set(Quantity.SURPRISE, i, all(0.0));
            p.set(Quantity.TOKENS, i, exp(tokens));
            p.set(Quantity.PRICE, i, exp(price));
        }
    }

    void quarter(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            nextRegime(i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            jump(i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            demand(t, i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            record(i);
        }
    }

    private void demand(int t, int i) {
        DoubleVector state = load(regime, i);
        DoubleVector volatility = p.of(VOLATILITY_MULTIPLIER, i).mul(ofRegime(REGIME_VOLATILITY, state, i));
        DoubleVector shock = volatility.mul(p.factor(Factor.DEMAND, i));
        DoubleVector surprise = ofRegime(REGIME_DRIFT, state, i).add(shock).add(p.at(Quantity.JUMP, i));
        DoubleVector pace = expectedGrowth(t, i).add(p.of(GROWTH_VOLATILITY, i).mul(p.factor(Factor.GROWTH, i)));

        DoubleVector priceDrift = ofRegime(REGIME_PRICE_DRIFT, state, i);
        priceDrift = priceDrift.add(t == 1 ? p.of(PRICE_SHOCK, i) : all(0.0));
        DoubleVector priceSurprise = priceDrift.add(p.of(PRICE_VOLATILITY, i).mul(p.factor(Factor.PRICE, i)));
        DoubleVector price = load(logPrice, i).sub(p.of(PRICE_DEFLATION, i)).add(priceSurprise);
        DoubleVector tokens = load(logTokens, i).add(pace).add(surprise);
        tokens = tokens.sub(p.of(PRICE_ELASTICITY, i).mul(priceSurprise)).add(lossOfDemand(t, i));

        DoubleVector spend = tokens.add(price);
        DoubleVector peak = larger(load(logPeakSpend, i), spend);
        pace.intoArray(growth, i);
        price.intoArray(logPrice, i);
        tokens.intoArray(logTokens, i);
        peak.intoArray(logPeakSpend, i);
        p.set(Quantity.GROWTH, i, pace);
        p.set(Quantity.SURPRISE, i, surprise);
        p.set(Quantity.DRAWDOWN, i, peak.sub(spend));
    }

    private void nextRegime(int i) {
        DoubleVector state = load(regime, i);
        DoubleVector uniform = load(p.regime, i);
        double[][] cumulative = plan.cumulativeTransition();
        DoubleVector next = all(0.0);
        for (int to = 0; to < cumulative.length - 1; to++) {
            DoubleVector bound = all(cumulative[0][to]);
            for (int from = 1; from < cumulative.length; from++) {
                bound = bound.blend(cumulative[from][to], state.compare(EQ, from));
            }
            next = next.blend(next.add(1), bound.compare(LE, uniform));
        }
        next.intoArray(regime, i);
        p.set(Quantity.REGIME, i, next);
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
        if (!jumps) {
            p.set(Quantity.JUMP, i, all(0.0));
            return;
        }
        DoubleVector uniform = load(p.jump, i);
        DoubleVector size = load(p.jumpSize, i);
        VectorMask<Double> down = uniform.compare(LT, ofRegime(REGIME_JUMP_DOWN, load(regime, i), i));
        if (plan.normalJumps()) {
            DoubleVector loss = p.of(JUMP_NORMAL_MEAN, i).add(p.of(JUMP_NORMAL_SD, i).mul(size));
            p.set(Quantity.JUMP, i, all(0.0).blend(loss, down));
            return;
        }
        VectorMask<Double> up =
                uniform.compare(GT, all(1.0).sub(p.of(JUMP_UP_PROBABILITY, i))).andNot(down);
        if (!down.or(up).anyTrue()) {
            p.set(Quantity.JUMP, i, all(0.0));
            return;
        }
        DoubleVector logDown = load(logJumpDown, i).add(p.of(JUMP_DOWN_SIGMA, i).mul(size));
        DoubleVector logUp = load(logJumpUp, i).add(p.of(JUMP_UP_SIGMA, i).mul(size));
        DoubleVector magnitude = exp(logUp.blend(logDown, down));
        p.set(Quantity.JUMP, i, all(0.0).blend(magnitude, up).blend(magnitude.neg(), down));
    }

    private DoubleVector lossOfDemand(int t, int i) {
        DoubleVector change = t == 1 ? log(all(1.0).sub(p.of(PERMANENT_LOSS, i))) : all(0.0);
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom()) {
            change = change.add(log(all(1.0).sub(p.of(TEMPORARY_LOSS, i))));
        }
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom() + plan.temporaryLossQuarters()) {
            change = change.sub(log(all(1.0).sub(p.of(TEMPORARY_LOSS, i))));
        }
        return change;
    }

    /// A parameter of the regime in force.
    DoubleVector ofRegime(Parameter parameter, DoubleVector state, int i) {
        DoubleVector value = p.of(parameter, 0, i);
        for (int r = 1; r < plan.regimes(); r++) {
            value = value.blend(p.of(parameter, r, i), state.compare(EQ, r));
        }
        return value;
    }

    DoubleVector regime(int i) {
        return load(regime, i);
    }

    private void record(int i) {
        DoubleVector tokens = exp(load(logTokens, i));
        DoubleVector price = exp(load(logPrice, i));
        p.set(Quantity.TOKENS, i, tokens);
        p.set(Quantity.PRICE, i, price);
        if (runRate) {
            p.set(Quantity.LAB_RUN_RATE, i, tokens.mul(price).mul(4).div(1000));
        }
    }
}
