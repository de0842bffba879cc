package io.tailrace.analysis;

/// What running two things on the same paths is worth.
///
/// @param correlation of both over paths; NaN where one does not vary
/// @param varianceRatio variance of the mean paired difference over that of the difference of two independent runs of as
///     many paths; 1 − 2 cov / (var + var), 0 where neither varies
public record Pairing(double correlation, double varianceRatio) {
    static Pairing of(Influence one, Influence other) {
        double covariance = 0;
        double variance = 0;
        double otherVariance = 0;
        for (int i = 0; i < one.of().length; i++) {
            covariance += one.of()[i] * other.of()[i];
            variance += one.of()[i] * one.of()[i];
            otherVariance += other.of()[i] * other.of()[i];
        }
        double independent = variance + otherVariance;
        return new Pairing(
                covariance / Math.sqrt(variance * otherVariance),
                independent > 0 ? 1 - 2 * covariance / independent : 0);
    }
}
