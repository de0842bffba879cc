package io.tailrace.calibration;

import io.tailrace.calibration.Fit.Parameter;
import io.tailrace.calibration.Fit.Support;
import java.util.Arrays;
import java.util.List;

/// The spot price: s_t = s_{t-1} + κ (c - δ t - s_{t-1}) + σ ε in logs (model.md, spot price, without demand's part), given
/// the first. Where quarters are left out the recursion runs through them: κ, δ, σ mean the same.
final class SpotProcess {
    static final int FEWEST = 16;

    private SpotProcess() {}

    static void fit(History.Series series, List<Fit> fits, List<Refusal> refusals) {
        String keys = "lease.spotReversion, spotDeflation, spotVolatility";
        int changes = Math.max(0, series.values().length - 1);
        if (changes < FEWEST) {
            refusals.add(PriceProcess.tooShort(series, keys, changes, FEWEST));
            return;
        }
        double[] logs = Arrays.stream(series.values()).map(Math::log).toArray();
        int[] gaps = PriceProcess.gaps(series);
        double quarters = Arrays.stream(gaps).sum();
        double fall = (logs[0] - logs[changes]) / quarters;
        double[] steps = PriceProcess.logChanges(series);
        double spread = 0;
        for (int i = 0; i < changes; i++) {
            spread += Math.pow(steps[i] + fall * gaps[i], 2) / gaps[i];
        }
        double volatility = Math.sqrt(spread / changes);
        if (!(volatility > 0)) {
            refusals.add(new Refusal(series.file(), keys, "it never changes, which no volatility above 0 can explain"));
            return;
        }
        double[] scale = {volatility, 0.1, volatility / Math.sqrt(quarters), volatility / Math.sqrt(2.0 * changes)};
        var fit = MaximumLikelihood.of(
                new double[]{logs[0], 0.3, fall, volatility}, scale,
                p -> logLikelihood(logs, gaps, p));
        if (fit.standardErrors().isEmpty()) {
            refusals.add(new Refusal(
                    series.file(), keys,
                    "no reversion can be told from a random walk here: the likelihood has no single peak"));
            return;
        }
        double[] value = fit.parameters();
        double[] error = fit.standardErrors().get();
        double[] residuals = residuals(logs, gaps, value);
        fits.add(new Fit(
                series.file(),
                "spot price: log price reverting to a falling trend",
                changes,
                PriceProcess.span(series),
                PriceProcess.asOf(series),
                List.of(
                        new Parameter("lease.spotReversion", "share", value[1], error[1], Support.SHARE),
                        new Parameter("lease.spotDeflation", "log per quarter", value[2], error[2], Support.ANY),
                        new Parameter("lease.spotVolatility", "log per quarter", value[3], error[3],
                                Support.POSITIVE)),
                fit.logLikelihood(),
                List.of(Residuals.ljungBox(residuals, 1), Residuals.andersonDarling(residuals)),
                List.of("Demand's surprises, which move the model's spot price, are in the volatility here.",
                        "Short series make reversion look faster than it is.")));
    }

    private static double logLikelihood(double[] logs, int[] gaps, double[] p) {
        double reversion = p[1];
        double volatility = p[3];
        if (!(volatility > 0) || !(reversion > 0) || !(reversion < 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        int t = 0;
        for (int i = 0; i < gaps.length; i++) {
            sum += Residuals.normalLogDensity(
                    logs[i + 1] - expected(logs[i], t, gaps[i], p), deviation(reversion, volatility, gaps[i]));
            t += gaps[i];
        }
        return sum;
    }

    private static double[] residuals(double[] logs, int[] gaps, double[] p) {
        double[] residuals = new double[gaps.length];
        int t = 0;
        for (int i = 0; i < gaps.length; i++) {
            residuals[i] = (logs[i + 1] - expected(logs[i], t, gaps[i], p)) / deviation(p[1], p[3], gaps[i]);
            t += gaps[i];
        }
        return residuals;
    }

    /// After `gap` quarters from quarter t.
    private static double expected(double log, int t, int gap, double[] p) {
        double expected = log;
        for (int k = 1; k <= gap; k++) {
            expected += p[1] * (p[0] - p[2] * (t + k) - expected);
        }
        return expected;
    }

    private static double deviation(double reversion, double volatility, int gap) {
        double variance = 0;
        double kept = 1;
        for (int k = 0; k < gap; k++) {
            variance += kept * kept;
            kept *= 1 - reversion;
        }
        return volatility * Math.sqrt(variance);
    }
}
