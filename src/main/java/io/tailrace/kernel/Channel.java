package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exponentials;
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
    private final double[] shockedShare = new double[Tile.PATHS];
    private final double[] logitTrainium = new double[Tile.PATHS];
    private final double[] longRunLogitTrainium = new double[Tile.PATHS];
    private final double[] logEfficiency = new double[Tile.PATHS];
    private final double[] excessEfficiencyGrowth = new double[Tile.PATHS];

    Channel(Tile tile) {
        this.p = tile;
    }

    private static Stage logits(double[] shares, double[] to) {
        return _ -> {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector share = load(shares, i);
                log(share.div(ONE.sub(share))).intoArray(to, i);
            }
        };
    }

    /// Needs the fraction of demand lost in the quarter before, at full scale.
    void addTo(List<Stage> stages) {
        stages.add(this::logitShares);
        stages.add(this::logitTrainiumShares);
        stages.add(this::logEfficiencies);
        addLevelsTo(stages);
    }

    /// Shares and efficiency from their logits and logs.
    private void addLevelsTo(List<Stage> stages) {
        stages.add(this::shares);
        stages.add(this::trainiumShares);
        stages.add(exponentials(logEfficiency, p.column(Quantity.EFFICIENCY)));
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(logits(p.column(CHANNEL_LONG_RUN_SHARE), longRunLogitShare));
        stages.add(logits(p.column(TRAINIUM_LONG_RUN_SHARE), longRunLogitTrainium));
        stages.add(logits(p.column(CHANNEL_OPENING_SHARE), logitShare));
        stages.add(logits(p.column(TRAINIUM_OPENING_SHARE), logitTrainium));
        stages.add(this::open);
        addLevelsTo(stages);
        stages.add(this::shock);
        stages.add(logits(shockedShare, logitShare));
    }

    private void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            ZERO.intoArray(logEfficiency, i);
            p.of(EFFICIENCY_NEXT_GROWTH, i).sub(p.of(EFFICIENCY_LONG_RUN_GROWTH, i)).intoArray(excessEfficiencyGrowth,
                    i);
        }
    }

    /// The one-off change of the share comes after the opening quarter.
    private void shock(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.of(CHANNEL_OPENING_SHARE, i).add(p.of(CHANNEL_SHARE_SHOCK, i)).intoArray(shockedShare, i);
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

    private void logitShares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector share = load(logitShare, i);
            share.add(p.of(CHANNEL_REVERSION, i).mul(load(longRunLogitShare, i).sub(share)))
                    .sub(p.of(CHANNEL_LOSS_FEEDBACK, i).mul(p.at(Quantity.LOST_FRACTION, i)))
                    .add(p.of(CHANNEL_VOLATILITY, i).mul(p.factor(Factor.CHANNEL, i)))
                    .intoArray(logitShare, i);
        }
    }

    private void logitTrainiumShares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector trainium = load(logitTrainium, i);
            trainium.add(p.of(TRAINIUM_REVERSION, i).mul(load(longRunLogitTrainium, i).sub(trainium)))
                    .add(p.of(TRAINIUM_VOLATILITY, i).mul(p.factor(Factor.TRAINIUM, i)))
                    .intoArray(logitTrainium, i);
        }
    }

    private void logEfficiencies(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector excess = load(excessEfficiencyGrowth, i);
            load(logEfficiency, i)
                    .add(p.of(EFFICIENCY_LONG_RUN_GROWTH, i))
                    .add(excess)
                    .add(p.of(EFFICIENCY_VOLATILITY, i).mul(p.factor(Factor.EFFICIENCY, i)))
                    .intoArray(logEfficiency, i);
            excess.mul(p.of(EFFICIENCY_PERSISTENCE, i)).intoArray(excessEfficiencyGrowth, i);
        }
    }
}
