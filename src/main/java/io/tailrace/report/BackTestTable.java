package io.tailrace.report;

import io.tailrace.analysis.BackTest;
import io.tailrace.analysis.HitRate;
import io.tailrace.scenario.Scenario.BackTestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The back-test as a table in characters: rows by kind, verdicts first, then how often figures were hit.
public final class BackTestTable {
    private static final String ROW = "%-9s%-21s%-25s%-20s%-6s%-24s%s";

    private BackTestTable() {}

    public static List<String> lines(BackTest backTest) {
        if (backTest.rows().isEmpty()) {
            return List.of("The scenario states no back-test.");
        }
        var lines = new ArrayList<String>();
        lines.add(line("verdict", "target", "model", "P10 to P90", "hit", "PIT, %", "back-test"));
        for (BackTestRow.Kind kind : BackTestRow.Kind.values()) {
            List<BackTest.Row> rows = backTest.rows().stream()
                    .filter(row -> row.target().kind() == kind)
                    .toList();
            if (!rows.isEmpty()) {
                lines.add(heading(kind));
                rows.forEach(row -> lines.add(row(row)));
            }
        }
        hits(lines, backTest.hitRates());
        return List.copyOf(lines);
    }

    /// How many rows fail.
    public static long failures(BackTest backTest) {
        return backTest.rows().stream().filter(row -> !row.verdict().orElse(true)).count();
    }

    private static String row(BackTest.Row row) {
        return line(
                row.verdict().map(holds -> holds ? "holds" : "FAILS").orElse("reported"),
                target(row),
                Figure.of(row.model(), row.unit()).text(),
                fan(row),
                row.insideFan().map(inside -> inside ? "hit" : "miss").orElse(""),
                row.pit().map(pit -> Figure.percent(pit).text()).orElse(""),
                row.target().name());
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }

    private static String heading(BackTestRow.Kind kind) {
        return switch (kind) {
            case fit -> "Fit: the opening quarter at point values, within the tolerance";
            case forecast -> "Forecast: figures inside P10 to P90, the statistic within the tolerance";
            case structure -> "Structure: a statistic on one side of a bound";
            case outOfSample -> "Out of sample: published after the scenario was written; reported, never tuned to";
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

    private static void hits(List<String> lines, List<HitRate> rates) {
        if (rates.isEmpty()) {
            return;
        }
        lines.add("Inside P10 to P90: four of five if the model is right; rows counted as if they were independent");
        rates.forEach(rate -> lines.add("  " + hits(rate)));
        lines.add("PIT: probability that the simulated value lies below the observed one; evenly spread if the model is"
                + " right");
    }

    private static String hits(HitRate rate) {
        String kind = rate.kind() == BackTestRow.Kind.outOfSample ? "out of sample" : rate.kind().name();
        String share = String.format(Locale.ROOT, "%-15s%d of %d hit, %s %%", kind, rate.hits(), rate.rows(),
                Figure.percent(rate.rate()).text());
        return rate.rate().value() < rate.expected()
                ? String.format(Locale.ROOT, "%s; a right model has so few in %.1f %% of cases", share,
                        100 * rate.probabilityOfSoFew())
                : share;
    }

    private static String value(double value, BackTest.Row row) {
        return Figure.of(value, row.unit()).value();
    }
}
