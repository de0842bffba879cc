package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import io.tailrace.scenario.MetalogQuantile;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/// The probability law behind a stated distribution: what is needed to draw from it exactly.
///
/// `specials` are the values at which the cumulative distribution has an atom or a kink.
interface Law {
    /// P(V ≤ v).
    double cdf(double v);

    /// P(V < v).
    default double cdfBelow(double v) {
        return cdf(v);
    }

    /// P(V > v), with all its digits where it is small.
    default double survival(double v) {
        return 1 - cdf(v);
    }

    /// P(V ≥ v), likewise.
    default double survivalFrom(double v) {
        return survival(v);
    }

    /// Smallest v with P(V ≤ v) ≥ u; `upper` is 1 - u, given apart because near 1 u itself has no digits left.
    double quantile(double u, double upper);

    default double[] specials() {
        return new double[0];
    }

    static Law of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Constant d -> atom(d.value());
            case Distribution.Normal d when d.standardDeviation() == 0 -> atom(d.mean());
            case Distribution.Lognormal d when d.sigma() == 0 -> atom(d.median());
            case Distribution.Uniform d -> new Smooth(UniformContinuousDistribution.of(d.min(), d.max()), 1, 0);
            case Distribution.Triangular d ->
                new Smooth(TriangularDistribution.of(d.min(), d.mode(), d.max()), 1, 0, d.mode());
            case Distribution.Pert d -> pert(d);
            case Distribution.Normal d -> new Smooth(NormalDistribution.of(d.mean(), d.standardDeviation()), 1, 0);
            case Distribution.Lognormal d -> new LogNormal(d.median(), d.sigma());
            case Distribution.StudentT d -> new Smooth(TDistribution.of(d.degreesOfFreedom()), d.scale(), d.location());
            case Distribution.Beta d ->
                new Smooth(BetaDistribution.of(d.alpha(), d.beta()), d.max() - d.min(), d.min());
            case Distribution.Gamma d -> new Smooth(GammaDistribution.of(d.shape(), d.scale()), 1, 0);
            case Distribution.Weibull d -> new Smooth(WeibullDistribution.of(d.shape(), d.scale()), 1, 0);
            case Distribution.Exponential d -> new Smooth(ExponentialDistribution.of(d.mean()), 1, 0);
            case Distribution.Pareto d -> new Smooth(ParetoDistribution.of(d.min(), d.shape()), 1, 0);
            case Distribution.Percentiles d -> Metalog.of(d.metalog());
            case Distribution.Metalog d -> Metalog.of(d);
            case Distribution.Pool d -> MixtureLaw.of(d.mixture());
            case Distribution.Discrete d -> Discrete.of(d.values(), d.probabilities());
            case Distribution.Empirical d -> Discrete.ofEquallyLikely(d.values());
            case Distribution.Truncated d -> TruncatedLaw.of(d);
            case Distribution.Mixture d -> MixtureLaw.of(d);
            case Distribution.Late d -> LateLaw.of(d);
        };
    }

    private static Law atom(double value) {
        return new Discrete(new double[]{value}, new double[]{1});
    }

    private static Law pert(Distribution.Pert d) {
        double width = d.max() - d.min();
        double alpha = 1 + 4 * (d.mode() - d.min()) / width;
        double beta = 1 + 4 * (d.max() - d.mode()) / width;
        return new Smooth(BetaDistribution.of(alpha, beta), width, d.min());
    }

    /// The standard normal law, by commons-statistics, whose tails are right where Commons Math 3's are not.
    NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /// Finds u with `f(u)` = target for rising `f` on [low, high], to the last bit that halving reaches.
    static double bisect(DoubleUnaryOperator f, double low, double high, double target) {
        double a = low;
        double b = high;
        for (int i = 0; i < 200 && b - a > Math.ulp(a); i++) {
            double middle = a + (b - a) / 2;
            if (f.applyAsDouble(middle) < target) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return b;
    }

    /// location + scale × a library distribution; `kinks` in its own unit.
    record Smooth(ContinuousDistribution standard, double scale, double location, double... kinks) implements Law {
        @Override
        public double cdf(double v) {
            return standard.cumulativeProbability((v - location) / scale);
        }

        @Override
        public double survival(double v) {
            return standard.survivalProbability((v - location) / scale);
        }

        @Override
        public double quantile(double u, double upper) {
            double standardised = u < 0.5
                    ? standard.inverseCumulativeProbability(u)
                    : standard.inverseSurvivalProbability(upper);
            return location + scale * standardised;
        }

        @Override
        public double[] specials() {
            DoubleStream ends = DoubleStream.of(standard.getSupportLowerBound(), standard.getSupportUpperBound());
            return DoubleStream.concat(ends.filter(Double::isFinite), DoubleStream.of(kinks))
                    .map(k -> location + scale * k)
                    .toArray();
        }
    }

    /// exp(Normal(ln median, sigma²)).
    record LogNormal(double median, double sigma) implements Law {
        @Override
        public double cdf(double v) {
            return v <= 0 ? 0 : STANDARD_NORMAL.cumulativeProbability(Math.log(v / median) / sigma);
        }

        @Override
        public double survival(double v) {
            return v <= 0 ? 1 : STANDARD_NORMAL.survivalProbability(Math.log(v / median) / sigma);
        }

        @Override
        public double quantile(double u, double upper) {
            double x = u < 0.5
                    ? STANDARD_NORMAL.inverseCumulativeProbability(u)
                    : STANDARD_NORMAL.inverseSurvivalProbability(upper);
            return median * Math.exp(sigma * x);
        }
    }

    /// The metalog through stated quantiles. They are its specials so that a curve meets them to the last digits.
    record Metalog(MetalogQuantile metalog, double[] specials) implements Law {
        static Metalog of(Distribution.Metalog d) {
            return new Metalog(
                    MetalogQuantile.of(d), d.values().stream().mapToDouble(v -> v).toArray());
        }

        @Override
        public double quantile(double u, double upper) {
            return metalog.at(u, upper);
        }

        @Override
        public double cdf(double v) {
            return 1 / (1 + Math.exp(-metalog.logitBelow(v)));
        }

        @Override
        public double survival(double v) {
            return 1 / (1 + Math.exp(metalog.logitBelow(v)));
        }
    }

    /// Atoms at rising values; `cumulative[i]` = P(V ≤ values[i]).
    record Discrete(double[] values, double[] cumulative) implements Law {
        static Discrete of(List<Double> values, List<Double> probabilities) {
            Integer[] order = new Integer[values.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            java.util.Arrays.sort(order, java.util.Comparator.comparing(values::get));
            double[] sorted = new double[order.length];
            double[] cumulative = new double[order.length];
            double sum = 0;
            for (int i = 0; i < order.length; i++) {
                sorted[i] = values.get(order[i]);
                sum += probabilities.get(order[i]);
                cumulative[i] = sum;
            }
            cumulative[order.length - 1] = 1;
            return new Discrete(sorted, cumulative);
        }

        static Discrete ofEquallyLikely(List<Double> values) {
            return of(values, java.util.Collections.nCopies(values.size(), 1.0 / values.size()));
        }

        @Override
        public double cdf(double v) {
            double below = 0;
            for (int i = 0; i < values.length && values[i] <= v; i++) {
                below = cumulative[i];
            }
            return below;
        }

        @Override
        public double cdfBelow(double v) {
            double below = 0;
            for (int i = 0; i < values.length && values[i] < v; i++) {
                below = cumulative[i];
            }
            return below;
        }

        @Override
        public double survivalFrom(double v) {
            return 1 - cdfBelow(v);
        }

        @Override
        public double quantile(double u, double upper) {
            int i = 0;
            while (i < values.length - 1 && cumulative[i] < u) {
                i++;
            }
            return values[i];
        }

        @Override
        public double[] specials() {
            return values.clone();
        }
    }
}
