package io.tailrace.scenario;

import io.tailrace.scenario.Distribution.Beta;
import io.tailrace.scenario.Distribution.Discrete;
import io.tailrace.scenario.Distribution.Empirical;
import io.tailrace.scenario.Distribution.Late;
import io.tailrace.scenario.Distribution.Mixture;
import io.tailrace.scenario.Distribution.Percentiles;
import io.tailrace.scenario.Distribution.Pert;
import io.tailrace.scenario.Distribution.Triangular;
import io.tailrace.scenario.Distribution.Truncated;
import io.tailrace.scenario.Distribution.Uniform;
import java.util.List;
import java.util.Optional;

/// What the parameters of a distribution must satisfy together; what each must satisfy alone stands in its [Field].
final class DistributionRules {
    private static final double SUM_TOLERANCE = 1e-9;
    /// Source: Keelin, The Metalog Distributions, Decision Analysis 13 (2016), feasibility of the three-term metalog.
    private static final double METALOG_LIMIT = 0.16678;

    private DistributionRules() {}

    /// The rule that is broken, if one is.
    static Optional<String> broken(Distribution distribution) {
        return switch (distribution) {
            case Uniform(double min, double max) -> unless(min < max, "min must lie below max");
            case Triangular(double min, double mode, double max) -> threePoints(min, mode, max);
            case Pert(double min, double mode, double max) -> threePoints(min, mode, max);
            case Beta beta -> unless(beta.min() < beta.max(), "min must lie below max");
            case Percentiles percentiles -> percentiles(percentiles);
            case Discrete discrete -> discrete(discrete);
            case Empirical empirical -> unless(!empirical.values().isEmpty(), "must have at least one value");
            case Truncated truncated -> truncated(truncated);
            case Mixture mixture -> mixture(mixture);
            case Late late ->
                unless(late.probability() + late.cancelled() <= 1, "probability + cancelled must not exceed 1");
            default -> Optional.empty();
        };
    }

    private static Optional<String> threePoints(double min, double mode, double max) {
        return unless(min <= mode && mode <= max && min < max, "must have min ≤ mode ≤ max and min < max");
    }

    private static Optional<String> percentiles(Percentiles stated) {
        double p10 = stated.p10();
        double p50 = stated.p50();
        double p90 = stated.p90();
        if (!(p10 < p50 && p50 < p90)) {
            return Optional.of("must have p10 < p50 < p90");
        }
        double skew = (p50 - p10) / (p90 - p10);
        return unless(
                skew >= METALOG_LIMIT && skew <= 1 - METALOG_LIMIT,
                "is too skewed: (p50 - p10) / (p90 - p10) is " + NumberText.of(skew)
                        + " but must lie in [0.16678, 0.83322]");
    }

    private static Optional<String> discrete(Discrete stated) {
        return lists(stated.values(), stated.probabilities(), "values", "probabilities").or(() -> {
            double sum = sum(stated.probabilities());
            return unless(
                    Math.abs(sum - 1) <= SUM_TOLERANCE,
                    "probabilities sum to " + NumberText.of(sum) + " but must sum to 1");
        });
    }

    private static Optional<String> mixture(Mixture stated) {
        return lists(stated.of(), stated.weights(), "of", "weights")
                .or(() -> unless(sum(stated.weights()) > 0, "at least one weight must be positive"));
    }

    private static Optional<String> lists(List<?> left, List<?> right, String leftName, String rightName) {
        if (left.isEmpty()) {
            return Optional.of(leftName + " must have at least one entry");
        }
        return unless(
                left.size() == right.size(),
                leftName + " and " + rightName + " must have equally many entries, not " + left.size() + " and "
                        + right.size());
    }

    private static Optional<String> truncated(Truncated stated) {
        if (stated.min().isEmpty() && stated.max().isEmpty()) {
            return Optional.of("must have min or max");
        }
        double min = stated.min().orElse(Double.NEGATIVE_INFINITY);
        double max = stated.max().orElse(Double.POSITIVE_INFINITY);
        if (!(min < max)) {
            return Optional.of("min must lie below max");
        }
        return unless(
                Support.hasMass(stated.of(), min, max),
                "leaves nothing: the distribution has values in " + Support.of(stated.of()));
    }

    private static double sum(List<Double> terms) {
        return terms.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Optional<String> unless(boolean holds, String rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }
}
