package io.tailrace.calibration;

import io.tailrace.calibration.Fit.Parameter;
import io.tailrace.calibration.Fit.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Demand: log growth that reverts to a long-run pace, g_t = m + φ (g_{t-1} - m) + σ ε (model.md, A1), given the first.
final class GrowthProcess {
    static final int FEWEST = 12;

    private GrowthProcess() {}

    static void fit(History.Series series, List<Fit> fits, List<Refusal> refusals) {
        String keys = "demand.longRunGrowth, growthPersistence, growthVolatility";
        if (PriceProcess.longestGap(series) > 1) {
            refusals.add(new Refusal(series.file(), keys,
                    "growth is only known from quarter to quarter, and some are left out"));
            return;
        }
        double[] growth = PriceProcess.logChanges(series);
        if (growth.length < FEWEST) {
            refusals.add(PriceProcess.tooShort(series, keys, growth.length, FEWEST));
            return;
        }
        double mean = Arrays.stream(growth).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(growth).map(g -> (g - mean) * (g - mean)).average().orElseThrow());
        if (deviation == 0) {
            refusals.add(
                    new Refusal(series.file(), keys, "growth never changes, which no volatility above 0 can explain"));
            return;
        }
        double n = growth.length;
        double[] scale = {deviation / Math.sqrt(n), 1 / Math.sqrt(n), deviation / Math.sqrt(2 * n)};
        var free = MaximumLikelihood.of(
                new double[]{mean, 0.3, deviation}, scale, p -> logLikelihood(growth, p[0], p[1], p[2]));
        boolean persists = free.parameters()[1] > 0;
        var kept = persists
                ? free
                : MaximumLikelihood.of(
                        new double[]{mean, deviation}, new double[]{scale[0], scale[2]},
                        p -> logLikelihood(growth, p[0], 0, p[1]));
        if (kept.standardErrors().isEmpty()) {
            refusals.add(new Refusal(series.file(), keys,
                    "the likelihood has no single peak: the history cannot tell them apart"));
            return;
        }
        double[] value = persists ? kept.parameters() : with(kept.parameters());
        double[] error = persists ? kept.standardErrors().get() : with(kept.standardErrors().get());
        double[] residuals = residuals(growth, value[0], value[1], value[2]);
        var notes = new ArrayList<String>();
        if (!persists) {
            notes.add("Growth above its pace is not followed by more of it here: persistence is 0, on its bound.");
        }
        notes.add("The model adds the regimes' drift and volatility and jumps; all that is in these three here.");
        fits.add(new Fit(
                series.file(),
                "demand: log growth reverting to a long-run pace",
                growth.length,
                PriceProcess.span(series),
                PriceProcess.asOf(series),
                List.of(
                        new Parameter("demand.longRunGrowth", "log per quarter", value[0], error[0], Support.ANY),
                        new Parameter("demand.growthPersistence", "share", value[1], error[1], Support.SHARE),
                        new Parameter("demand.growthVolatility", "log per quarter", value[2], error[2],
                                Support.POSITIVE)),
                kept.logLikelihood(),
                List.of(Residuals.ljungBox(residuals, persists ? 1 : 0), Residuals.andersonDarling(residuals)),
                List.copyOf(notes)));
    }

    private static double logLikelihood(double[] growth, double pace, double persistence, double volatility) {
        if (!(volatility > 0) || Math.abs(persistence) >= 1) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int t = 1; t < growth.length; t++) {
            double expected = pace + persistence * (growth[t - 1] - pace);
            sum += Residuals.normalLogDensity(growth[t] - expected, volatility);
        }
        return sum;
    }

    private static double[] residuals(double[] growth, double pace, double persistence, double volatility) {
        double[] residuals = new double[growth.length - 1];
        for (int t = 1; t < growth.length; t++) {
            residuals[t - 1] = (growth[t] - pace - persistence * (growth[t - 1] - pace)) / volatility;
        }
        return residuals;
    }

    /// With a persistence of 0 between the two.
    private static double[] with(double[] two) {
        return new double[]{two[0], 0, two[1]};
    }
}
