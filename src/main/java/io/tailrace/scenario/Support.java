package io.tailrace.scenario;

import io.tailrace.scenario.Distribution.Constant;
import io.tailrace.scenario.Distribution.Discrete;
import io.tailrace.scenario.Distribution.Empirical;
import io.tailrace.scenario.Distribution.Late;
import io.tailrace.scenario.Distribution.Mixture;
import io.tailrace.scenario.Distribution.Pool;
import io.tailrace.scenario.Distribution.Truncated;
import java.util.stream.IntStream;

/// Where a distribution can fall, and whether its ends have probability of their own.
record Support(double lowest, boolean lowestAttained, double highest, boolean highestAttained) {
    static Support of(Distribution distribution) {
        double lowest = distribution.lowest();
        double highest = distribution.highest();
        return new Support(lowest, attains(distribution, lowest), highest, attains(distribution, highest));
    }

    /// Whether this one value has positive probability.
    private static boolean attains(Distribution distribution, double value) {
        return switch (distribution) {
            case Constant constant -> constant.value() == value;
            case Discrete discrete -> mass(discrete, value, value);
            case Empirical empirical -> empirical.values().contains(value);
            case Truncated truncated -> attains(truncated.of(), value);
            case Mixture mixture -> IntStream.range(0, mixture.of().size())
                    .anyMatch(i -> mixture.weights().get(i) > 0 && attains(mixture.of().get(i), value));
            case Pool pool -> attains(pool.mixture(), value);
            case Late late -> lateAttains(late, value);
            default -> distribution.lowest() == distribution.highest() && distribution.lowest() == value;
        };
    }

    private static boolean lateAttains(Late late, double value) {
        return (value == 0 && late.probability() + late.cancelled() < 1)
                || (value == Double.POSITIVE_INFINITY && late.cancelled() > 0)
                || (late.probability() > 0 && attains(late.slip(), value));
    }

    /// Whether a distribution has positive probability in [from, to].
    static boolean hasMass(Distribution distribution, double from, double to) {
        return switch (distribution) {
            case Discrete discrete -> mass(discrete, from, to);
            case Empirical empirical -> empirical.values().stream().anyMatch(v -> v >= from && v <= to);
            case Mixture mixture -> IntStream.range(0, mixture.of().size())
                    .anyMatch(i -> mixture.weights().get(i) > 0 && hasMass(mixture.of().get(i), from, to));
            case Pool pool -> hasMass(pool.mixture(), from, to);
            case Late late -> (from <= 0 && to >= 0 && late.probability() + late.cancelled() < 1)
                    || (late.cancelled() > 0 && to == Double.POSITIVE_INFINITY)
                    || (late.probability() > 0 && hasMass(late.slip(), from, to));
            case Truncated truncated -> hasMass(
                    truncated.of(),
                    Math.max(from, truncated.min().orElse(Double.NEGATIVE_INFINITY)),
                    Math.min(to, truncated.max().orElse(Double.POSITIVE_INFINITY)));
            default -> overlaps(distribution, from, to);
        };
    }

    private static boolean mass(Discrete discrete, double from, double to) {
        return IntStream.range(0, discrete.values().size())
                .anyMatch(i -> discrete.probabilities().get(i) > 0
                        && discrete.values().get(i) >= from
                        && discrete.values().get(i) <= to);
    }

    private static boolean overlaps(Distribution distribution, double from, double to) {
        double lowest = Math.max(from, distribution.lowest());
        double highest = Math.min(to, distribution.highest());
        return distribution.lowest() == distribution.highest() ? lowest <= highest : lowest < highest;
    }

    /// As an interval, square brackets where the end is attained.
    @Override
    public String toString() {
        return (lowestAttained ? "[" : "(") + NumberText.of(lowest) + ", " + NumberText.of(highest)
                + (highestAttained ? "]" : ")");
    }
}
