package io.tailrace.scenario;

import java.util.List;
import java.util.Optional;

/// What an amount is counted in.
public enum Scale {
    /// Of shares and probabilities; of a target, relative to the measure's own value.
    PERCENT("%", 0.01),
    MILLION_DOLLARS("$M", 1),
    BILLION_DOLLARS("$B", 1000),
    /// Of a percentage.
    POINTS("points", 0.01),
    /// The metric's.
    OWN_UNIT("", 1);

    private final String suffix;
    private final double factor;

    Scale(String suffix, double factor) {
        this.suffix = suffix;
        this.factor = factor;
    }

    static Optional<Scale> of(String suffix) {
        return List.of(values()).stream().filter(scale -> scale.suffix.equals(suffix)).findFirst();
    }

    /// What stands after the number, empty for the metric's own unit.
    String suffix() {
        return suffix;
    }

    double factor() {
        return factor;
    }

    /// A number as it is written in this scale: `0.5 $B`.
    String text(double number) {
        return NumberText.of(number) + (suffix.isEmpty() ? "" : " " + suffix);
    }
}
