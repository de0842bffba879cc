package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.Arrays;

/// One estimate over another, both uncertain and perhaps correlated.
///
/// Error: Fieller's interval, exact where both are normal; without bounds, so not known, where the lower one might be zero.
/// Source: Fieller, Some problems in interval estimation (1954). Why not the delta method: it takes the lower one for
/// nearly certain, and a saving in CVaR may be a small difference of two large numbers.
///
/// @param aboveVariance of the estimate above the line, as are `belowVariance` and `covariance` squared standard errors
record Ratio(double above, double below, double aboveVariance, double belowVariance, double covariance) {
    /// With errors that are read from batches or replicates of the same paths.
    ///
    /// @param share of the paths above and below the line that the batches hold together
    static Ratio ofBatches(double above, double below, double share, double[] aboves, double[] belows) {
        double scale = share / (aboves.length * (aboves.length - 1.0));
        return new Ratio(
                above,
                below,
                scale * products(aboves, aboves),
                scale * products(belows, belows),
                scale * products(aboves, belows));
    }

    /// Where nothing is known of the correlation: with the one that makes the error largest.
    static Ratio atWorst(double above, double below, double aboveError, double belowError) {
        double worst = -Math.signum(above / below) * aboveError * belowError;
        return new Ratio(above, below, aboveError * aboveError, belowError * belowError, worst);
    }

    double value() {
        return above / below;
    }

    /// @param half half the width of a 95 % interval in standard errors
    Estimate estimate(double half) {
        double ratio = value();
        double h = half * half / (below * below);
        double g = h * belowVariance;
        double spread = Math.max(0, aboveVariance - 2 * ratio * covariance + ratio * ratio * belowVariance);
        double standardError = Math.sqrt(spread) / Math.abs(below);
        if (!(g < 1)) {
            return new Estimate(ratio, standardError, Double.NaN, Double.NaN);
        }
        double middle = (ratio - h * covariance) / (1 - g);
        double inner = spread - h * (aboveVariance * belowVariance - covariance * covariance);
        double width = Math.sqrt(h * Math.max(0, inner)) / (1 - g);
        return new Estimate(ratio, standardError, middle - width, middle + width);
    }

    private static double products(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }
}
