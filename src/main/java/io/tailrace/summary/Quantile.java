package io.tailrace.summary;

import java.util.function.UnaryOperator;

/// A quantile with its interval. `thin` says that fewer than 100 paths lie on its outer side.
///
/// Interval: the order statistics of ranks n·(p ± z √(p(1−p)/n)), by the normal approximation to the binomial law,
/// out to the ends of their bins. Where a rank falls outside 1 … n the interval ends at the extreme path and is too
/// short; such quantiles are thin.
public record Quantile(double probability, Estimate estimate, boolean thin) {
    /// Fewer paths than this in a tail make it thin.
    static final double THIN_PATHS = 100;

    public static Quantile of(BinnedValues values, double probability) {
        double n = values.count();
        boolean thin = n * Math.min(probability, 1 - probability) < THIN_PATHS - 1e-6;
        return new Quantile(probability, estimate(values, probability, n), thin);
    }

    Quantile map(UnaryOperator<Estimate> change) {
        return new Quantile(probability, change.apply(estimate), thin);
    }

    private static Estimate estimate(BinnedValues values, double probability, double n) {
        double value = values.quantile(probability);
        if (n < 2) {
            return Estimate.unknown(value);
        }
        double half = Estimate.Z * Math.sqrt(probability * (1 - probability) / n);
        double below = values.quantile(probability - half);
        double above = values.quantile(probability + half);
        return new Estimate(
                value,
                (above - below) / (2 * Estimate.Z),
                values.quantileAtLeast(probability - half),
                values.quantileAtMost(probability + half));
    }
}
