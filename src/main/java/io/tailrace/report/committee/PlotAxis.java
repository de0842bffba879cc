package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Run;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A numeric axis: where a number of the table lies between its ends, and where its ticks are.
///
/// @param low what stands at the beginning, in the unit shown
/// @param step between ticks; on a logarithmic axis ticks are powers of ten
/// @param factor from the table's number to the one shown
record PlotAxis(double low, double high, double step, boolean isLog, double factor) {
    private static final int MOST_TICKS = 7;
    private static final MathContext SHOWN = new MathContext(4);

    /// Around all of the numbers, which are the table's.
    ///
    /// @param zero whether it begins at zero unless numbers lie below
    static PlotAxis around(Axis axis, List<Double> numbers, boolean zero) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            if (Double.isFinite(number) && (axis.run() != Run.LOG || number > 0)) {
                low = Math.min(low, number * axis.factor());
                high = Math.max(high, number * axis.factor());
            }
        }
        if (low > high) {
            return new PlotAxis(0, 1, 1, false, axis.factor());
        }
        if (axis.run() == Run.LOG) {
            return new PlotAxis(low, high > low ? high : low * 10, 1, true, axis.factor());
        }
        if (!Double.isNaN(axis.from())) {
            low = Math.max(low, axis.from() * axis.factor());
        }
        return linear(zero ? Math.min(0, low) : low, zero ? Math.max(0, high) : high, axis.factor());
    }

    private static PlotAxis linear(double low, double high, double factor) {
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        double power = Math.pow(10, Math.floor(Math.log10(span / MOST_TICKS)));
        double step = power * 10;
        for (double round : new double[]{1, 2, 5}) {
            if (span / (round * power) <= MOST_TICKS) {
                step = round * power;
                break;
            }
        }
        return new PlotAxis(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step, false,
                factor);
    }

    /// In [0, 1] between the ends, of a number of the table.
    double share(double number) {
        double shown = number * factor;
        return isLog
                ? Math.log10(shown / low) / Math.log10(high / low)
                : (shown - low) / (high - low);
    }

    /// Numbers as shown, at which there are ticks.
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        if (isLog) {
            for (int power = (int) Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) {
                ticks.add(Math.pow(10, power));
            }
            return ticks;
        }
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /// Of a number as shown.
    double shareOfShown(double shown) {
        return share(shown / factor);
    }

    boolean hasZeroInside() {
        return !isLog && low < 0 && high > 0;
    }

    /// To four digits, such as `−1,250` and `0.1`.
    static String text(double shown) {
        if (Math.abs(shown) < 1e-9) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(shown).round(SHOWN).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded).replace('-', '−');
    }
}
