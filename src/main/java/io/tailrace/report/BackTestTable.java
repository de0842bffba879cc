package io.tailrace.report;

import io.tailrace.analysis.BackTest;
import io.tailrace.scenario.Scenario.BackTestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The back-test as a table in characters, verdicts first.
public final class BackTestTable {
    private static final String ROW = "%-8s %-13s %-20s %-28s %-20s %s";

    private BackTestTable() {}

    public static List<String> lines(BackTest backTest) {
        var lines = new ArrayList<String>();
        lines.add(line("verdict", "kind", "target", "model", "P10 to P90", "back-test"));
        for (BackTest.Row row : backTest.rows()) {
            lines.add(line(
                    verdict(row),
                    kind(row.target().kind()),
                    target(row),
                    Figure.of(row.model(), row.unit()).text(),
                    fan(row),
                    row.target().name() + outside(row)));
        }
        return lines;
    }

    /// How many rows fail.
    public static long failures(BackTest backTest) {
        return backTest.rows().stream().filter(row -> !row.verdict().orElse(true)).count();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }

    private static String verdict(BackTest.Row row) {
        return row.verdict().map(holds -> holds ? "holds" : "FAILS").orElse("reported");
    }

    private static String kind(BackTestRow.Kind kind) {
        return switch (kind) {
            case fit -> "fit";
            case forecast -> "forecast";
            case structure -> "structure";
            case outOfSample -> "out of sample";
        };
    }

    private static String target(BackTest.Row row) {
        BackTestRow target = row.target();
        var parts = new ArrayList<String>();
        target.observed().ifPresent(observed -> parts.add(target.tolerance()
                .map(tolerance -> Figure.band(observed, tolerance, row.unit()))
                .orElseGet(() -> value(observed, row))));
        target.above().ifPresent(above -> parts.add("> " + value(above, row)));
        target.below().ifPresent(below -> parts.add("< " + value(below, row)));
        return String.join(", ", parts) + Figure.suffix(row.unit());
    }

    private static String fan(BackTest.Row row) {
        return row.p10()
                .flatMap(low -> row.p90().map(high -> value(low, row) + " to " + value(high, row)))
                .orElse("");
    }

    private static String outside(BackTest.Row row) {
        Optional<Boolean> inside = row.insideFan();
        return inside.isPresent() && !inside.get() ? " (outside P10 to P90)" : "";
    }

    private static String value(double value, BackTest.Row row) {
        return Figure.of(value, row.unit()).value();
    }
}
