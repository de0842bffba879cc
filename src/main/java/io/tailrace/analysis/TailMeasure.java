package io.tailrace.analysis;

import java.util.Arrays;

/// What of an outcome is asked for: itself, or how it stands in its worst 5 %.
public enum TailMeasure {
    /// The outcome: its variance is shared out.
    VALUE {
        @Override
        double of(double outcome, double p5) { return outcome; }
    },
    /// 1 where the outcome is at or below its P5: who decides whether a path is among the worst.
    AMONG_WORST {
        @Override
        double of(double outcome, double p5) { return outcome <= p5 ? 1 : 0; }
    },
    /// How far the outcome lies below its P5, over 5 %: the part of the path in CVaR95, who decides how bad the worst are.
    SHORTFALL {
        @Override
        double of(double outcome, double p5) { return Math.min(0, outcome - p5) / Outcomes.TAIL; }
    };

    abstract double of(double outcome, double p5);

    double[] of(double[] outcomes, double p5) {
        return Arrays.stream(outcomes).map(outcome -> of(outcome, p5)).toArray();
    }
}
