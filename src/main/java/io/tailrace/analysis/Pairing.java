package io.tailrace.analysis;

import io.tailrace.summary.Estimate;

/// What running two things on the same paths is worth.
///
/// @param correlation of both over paths; NaN where one does not vary
/// @param varianceRatio variance of the mean paired difference over that of the difference of two independent runs of as
///     many paths; 1 − 2 cov / (var + var), 0 where neither varies
public record Pairing(Estimate correlation, Estimate varianceRatio) {
    static Pairing of(Influence one, Influence other) {
        double[] products = new double[one.of().length];
        double[] squares = new double[products.length];
        double[] otherSquares = new double[products.length];
        double[] differences = new double[products.length];
        double[] sums = new double[products.length];
        for (int i = 0; i < products.length; i++) {
            double x = one.of()[i];
            double y = other.of()[i];
            products[i] = x * y;
            squares[i] = x * x;
            otherSquares[i] = y * y;
            differences[i] = (x - y) * (x - y);
            sums[i] = squares[i] + otherSquares[i];
        }
        Influence independent = Influence.mean(sums);
        return new Pairing(
                correlation(Influence.mean(products), Influence.mean(squares), Influence.mean(otherSquares)),
                independent.value() > 0
                        ? Influence.mean(differences).over(independent).estimate()
                        : Estimate.exact(0));
    }

    /// The covariance over the root of both variances, with the influences that follow.
    private static Estimate correlation(Influence covariance, Influence variance, Influence otherVariance) {
        double scale = Math.sqrt(variance.value() * otherVariance.value());
        if (!(scale > 0)) {
            return Estimate.unknown(Double.NaN);
        }
        double correlation = covariance.value() / scale;
        Influence deviations =
                variance.times(1 / variance.value()).plus(otherVariance.times(1 / otherVariance.value()));
        Influence of = covariance.times(1 / scale).minus(deviations.times(correlation / 2));
        return Estimate.normal(correlation, of.standardError());
    }
}
