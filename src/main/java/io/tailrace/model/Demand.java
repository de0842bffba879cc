package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.larger;
import static io.tailrace.random.Elementary.log;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// Rows A1 to A4 and B of the specification: growth, regimes, jumps, tokens demanded and their price.
final class Demand {
    private final Plan plan;
    private final Draws draws;
    private final Values p;
    private final Path path;

    private final double logJumpDown;
    private final double logJumpUp;

    private double growth;
    private int regime;
    private double surprise;
    private double logTokens;
    private double logPrice;
    private double logPeakSpend;
    private double drawdown;

    Demand(Plan plan, Draws draws, Path path) {
        this.plan = plan;
        this.draws = draws;
        this.p = draws.parameters;
        this.path = path;
        logJumpDown = log(p.of(JUMP_DOWN_MEDIAN));
        logJumpUp = log(p.of(JUMP_UP_MEDIAN));
    }

    void open() {
        regime = plan.openingRegime();
        growth = plan.growthFromOpening() ? p.of(OPENING_GROWTH) : p.of(NEXT_GROWTH);
        logTokens = log(p.of(OPENING_TOKENS));
        logPrice = log(p.of(OPENING_PRICE));
        logPeakSpend = logTokens + logPrice;
        drawdown = 0;
        surprise = 0;
        record(0, 0);
    }

    void quarter(int t) {
        regime = nextRegime(draws.regime[t]);
        double jump = jump(t);
        double shock = p.of(VOLATILITY_MULTIPLIER) * p.of(REGIME_VOLATILITY, regime) * draws.factor(Factor.DEMAND, t);
        surprise = p.of(REGIME_DRIFT, regime) + shock + jump;
        growth = expectedGrowth(t) + p.of(GROWTH_VOLATILITY) * draws.factor(Factor.GROWTH, t);

        double priceDrift = p.of(REGIME_PRICE_DRIFT, regime) + (t == 1 ? p.of(PRICE_SHOCK) : 0);
        double priceSurprise = priceDrift + p.of(PRICE_VOLATILITY) * draws.factor(Factor.PRICE, t);
        logPrice = logPrice - p.of(PRICE_DEFLATION) + priceSurprise;
        logTokens = logTokens + growth + surprise - p.of(PRICE_ELASTICITY) * priceSurprise + lossOfDemand(t);

        double logSpend = logTokens + logPrice;
        logPeakSpend = larger(logPeakSpend, logSpend);
        drawdown = logPeakSpend - logSpend;
        record(t, jump);
    }

    /// The smallest state whose cumulative transition probability exceeds the uniform.
    private int nextRegime(double uniform) {
        double[] cumulative = plan.cumulativeTransition()[regime];
        int next = 0;
        for (int state = 0; state < cumulative.length - 1; state++) {
            next += cumulative[state] <= uniform ? 1 : 0;
        }
        return next;
    }

    private double expectedGrowth(int t) {
        if (t == 1 && !plan.growthFromOpening()) {
            return growth;
        }
        return p.of(LONG_RUN_GROWTH) + p.of(GROWTH_PERSISTENCE) * (growth - p.of(LONG_RUN_GROWTH));
    }

    private double jump(int t) {
        double uniform = draws.jump[t];
        double size = draws.jumpSize[t];
        boolean down = uniform < p.of(REGIME_JUMP_DOWN, regime);
        if (plan.normalJumps()) {
            return down ? p.of(JUMP_NORMAL_MEAN) + p.of(JUMP_NORMAL_SD) * size : 0;
        }
        if (down) {
            return -exp(logJumpDown + p.of(JUMP_DOWN_SIGMA) * size);
        }
        boolean up = uniform > 1 - p.of(JUMP_UP_PROBABILITY);
        return up ? exp(logJumpUp + p.of(JUMP_UP_SIGMA) * size) : 0;
    }

    /// What a stress takes away from demand at t, or gives back; no part of the surprise.
    private double lossOfDemand(int t) {
        double change = t == 1 ? log(1 - p.of(PERMANENT_LOSS)) : 0;
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom()) {
            change += log(1 - p.of(TEMPORARY_LOSS));
        }
        if (plan.temporaryLossQuarters() > 0 && t == plan.temporaryLossFrom() + plan.temporaryLossQuarters()) {
            change -= log(1 - p.of(TEMPORARY_LOSS));
        }
        return change;
    }

    private void record(int t, double jump) {
        double tokens = exp(logTokens);
        double price = exp(logPrice);
        path.set(Quantity.REGIME, t, regime);
        path.set(Quantity.GROWTH, t, growth);
        path.set(Quantity.JUMP, t, jump);
        path.set(Quantity.SURPRISE, t, surprise);
        path.set(Quantity.TOKENS, t, tokens);
        path.set(Quantity.PRICE, t, price);
        path.set(Quantity.LAB_RUN_RATE, t, tokens * price * 4 / 1000);
        path.set(Quantity.DRAWDOWN, t, drawdown);
    }

    int regime() {
        return regime;
    }
}
