package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.log;
import static io.tailrace.random.Elementary.logistic;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// Rows C, D and E: the channel's share of tokens, the own chip's share of these, and tokens per MW.
final class Channel {
    private final Draws draws;
    private final Values p;
    private final Path path;

    private double logitShare;
    private final double longRunLogitShare;
    private double logitTrainium;
    private final double longRunLogitTrainium;
    private double logEfficiency;
    private double excessEfficiencyGrowth;

    Channel(Draws draws, Path path) {
        this.draws = draws;
        this.p = draws.parameters;
        this.path = path;
        longRunLogitShare = logit(p.of(CHANNEL_LONG_RUN_SHARE));
        longRunLogitTrainium = logit(p.of(TRAINIUM_LONG_RUN_SHARE));
    }

    static double logit(double share) {
        return log(share / (1 - share));
    }

    void open() {
        logitShare = logit(p.of(CHANNEL_OPENING_SHARE));
        logitTrainium = logit(p.of(TRAINIUM_OPENING_SHARE));
        logEfficiency = 0;
        excessEfficiencyGrowth = p.of(EFFICIENCY_NEXT_GROWTH) - p.of(EFFICIENCY_LONG_RUN_GROWTH);
        record(0);
        logitShare = logit(p.of(CHANNEL_OPENING_SHARE) + p.of(CHANNEL_SHARE_SHOCK));
    }

    /// @param lostFraction fraction of demand lost in the quarter before, at full scale
    void quarter(int t, double lostFraction) {
        logitShare = logitShare
                + p.of(CHANNEL_REVERSION) * (longRunLogitShare - logitShare)
                - p.of(CHANNEL_LOSS_FEEDBACK) * lostFraction
                + p.of(CHANNEL_VOLATILITY) * draws.factor(Factor.CHANNEL, t);
        logitTrainium = logitTrainium
                + p.of(TRAINIUM_REVERSION) * (longRunLogitTrainium - logitTrainium)
                + p.of(TRAINIUM_VOLATILITY) * draws.factor(Factor.TRAINIUM, t);
        logEfficiency = logEfficiency
                + p.of(EFFICIENCY_LONG_RUN_GROWTH)
                + excessEfficiencyGrowth
                + p.of(EFFICIENCY_VOLATILITY) * draws.factor(Factor.EFFICIENCY, t);
        excessEfficiencyGrowth = excessEfficiencyGrowth * p.of(EFFICIENCY_PERSISTENCE);
        record(t);
    }

    private void record(int t) {
        double share = logistic(logitShare);
        path.set(Quantity.SHARE, t, share);
        path.set(Quantity.DEMAND, t, path.at(Quantity.TOKENS, t) * share);
        path.set(Quantity.TRAINIUM_SHARE, t, logistic(logitTrainium));
        path.set(Quantity.EFFICIENCY, t, io.tailrace.random.Elementary.exp(logEfficiency));
    }
}
