package io.tailrace.scenario;

import io.tailrace.scenario.Distribution.Beta;
import io.tailrace.scenario.Distribution.Discrete;
import io.tailrace.scenario.Distribution.Empirical;
import io.tailrace.scenario.Distribution.Late;
import io.tailrace.scenario.Distribution.Metalog;
import io.tailrace.scenario.Distribution.Mixture;
import io.tailrace.scenario.Distribution.Percentiles;
import io.tailrace.scenario.Distribution.Pert;
import io.tailrace.scenario.Distribution.Pool;
import io.tailrace.scenario.Distribution.Triangular;
import io.tailrace.scenario.Distribution.Truncated;
import io.tailrace.scenario.Distribution.Uniform;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What the parameters of a distribution must satisfy together; what each must satisfy alone stands in its [Field].
final class DistributionRules {
    private static final double SUM_TOLERANCE = 1e-9;

    private DistributionRules() {}

    /// The rule that is broken, if one is.
    static Optional<String> broken(Distribution distribution) {
        return switch (distribution) {
            case Uniform(double min, double max) -> unless(min < max, "min must lie below max");
            case Triangular(double min, double mode, double max) -> threePoints(min, mode, max);
            case Pert(double min, double mode, double max) -> threePoints(min, mode, max);
            case Beta beta -> unless(beta.min() < beta.max(), "min must lie below max");
            case Percentiles percentiles -> percentiles(percentiles);
            case Metalog metalog -> metalog(metalog);
            case Pool pool -> unless(
                    pool.experts().stream().anyMatch(expert -> expert.weight() > 0),
                    "must have at least one expert with a positive weight");
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
        boolean rising = stated.p10() < stated.p50() && stated.p50() < stated.p90();
        return rising
                ? metalog(stated.metalog(), i -> List.of("p10", "p50", "p90").get(i))
                : Optional.of("must have p10 < p50 < p90");
    }

    private static Optional<String> metalog(Metalog stated) {
        var probabilities = stated.probabilities();
        var values = stated.values();
        int terms = probabilities.size();
        if (terms < 2 || terms > MetalogQuantile.MOST_TERMS) {
            return Optional.of("must have 2 to " + MetalogQuantile.MOST_TERMS + " probabilities, not " + terms);
        }
        return lists(probabilities, values, "probabilities", "values")
                .or(() -> unless(rises(probabilities), "probabilities must rise"))
                .or(() -> unless(rises(values), "values must rise"))
                .or(() -> metalog(
                        stated, i -> "the value at probability " + NumberText.of(probabilities.get(i))));
    }

    /// Bounds that hold the values, and a metalog that exists.
    private static Optional<String> metalog(Metalog stated, IntFunction<String> name) {
        double lowest = stated.values().getFirst();
        double highest = stated.values().getLast();
        if (!(stated.lowest() < lowest && highest < stated.highest())) {
            return Optional.of("min must lie below every value and max above");
        }
        var quantile = MetalogQuantile.of(stated);
        return quantile.isFeasible()
                ? Optional.empty()
                : Optional.of("no metalog goes through these values" + quantile.mending(name)
                        .map(range -> ": the others left as they are, " + range)
                        .orElse("; state fewer of them"));
    }

    private static boolean rises(List<Double> numbers) {
        return IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) < numbers.get(i));
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
