package io.tailrace.report;

import io.tailrace.analysis.BackTest;
import io.tailrace.scenario.Scenario.BackTestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The back-test as a table in characters.
public final class BackTestTable {
    private static final String ROW = "%-46s %-10s %-24s %-34s %s";

    private BackTestTable() {}

    public static List<String> lines(BackTest backTest) {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, ROW, "back-test", "kind", "target", "model", "verdict").stripTrailing());
        for (BackTest.Row row : backTest.rows()) {
            lines.add(String.format(
                            Locale.ROOT,
                            ROW,
                            row.target().name(),
                            kind(row.target().kind()),
                            target(row),
                            model(row),
                            verdict(row))
                    .stripTrailing());
        }
        return lines;
    }

    private static String kind(BackTestRow.Kind kind) {
        return switch (kind) {
            case fit -> "fit";
            case forecast -> "forecast";
            case structure -> "structure";
            case outOfSample -> "out of s.";
        };
    }

    private static String target(BackTest.Row row) {
        var text = new StringBuilder();
        row.target().observed().ifPresent(observed -> text.append(Figure.of(observed, row.unit())));
        row.target().tolerance().ifPresent(tolerance -> text.append(" ± ").append(Figure.of(tolerance, row.unit())));
        row.target().above().ifPresent(above -> text.append(text.isEmpty() ? "> " : ", > ").append(Figure.of(above, row.unit())));
        row.target().below().ifPresent(below -> text.append(text.isEmpty() ? "< " : ", < ").append(Figure.of(below, row.unit())));
        return text.toString();
    }

    private static String model(BackTest.Row row) {
        return Figure.of(row.model(), row.unit());
    }

    private static String verdict(BackTest.Row row) {
        String fan = row.p10().isEmpty()
                ? ""
                : " (P10 " + Figure.of(row.p10().get(), row.unit()) + ", P90 " + Figure.of(row.p90().get(), row.unit()) + ")";
        String passed = row.verdict().map(holds -> holds ? "holds" : "FAILS").orElse("reported");
        String inside = row.verdict().isPresent() || row.insideFan().isEmpty()
                ? ""
                : row.insideFan().get() ? ", inside the fan" : ", outside the fan";
        return passed + inside + fan;
    }
}
