package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.log;
import static io.tailrace.kernel.LaneMath.logistic;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Quantity;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/// Lane twin of the model's `Channel`.
final class Channel {
    private final Tile p;

    private final double[] logitShare = new double[Tile.PATHS];
    private final double[] longRunLogitShare = new double[Tile.PATHS];
    private final double[] logitTrainium = new double[Tile.PATHS];
    private final double[] longRunLogitTrainium = new double[Tile.PATHS];
    private final double[] logEfficiency = new double[Tile.PATHS];
    private final double[] excessEfficiencyGrowth = new double[Tile.PATHS];

    Channel(Tile tile) {
        this.p = tile;
    }

    private static DoubleVector logit(DoubleVector share) {
        return log(share.div(ONE.sub(share)));
    }

    /// Needs the fraction of demand lost in the quarter before, at full scale.
    void addTo(List<Stage> stages) {
        stages.add(this::logits);
        addLevelsTo(stages);
    }

    /// Shares and efficiency from their logits and logs.
    private void addLevelsTo(List<Stage> stages) {
        stages.add(this::shares);
        stages.add(this::trainiumShares);
        stages.add(this::efficiencies);
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(this::open);
        addLevelsTo(stages);
        stages.add(this::shock);
    }

    private void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            logit(p.of(CHANNEL_LONG_RUN_SHARE, i)).intoArray(longRunLogitShare, i);
            logit(p.of(TRAINIUM_LONG_RUN_SHARE, i)).intoArray(longRunLogitTrainium, i);
            logit(p.of(CHANNEL_OPENING_SHARE, i)).intoArray(logitShare, i);
            logit(p.of(TRAINIUM_OPENING_SHARE, i)).intoArray(logitTrainium, i);
            ZERO.intoArray(logEfficiency, i);
            p.of(EFFICIENCY_NEXT_GROWTH, i).sub(p.of(EFFICIENCY_LONG_RUN_GROWTH, i)).intoArray(excessEfficiencyGrowth,
                    i);
        }
    }

    /// The one-off change of the share comes after the opening quarter.
    private void shock(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            logit(p.of(CHANNEL_OPENING_SHARE, i).add(p.of(CHANNEL_SHARE_SHOCK, i))).intoArray(logitShare, i);
        }
    }

    private void logits(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            logitsAt(i);
        }
    }

    private void shares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector share = logistic(load(logitShare, i));
            p.set(Quantity.SHARE, i, share);
            p.set(Quantity.DEMAND, i, p.at(Quantity.TOKENS, i).mul(share));
        }
    }

    private void trainiumShares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.set(Quantity.TRAINIUM_SHARE, i, logistic(load(logitTrainium, i)));
        }
    }

    private void efficiencies(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.set(Quantity.EFFICIENCY, i, exp(load(logEfficiency, i)));
        }
    }

    private void logitsAt(int i) {
        DoubleVector share = load(logitShare, i);
        share.add(p.of(CHANNEL_REVERSION, i).mul(load(longRunLogitShare, i).sub(share)))
                .sub(p.of(CHANNEL_LOSS_FEEDBACK, i).mul(p.at(Quantity.LOST_FRACTION, i)))
                .add(p.of(CHANNEL_VOLATILITY, i).mul(p.factor(Factor.CHANNEL, i)))
                .intoArray(logitShare, i);
        DoubleVector trainium = load(logitTrainium, i);
        trainium.add(p.of(TRAINIUM_REVERSION, i).mul(load(longRunLogitTrainium, i).sub(trainium)))
                .add(p.of(TRAINIUM_VOLATILITY, i).mul(p.factor(Factor.TRAINIUM, i)))
                .intoArray(logitTrainium, i);
        DoubleVector excess = load(excessEfficiencyGrowth, i);
        load(logEfficiency, i)
                .add(p.of(EFFICIENCY_LONG_RUN_GROWTH, i))
                .add(excess)
                .add(p.of(EFFICIENCY_VOLATILITY, i).mul(p.factor(Factor.EFFICIENCY, i)))
                .intoArray(logEfficiency, i);
        excess.mul(p.of(EFFICIENCY_PERSISTENCE, i)).intoArray(excessEfficiencyGrowth, i);
    }
}
