package io.tailrace.report;

import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.Locale;

/// How a number is printed for people: in a unit they think in, to the digits its error supports.
final class Figure {
    private Figure() {}

    /// Billions of dollars from millions: `53.14 [53.08, 53.21]`.
    static String billions(Estimate millions) {
        return interval(millions, 1e-3, "");
    }

    /// Percent from a share: `10.64 % [10.58, 10.70]`.
    static String percent(Estimate share) {
        return interval(share, 100, " %");
    }

    /// A value of any unit: shares as percent, other values with their unit.
    static String of(Estimate estimate, Unit unit) {
        return switch (unit) {
            case SHARE -> percent(estimate);
            default -> interval(estimate, 1, " " + unit.text());
        };
    }

    static String of(double value, Unit unit) {
        return of(Estimate.exact(value), unit);
    }

    private static String interval(Estimate estimate, double scale, String unit) {
        double value = estimate.value() * scale;
        if (!Double.isFinite(value)) {
            return "none";
        }
        double half = (estimate.high() - estimate.low()) / 2 * scale;
        int decimals = decimals(value, half);
        String text = number(value, decimals) + unit;
        boolean exact = !(half > 0);
        return exact
                ? text
                : text + " [" + number(estimate.low() * scale, decimals) + ", " + number(estimate.high() * scale, decimals) + "]";
    }

    /// So many decimals that the interval's half width shows in its first digit, four significant digits when exact.
    private static int decimals(double value, double half) {
        double smallest = half > 0 ? half : Math.abs(value) * 1e-3;
        return smallest > 0 ? (int) Math.clamp(Math.ceil(-Math.log10(smallest)), 0, 6) : 0;
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }
}
