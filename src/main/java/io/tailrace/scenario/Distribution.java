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

    record Constant(
            @Field(doc = "The value.") double value)
            implements
                Distribution {
        @Override
        public double lowest() { return value; }
        @Override
        public double highest() { return value; }
    }

    record Uniform(
            @Field(doc = "Smallest value.") double min,
            @Field(doc = "Largest value.") double max)
            implements
                Distribution {
        @Override
        public double lowest() { return min; }
        @Override
        public double highest() { return max; }
    }

    record Triangular(
            @Field(doc = "Smallest value.") double min,
            @Field(doc = "Most likely value.") double mode,
            @Field(doc = "Largest value.") double max)
            implements
                Distribution {
        @Override
        public double lowest() { return min; }
        @Override
        public double highest() { return max; }
    }

    /// Beta on [min, max] with mean (min + 4 mode + max) / 6.
    record Pert(
            @Field(doc = "Smallest value.") double min,
            @Field(doc = "Most likely value.") double mode,
            @Field(doc = "Largest value.") double max)
            implements
                Distribution {
        @Override
        public double lowest() { return min; }
        @Override
        public double highest() { return max; }
    }

    record Normal(
            @Field(doc = "Mean.") double mean,
            @Field(doc = "Standard deviation.", in = "[0, inf)") double standardDeviation)
            implements
                Distribution {
        @Override
        public double lowest() { return standardDeviation == 0 ? mean : Double.NEGATIVE_INFINITY; }
        @Override
        public double highest() { return standardDeviation == 0 ? mean : Double.POSITIVE_INFINITY; }
    }

    /// exp(Normal(ln median, sigma²)).
    record Lognormal(
            @Field(doc = "Median.", in = "(0, inf)") double median,
            @Field(doc = "Standard deviation of the log.", in = "[0, inf)") double sigma)
            implements
                Distribution {
        @Override
        public double lowest() { return sigma == 0 ? median : 0; }
        @Override
        public double highest() { return sigma == 0 ? median : Double.POSITIVE_INFINITY; }
    }

    record StudentT(
            @Field(doc = "Degrees of freedom.", in = "(0, inf)") double degreesOfFreedom,
            @Field(doc = "Centre.", preset = "0") double location,
            @Field(doc = "Scale.", in = "(0, inf)", preset = "1") double scale)
            implements
                Distribution {
        @Override
        public double lowest() { return Double.NEGATIVE_INFINITY; }
        @Override
        public double highest() { return Double.POSITIVE_INFINITY; }
    }

    /// Beta(alpha, beta) stretched to [min, max]; min is 0 and max is 1 unless given.
    record Beta(
            @Field(doc = "First shape.", in = "(0, inf)") double alpha,
            @Field(doc = "Second shape.", in = "(0, inf)") double beta,
            @Field(doc = "Smallest value.", preset = "0") double min,
            @Field(doc = "Largest value.", preset = "1") double max)
            implements
                Distribution {
        @Override
        public double lowest() { return min; }
        @Override
        public double highest() { return max; }
    }

    record Gamma(
            @Field(doc = "Shape.", in = "(0, inf)") double shape,
            @Field(doc = "Scale.", in = "(0, inf)") double scale)
            implements
                Distribution {
        @Override
        public double lowest() { return 0; }
        @Override
        public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Weibull(
            @Field(doc = "Shape.", in = "(0, inf)") double shape,
            @Field(doc = "Scale.", in = "(0, inf)") double scale)
            implements
                Distribution {
        @Override
        public double lowest() { return 0; }
        @Override
        public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Exponential(
            @Field(doc = "Mean.", in = "(0, inf)") double mean)
            implements
                Distribution {
        @Override
        public double lowest() { return 0; }
        @Override
        public double highest() { return Double.POSITIVE_INFINITY; }
    }

    record Pareto(
            @Field(doc = "Smallest value.", in = "(0, inf)") double min,
            @Field(doc = "Tail exponent.", in = "(0, inf)") double shape)
            implements
                Distribution {
        @Override
        public double lowest() { return min; }
        @Override
        public double highest() { return Double.POSITIVE_INFINITY; }
    }

    /// By its 10th, 50th and 90th percentiles: the three-term [Metalog].
    record Percentiles(
            @Field(doc = "10th percentile.") double p10,
            @Field(doc = "Median.") double p50,
            @Field(doc = "90th percentile.") double p90,
            @Field(doc = "No value lies below.") OptionalDouble min,
            @Field(doc = "No value lies above.") OptionalDouble max)
            implements
                Distribution {
        /// Without bounds.
        public Percentiles(double p10, double p50, double p90) {
            this(p10, p50, p90, OptionalDouble.empty(), OptionalDouble.empty());
        }

        public Metalog metalog() {
            return new Metalog(List.of(0.1, 0.5, 0.9), List.of(p10, p50, p90), min, max);
        }

        @Override
        public double lowest() { return min.orElse(Double.NEGATIVE_INFINITY); }
        @Override
        public double highest() { return max.orElse(Double.POSITIVE_INFINITY); }
    }

    /// By the values at any two to nine probabilities: the metalog through them (Keelin 2016), see [MetalogQuantile].
    record Metalog(
            @Field(doc = "Rising probabilities, such as 0.05, 0.5, 0.95.", in = "(0, 1)") List<Double> probabilities,
            @Field(doc = "The values that are not exceeded with these probabilities.") List<Double> values,
            @Field(doc = "No value lies below.") OptionalDouble min,
            @Field(doc = "No value lies above.") OptionalDouble max)
            implements
                Distribution {
        @Override
        public double lowest() { return min.orElse(Double.NEGATIVE_INFINITY); }
        @Override
        public double highest() { return max.orElse(Double.POSITIVE_INFINITY); }
    }

    /// What several experts say, each with a weight: the linear opinion pool, a mixture of their distributions.
    ///
    /// Source: Stone, The Opinion Pool, Annals of Mathematical Statistics 32 (1961); for why to average
    /// probabilities and not percentiles, Clemen & Winkler, Risk Analysis 19 (1999).
    record Pool(
            @Field(doc = "The experts.") List<Expert> experts)
            implements
                Distribution {
        public Mixture mixture() {
            return new Mixture(
                    experts.stream().map(Expert::says).toList(), experts.stream().map(Expert::weight).toList());
        }

        @Override
        public double lowest() { return mixture().lowest(); }
        @Override
        public double highest() { return mixture().highest(); }
    }

    /// One opinion of a [Pool].
    record Expert(
            @Field(doc = "Who.", preset = "''") String name,
            @Field(doc = "Weight against the other experts, in any scale.", in = "[0, inf)",
                    preset = "1") double weight,
            @Field(doc = "What this expert says, such as percentiles.") Distribution says) {}

    record Discrete(
            @Field(doc = "The values.") List<Double> values,
            @Field(doc = "Their probabilities, which sum to 1.", in = "[0, 1]") List<Double> probabilities)
            implements
                Distribution {
        @Override
        public double lowest() { return values.stream().mapToDouble(v -> v).min().orElseThrow(); }
        @Override
        public double highest() { return values.stream().mapToDouble(v -> v).max().orElseThrow(); }
    }

    /// The values of one CSV column, each equally likely; `values` is read by the loader, sorted.
    record Empirical(
            @Field(doc = "CSV file with a heading line, relative to this file.", preset = "''") String file,
            @Field(doc = "Heading of the column.", preset = "''") String column,
            @Field(doc = "Instead of a file: the values themselves.") List<Double> values)
            implements
                Distribution {
        @Override
        public double lowest() { return values.getFirst(); }
        @Override
        public double highest() { return values.getLast(); }
    }

    record Truncated(
            @Field(doc = "What is cut.") Distribution of,
            @Field(doc = "Values below are left out.") OptionalDouble min,
            @Field(doc = "Values above are left out.") OptionalDouble max)
            implements
                Distribution {
        @Override
        public double lowest() { return Math.max(of.lowest(), min.orElse(Double.NEGATIVE_INFINITY)); }
        @Override
        public double highest() { return Math.min(of.highest(), max.orElse(Double.POSITIVE_INFINITY)); }
    }

    record Mixture(
            @Field(doc = "The parts.") List<Distribution> of,
            @Field(doc = "Their weights, in any scale.", in = "[0, inf)") List<Double> weights)
            implements
                Distribution {
        @Override
        public double lowest() { return of.stream().mapToDouble(Distribution::lowest).min().orElseThrow(); }
        @Override
        public double highest() { return of.stream().mapToDouble(Distribution::highest).max().orElseThrow(); }
    }

    /// A delay: 0 with probability 1 - probability - cancelled, `slip` with `probability`, never with `cancelled`.
    record Late(
            @Field(doc = "Probability of being late.", in = "[0, 1]") double probability,
            @Field(doc = "Delay when late.", in = "[0, inf)") Distribution slip,
            @Field(doc = "Probability of never being finished.", in = "[0, 1]", preset = "0") double cancelled)
            implements
                Distribution {
        @Override
        public double lowest() { return probability + cancelled < 1 ? 0 : slip.lowest(); }
        @Override
        public double highest() { return cancelled > 0 ? Double.POSITIVE_INFINITY : Math.max(0, slip.highest()); }
    }
}
