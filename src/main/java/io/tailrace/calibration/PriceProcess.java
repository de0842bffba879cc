package io.tailrace.calibration;

import io.tailrace.calibration.Fit.Parameter;
import io.tailrace.calibration.Fit.Support;
import io.tailrace.scenario.Quarter;
import java.util.Arrays;
import java.util.List;

/// A log value that drifts with independent shocks (model.md, B, and the base line): over k quarters its change is normal
/// with mean k d and variance k σ². The token price falls, the rest of the provider grows.
final class PriceProcess {
    static final int FEWEST = 8;

    private PriceProcess() {}

    static void fit(History.Series series, List<Fit> fits, List<Refusal> refusals) {
        boolean price = series.kind() == History.Kind.price;
        String driftKey = price ? "price.deflation" : "provider.baseGrowth";
        String volatilityKey = price ? "price.volatility" : "provider.baseVolatility";
        String keys = driftKey + ", " + volatilityKey;
        double[] changes = logChanges(series);
        int[] gaps = gaps(series);
        if (changes.length < FEWEST) {
            refusals.add(tooShort(series, keys, changes.length, FEWEST));
            return;
        }
        if (Arrays.stream(changes).distinct().count() == 1) {
            refusals.add(new Refusal(series.file(), keys, "it never changes, which no volatility above 0 can explain"));
            return;
        }
        double quarters = Arrays.stream(gaps).sum();
        double drift = Arrays.stream(changes).sum() / quarters;
        double spread = 0;
        for (int i = 0; i < changes.length; i++) {
            spread += Math.pow(changes[i] - drift * gaps[i], 2) / gaps[i];
        }
        double volatility = Math.sqrt(spread / changes.length);
        double[] scale = {volatility / Math.sqrt(quarters), volatility / Math.sqrt(2.0 * changes.length)};
        var fit = MaximumLikelihood.of(
                new double[]{drift, volatility}, scale, p -> logLikelihood(changes, gaps, p[0], p[1]));
        double[] error = fit.standardErrors().orElseThrow();
        double[] residuals = new double[changes.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = (changes[i] - fit.parameters()[0] * gaps[i]) / (fit.parameters()[1] * Math.sqrt(gaps[i]));
        }
        double sign = price ? -1 : 1;
        fits.add(new Fit(
                series.file(),
                price
                        ? "token price: log price falling with independent shocks"
                        : "revenue outside AI: log revenue growing with independent shocks",
                changes.length,
                span(series),
                asOf(series),
                List.of(
                        new Parameter(driftKey, "log per quarter", sign * fit.parameters()[0], error[0], Support.ANY),
                        new Parameter(volatilityKey, "log per quarter", fit.parameters()[1], error[1],
                                Support.POSITIVE)),
                fit.logLikelihood(),
                List.of(Residuals.ljungBox(residuals, 0), Residuals.andersonDarling(residuals)),
                price
                        ? List.of("A regime's price drift, where the scenario has one, is in the deflation here.")
                        : List.of()));
    }

    private static double logLikelihood(double[] changes, int[] gaps, double drift, double volatility) {
        if (!(volatility > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            sum += Residuals.normalLogDensity(changes[i] - drift * gaps[i], volatility * Math.sqrt(gaps[i]));
        }
        return sum;
    }

    static double[] logChanges(History.Series series) {
        double[] values = series.values();
        double[] changes = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.log(values[i + 1] / values[i]);
        }
        return changes;
    }

    /// Quarters from each observation to the next.
    static int[] gaps(History.Series series) {
        List<Quarter> quarters = series.quarters();
        int[] gaps = new int[Math.max(0, quarters.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = quarters.get(i).until(quarters.get(i + 1));
        }
        return gaps;
    }

    static int longestGap(History.Series series) {
        return Arrays.stream(gaps(series)).max().orElse(1);
    }

    static Refusal tooShort(History.Series series, String keys, int changes, int fewest) {
        return new Refusal(
                series.file(), keys, changes + (changes == 1 ? " change is" : " changes are") + " too few: at least "
                        + fewest + " are needed, " + (fewest + 1) + " values");
    }

    static String span(History.Series series) {
        return series.quarters().getFirst() + " to " + series.quarters().getLast();
    }

    static String asOf(History.Series series) {
        return series.quarters().getLast().toString();
    }
}
