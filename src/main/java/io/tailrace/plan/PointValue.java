package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import io.tailrace.scenario.Input;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/// The single number that stands for a distribution at t = 0 and in deterministic runs.
final class PointValue {
    private PointValue() {}

    /// The stated point, else the mode of a PERT or triangular, the median of a lognormal, of a metalog with one bound
    /// and of `late` (whose mean is infinite where it may be cancelled), the mean otherwise; the median where no mean
    /// exists.
    static double of(Input input) {
        return input.point().orElseGet(() -> of(input.distribution()));
    }

    private static double of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Constant d -> d.value();
            case Distribution.Uniform d -> (d.min() + d.max()) / 2;
            case Distribution.Triangular d -> d.mode();
            case Distribution.Pert d -> d.mode();
            case Distribution.Normal d -> d.mean();
            case Distribution.Lognormal d -> d.median();
            case Distribution.StudentT d -> d.location();
            case Distribution.Beta d -> d.min() + (d.max() - d.min()) * d.alpha() / (d.alpha() + d.beta());
            case Distribution.Gamma d -> d.shape() * d.scale();
            case Distribution.Weibull d -> WeibullDistribution.of(d.shape(), d.scale()).getMean();
            case Distribution.Exponential d -> d.mean();
            case Distribution.Pareto d ->
                d.shape() > 1 ? d.shape() * d.min() / (d.shape() - 1) : Curves.median(d);
            case Distribution.Late d -> Curves.median(d);
            case Distribution.Discrete d -> mean(d);
            case Distribution.Empirical d -> d.values().stream().mapToDouble(v -> v).average().orElseThrow();
            case Distribution.Percentiles d -> metalog(d.metalog());
            case Distribution.Metalog d -> metalog(d);
            case Distribution.Pool d -> Curves.mean(d);
            case Distribution.Truncated d -> Curves.mean(d);
            case Distribution.Mixture d -> Curves.mean(d);
        };
    }

    /// Why: with one bound the other tail is that of an exponential of the metalog, which may have no mean.
    private static double metalog(Distribution.Metalog d) {
        boolean longTail = d.min().isPresent() != d.max().isPresent();
        return longTail ? Curves.median(d) : Curves.mean(d);
    }

    private static double mean(Distribution.Discrete d) {
        double mean = 0;
        for (int i = 0; i < d.values().size(); i++) {
            mean += d.values().get(i) * d.probabilities().get(i);
        }
        return mean;
    }
}
