package io.tailrace.calibration;

import io.tailrace.calibration.Fit.GoodnessOfFit;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// What a fit leaves, in standard deviations, tested for being independent and normal.
final class Residuals {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Residuals() {}

    /// Independence by the first autocorrelations.
    ///
    /// Error: the law holds for long series; with a dozen values it rejects too seldom.
    /// Source: Ljung & Box, On a measure of lack of fit in time series models, Biometrika 65 (1978).
    ///
    /// @param fitted autoregressive parameters among those fitted, which cost degrees of freedom
    static GoodnessOfFit ljungBox(double[] residuals, int fitted) {
        int n = residuals.length;
        int lags = Math.max(fitted + 1, Math.min(10, n / 5));
        double mean = Arrays.stream(residuals).average().orElseThrow();
        double squares = Arrays.stream(residuals).map(r -> (r - mean) * (r - mean)).sum();
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += (residuals[i] - mean) * (residuals[i - lag] - mean);
            }
            double correlation = product / squares;
            sum += correlation * correlation / (n - lag);
        }
        double statistic = n * (n + 2.0) * sum;
        double p = ChiSquaredDistribution.of((double) lags - fitted).survivalProbability(statistic);
        return new GoodnessOfFit("Ljung-Box, " + lags + (lags == 1 ? " lag" : " lags"), statistic, p);
    }

    /// Normality, mean and deviation being estimated from the values themselves, which the p-value accounts for.
    ///
    /// Source: Anderson & Darling (1952); p-values: D'Agostino & Stephens, Goodness-of-fit Techniques (1986), table 4.9;
    /// that residuals of an autoregression may be tested alike: Pierce & Kopecky, Biometrika 66 (1979).
    static GoodnessOfFit andersonDarling(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (n - 1));
        double[] z = Arrays.stream(values).map(v -> (v - mean) / deviation).sorted().toArray();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double below = Math.log(NORMAL.cumulativeProbability(z[i]));
            double above = Math.log(NORMAL.survivalProbability(z[n - 1 - i]));
            sum += (2 * i + 1) * (below + above);
        }
        double statistic = (-n - sum / n) * (1 + 0.75 / n + 2.25 / ((double) n * n));
        return new GoodnessOfFit("Anderson-Darling for a normal law", statistic, pValue(statistic));
    }

    private static double pValue(double a) {
        if (a < 0.2) {
            return 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
        }
        if (a < 0.34) {
            return 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a);
        }
        return a < 0.6
                ? Math.exp(0.9177 - 4.279 * a - 1.38 * a * a)
                : Math.exp(1.2937 - 5.709 * a + 0.0186 * Math.min(a * a, 200));
    }

    static double normalLogDensity(double x, double deviation) {
        double z = x / deviation;
        return -0.5 * z * z - Math.log(deviation) - 0.9189385332046727;
    }
}
