package io.tailrace.report;

import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.Locale;

/// How a number is printed for people: in a unit they think in, to the digits its error supports.
///
/// An interval is printed where there is an error, with so many decimals that its half width is two or more units of
/// the last. A number without error gets four significant digits, one that is not defined reads `none`.
///
/// @param value such as `53.14`
/// @param interval such as `[53.08, 53.21]`, empty where there is no error
public record Figure(String value, String interval) {
    private static final int MOST_DECIMALS = 6;
    /// What is smaller, with its interval, is rounding error of something that does not change.
    private static final double SHOWN = 0.5e-6;
    private static final double EXACT_RESOLUTION = 1e-3;
    /// An interval relatively narrower than this is rounding, not error.
    private static final double ROUNDING = 1e-7;

    /// Billions of dollars from millions.
    static Figure billions(Estimate millions) {
        return scaled(millions, 1e-3);
    }

    /// Billions of dollars from millions, such as `53.1 ± 0.6`: half the interval, for tables with many columns.
    static String billionsWithHalfWidth(Estimate millions) {
        return withHalfWidth(millions, 1e-3);
    }

    /// In a unit so many times smaller, with half the interval: `53.1 ± 0.6`.
    public static String withHalfWidth(Estimate estimate, double scale) {
        double half = (estimate.high() - estimate.low()) / 2 * scale;
        if (!(half > 0)) {
            return scaled(estimate, scale).value();
        }
        int decimals = decimals(half / 2);
        return number(estimate.value() * scale, decimals) + " ± " + number(half, decimals);
    }

    /// A number that somebody chose, without the zeros that a simulated one would end in.
    static Figure chosen(Figure number) {
        String value = number.value();
        return value.contains(".") ? new Figure(value.replaceFirst("\\.?0+$", ""), "") : number;
    }

    /// Percent from a share.
    static Figure percent(Estimate share) {
        return scaled(share, 100);
    }

    /// As it is, shares too.
    static Figure plain(Estimate estimate) {
        return scaled(estimate, 1);
    }

    /// In its own unit, shares in percent.
    static Figure of(Estimate estimate, Unit unit) {
        return scaled(estimate, scale(unit));
    }

    static Figure of(double value, Unit unit) {
        return of(Estimate.exact(value), unit);
    }

    /// What follows the number: ` %`, ` $M`, nothing for a pure factor.
    static String suffix(Unit unit) {
        return switch (unit) {
            case SHARE -> " %";
            case FACTOR, COUNT -> "";
            default -> " " + unit.text();
        };
    }

    /// A target with its tolerance, both to the tolerance's digits: `53.0 ± 4.0`.
    static String band(double target, double tolerance, Unit unit) {
        double scale = scale(unit);
        int decimals = Math.min(MOST_DECIMALS, decimals(tolerance * scale) + 1);
        return number(target * scale, decimals) + " ± " + number(tolerance * scale, decimals);
    }

    /// To so many significant digits.
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? number(value, decimals(Math.abs(value) / Math.pow(10, digits - 1)))
                : "none";
    }

    /// A number of paths that was extrapolated, rounded up to two significant digits: more would say too much.
    static long roughly(double paths) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, paths))) - 1));
        return paths < 1e18 ? (long) (Math.ceil(paths / unit) * unit) : (long) 1e18;
    }

    /// Value and interval one after the other.
    public String text() {
        return interval.isEmpty() ? value : value + " " + interval;
    }

    private static double scale(Unit unit) {
        return unit == Unit.SHARE ? 100 : 1;
    }

    /// In a unit so many times smaller.
    public static Figure scaled(Estimate estimate, double scale) {
        double value = estimate.value() * scale;
        if (!Double.isFinite(value)) {
            return new Figure("none", "");
        }
        double half = (estimate.high() - estimate.low()) / 2 * scale;
        if (!(half > Math.abs(value) * ROUNDING) || !Double.isFinite(half)) {
            return new Figure(number(value, decimals(Math.abs(value) * EXACT_RESOLUTION)), "");
        }
        int decimals = decimals(half / 2);
        if (Math.abs(value) + half < SHOWN) {
            return new Figure("0", "");
        }
        String low = number(estimate.low() * scale, decimals);
        String high = number(estimate.high() * scale, decimals);
        return new Figure(number(value, decimals), "[" + low + ", " + high + "]");
    }

    /// So many that `smallest` shows in its first digit.
    private static int decimals(double smallest) {
        return smallest > 0 ? (int) Math.clamp(Math.ceil(-Math.log10(smallest)), 0, MOST_DECIMALS) : 0;
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }
}
