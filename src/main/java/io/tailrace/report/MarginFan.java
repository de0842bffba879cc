package io.tailrace.report;

import io.tailrace.summary.ColumnStatistics;
import java.util.Locale;

/// The fan of an EBIT margin in characters: one line a quarter, one character for each step of margin.
///
/// `░` reaches from P5 to P95, `▒` from P25 to P75, `█` is the median; `│` stands at zero, `┊` at the hurdle, and `‹`
/// where P5 lies below the scale.
record MarginFan(MarginScale scale) {
    static final int WIDTH = 42;

    /// The contract's name, the scale's ends and zero, to stand above the fan.
    String axis(String name) {
        var axis = new StringBuilder(" ".repeat(WIDTH));
        String right = percent(scale.high());
        place(axis, percent(scale.low()), 0);
        place(axis, right, WIDTH - right.length());
        placeIfFree(axis, "0", column(0));
        placeIfFree(axis, name, (WIDTH - name.length()) / 2);
        return axis.toString();
    }

    String line(ColumnStatistics margin) {
        var line = new StringBuilder(" ".repeat(WIDTH));
        if (margin.count() > 0) {
            fill(line, margin, 0.05, 0.95, '░');
        }
        mark(line, 0, '│');
        mark(line, scale.hurdle(), '┊');
        if (margin.count() > 0) {
            fill(line, margin, 0.25, 0.75, '▒');
            line.setCharAt(column(MarginScale.at(margin, 0.5)), '█');
            if (MarginScale.at(margin, 0.05) < scale.low()) {
                line.setCharAt(0, '‹');
            }
        }
        return line.toString();
    }

    /// `47 %`, or `none` where no path has a margin.
    static String median(ColumnStatistics margin) {
        return margin.count() == 0 ? "none" : percent(MarginScale.at(margin, 0.5));
    }

    private void fill(StringBuilder line, ColumnStatistics margin, double from, double to, char mark) {
        int last = column(MarginScale.at(margin, to));
        for (int i = column(MarginScale.at(margin, from)); i <= last; i++) {
            line.setCharAt(i, mark);
        }
    }

    private void mark(StringBuilder line, double margin, char mark) {
        if (margin >= scale.low() && margin < scale.high()) {
            line.setCharAt(column(margin), mark);
        }
    }

    private static void placeIfFree(StringBuilder line, String text, int column) {
        int before = Math.max(0, column - 1);
        int after = Math.min(WIDTH, column + text.length() + 1);
        if (line.substring(before, after).isBlank()) {
            place(line, text, column);
        }
    }

    private static void place(StringBuilder line, String text, int column) {
        line.replace(column, column + text.length(), text);
    }

    private int column(double margin) {
        return (int) Math.clamp(Math.floor(scale.position(margin) * WIDTH), 0, WIDTH - 1);
    }

    private static String percent(double share) {
        long percent = Math.round(100 * share);
        return String.format(Locale.ROOT, "%,d %%", percent).replace('-', '−');
    }
}
