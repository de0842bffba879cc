package io.tailrace.report;

import io.tailrace.engine.RunResult;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.ColumnStatistics;
import java.util.Locale;

/// The fan of an EBIT margin by quarter in characters: one line a quarter, one column for each step of margin.
///
/// `░` reaches from P5 to P95, `▒` from P25 to P75, `█` is the median; `│` stands at zero.
final class MarginFan {
    private static final int WIDTH = 36;

    private final double low;
    private final double high;

    private MarginFan(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /// A scale in whole tens of percent that holds P5 to P95 of every quarter of both contracts, from -100 % at the lowest.
    static MarginFan over(RunResult run, Quantity... margins) {
        double low = 0;
        double high = 0;
        for (Quantity margin : margins) {
            for (int t = 1; t <= run.plan().quarters(); t++) {
                ColumnStatistics s = run.of(margin.key(), t);
                if (s.count() > 0) {
                    low = Math.min(low, s.quantile(0.05).estimate().value());
                    high = Math.max(high, s.quantile(0.95).estimate().value());
                }
            }
        }
        return new MarginFan(Math.max(-1, Math.floor(low * 10) / 10), Math.ceil(high * 10) / 10);
    }

    /// The scale's ends, to stand above the fan.
    String axis() {
        String left = percent(low);
        String right = percent(high);
        return left + " ".repeat(WIDTH - left.length() - right.length()) + right;
    }

    String line(ColumnStatistics margin) {
        if (margin.count() == 0) {
            return " ".repeat(WIDTH);
        }
        var line = new StringBuilder(" ".repeat(WIDTH));
        if (low < 0) {
            line.setCharAt(column(0), '│');
        }
        fill(line, margin, 0.05, 0.95, '░');
        fill(line, margin, 0.25, 0.75, '▒');
        line.setCharAt(column(margin.quantile(0.5).estimate().value()), '█');
        return line.toString();
    }

    private void fill(StringBuilder line, ColumnStatistics margin, double from, double to, char mark) {
        int last = column(margin.quantile(to).estimate().value());
        for (int i = column(margin.quantile(from).estimate().value()); i <= last; i++) {
            line.setCharAt(i, mark);
        }
    }

    private int column(double margin) {
        return (int) Math.clamp(Math.floor((margin - low) / (high - low) * WIDTH), 0, WIDTH - 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share).replace('-', '−');
    }
}
