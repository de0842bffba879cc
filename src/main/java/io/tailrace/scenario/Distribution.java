package io.tailrace.scenario;

import java.util.List;
import java.util.OptionalDouble;

/// A probability distribution as the user states it: data only; the plan turns it into a quantile curve.
///
/// YAML: one key that names the form, as in `{pert: {min: 50, mode: 65, max: 110}}`; a plain number is
/// [Constant]. Component names are the keys.
public sealed interface Distribution {
    /// Smallest value, or negative infinity.
    double lowest();

    /// Largest value, or positive infinity (which `late` uses for a cancelled project).
    double highest();

    record Constant(double value) implements Distribution {
        @Override public double lowest() { return value; }
        @Override public double highest() { return value; }
    }

    record Uniform(double min, double max) implements Distribution {
        @Override public double lowest() { return min; }
        @Override public double highest() { return max; }
    }

    record Triangular(double min, double mode, double max) implements Distribution {
        @Override public double lowest() { return min; }
        @Override public double highest() { return max; }
    }

    /// Beta on [min, max] with mean (min + 4 mode + max) / 6.
    record Pert(double min, double mode, double max) implements Distribution {
        @Override public double lowest() { return min; }
        @Override public double highest() { return max; }
    }

    record Normal(double mean, double standardDeviation) implements Distribution {
        @Override public double lowest() { return standardDeviation == 0 ? mean : Double.NEGATIVE_INFINITY; }
        @Override public double highest() { return standardDeviation == 0 ? mean : Double.POSITIVE_INFINITY; }
    }

    /// exp(Normal(ln median, sigma²)).
    record Lognormal(double median, double sigma) implements Distribution {
        @Override public double lowest() { return sigma == 0 ? median : 0; }
        @Override public double highest() { return sigma == 0 ? median : Double.POSITIVE_INFINITY; }
    }

    record StudentT(double degreesOfFreedom, double location, double scale) implements Distribution {
        @Override public double lowest() { return Double.NEGATIVE_INFINITY; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    /// Beta(alpha, beta) stretched to [min, max]; min is 0 and max is 1 unless given.
    record Beta(double alpha, double beta, double min, double max) implements Distribution {
        @Override public double lowest() { return min; }
        @Override public double highest() { return max; }
    }

    record Gamma(double shape, double scale) implements Distribution {
        @Override public double lowest() { return 0; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Weibull(double shape, double scale) implements Distribution {
        @Override public double lowest() { return 0; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Exponential(double mean) implements Distribution {
        @Override public double lowest() { return 0; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Pareto(double min, double shape) implements Distribution {
        @Override public double lowest() { return min; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    /// By its 10th, 50th and 90th percentiles: the three-term metalog (Keelin 2016), unbounded.
    record Percentiles(double p10, double p50, double p90) implements Distribution {
        @Override public double lowest() { return Double.NEGATIVE_INFINITY; }
        @Override public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Discrete(List<Double> values, List<Double> probabilities) implements Distribution {
        @Override public double lowest() { return values.stream().mapToDouble(v -> v).min().orElseThrow(); }
        @Override public double highest() { return values.stream().mapToDouble(v -> v).max().orElseThrow(); }
    }

    /// The values of one CSV column, each equally likely; `values` is read by the loader, sorted.
    record Empirical(String file, String column, List<Double> values) implements Distribution {
        @Override public double lowest() { return values.getFirst(); }
        @Override public double highest() { return values.getLast(); }
    }

    record Truncated(Distribution of, OptionalDouble min, OptionalDouble max) implements Distribution {
        @Override public double lowest() { return Math.max(of.lowest(), min.orElse(Double.NEGATIVE_INFINITY)); }
        @Override public double highest() { return Math.min(of.highest(), max.orElse(Double.POSITIVE_INFINITY)); }
    }

    record Mixture(List<Distribution> of, List<Double> weights) implements Distribution {
        @Override public double lowest() { return of.stream().mapToDouble(Distribution::lowest).min().orElseThrow(); }
        @Override public double highest() { return of.stream().mapToDouble(Distribution::highest).max().orElseThrow(); }
    }

    /// A delay: 0 with probability 1 - probability - cancelled, `slip` with `probability`, never with `cancelled`.
    record Late(double probability, Distribution slip, double cancelled) implements Distribution {
        @Override public double lowest() { return probability + cancelled < 1 ? 0 : slip.lowest(); }
        @Override public double highest() { return cancelled > 0 ? Double.POSITIVE_INFINITY : Math.max(0, slip.highest()); }
    }
}
