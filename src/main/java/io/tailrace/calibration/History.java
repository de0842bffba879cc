package io.tailrace.calibration;

import io.tailrace.scenario.CsvTable;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.Problem;
import io.tailrace.scenario.Quarter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An observed series, or a list of projects and how late they were.
///
/// The file's headings say which: `quarter` and one of `demand`, `price`, `spot`, `baseRevenue` (any unit, since only
/// ratios count); or `delayQuarters`, with `count` where a row stands for several projects. Further columns, such as
/// `source`, are for the reader.
public sealed interface History {
    Path file();

    /// Positive values at rising quarters, not necessarily every one.
    record Series(Path file, Kind kind, List<Quarter> quarters, double[] values) implements History {}

    /// What a series is of.
    enum Kind {
        demand, price, spot, baseRevenue
    }

    /// Projects that are finished, cancelled, or known to be later than something.
    record Delays(Path file, List<Delay> delays) implements History {}

    /// `count` projects whose delay lies in [low, high]: equal where it is known, 0 where on time, infinite where
    /// cancelled.
    record Delay(double low, double high, int count) {
        boolean onTime() {
            return high == 0;
        }

        boolean cancelled() {
            return low == Double.POSITIVE_INFINITY;
        }
    }

    /// @throws InvalidScenarioException listing all problems with file and line
    static History read(Path file) {
        var table = CsvTable.read(file);
        var kinds = Arrays.stream(Kind.values()).filter(kind -> table.headings().contains(kind.name())).toList();
        if (table.headings().contains("delayQuarters")) {
            return delays(file, table);
        }
        if (!table.headings().contains("quarter") || kinds.size() != 1) {
            throw new InvalidScenarioException(List.of(new Problem(
                    table.location(), "headings", String.join(",", table.headings()),
                    "must be delayQuarters, or quarter and one of demand, price, spot, baseRevenue", "")));
        }
        return series(file, table, kinds.getFirst());
    }

    private static Series series(Path file, CsvTable table, Kind kind) {
        var problems = new ArrayList<Problem>();
        var quarters = new ArrayList<Quarter>();
        var values = new ArrayList<Double>();
        for (CsvTable.Row row : table.rows()) {
            Optional<Quarter> quarter = Quarter.of(row.cell("quarter"));
            if (quarter.isEmpty()) {
                problems.add(row.problem("quarter", "must be a quarter such as 2026Q1"));
            } else if (!quarters.isEmpty() && quarters.getLast().compareTo(quarter.get()) >= 0) {
                problems.add(row.problem("quarter", "must come after " + quarters.getLast()));
            }
            Optional<Double> value = row.number(kind.name()).filter(v -> v > 0);
            if (value.isEmpty()) {
                problems.add(row.problem(kind.name(), "must be a positive number"));
            }
            quarter.ifPresent(quarters::add);
            value.ifPresent(values::add);
        }
        throwIfAny(problems);
        return new Series(file, kind, List.copyOf(quarters), values.stream().mapToDouble(v -> v).toArray());
    }

    private static Delays delays(Path file, CsvTable table) {
        var problems = new ArrayList<Problem>();
        var delays = new ArrayList<Delay>();
        boolean counted = table.headings().contains("count");
        for (CsvTable.Row row : table.rows()) {
            Optional<Delay> delay = delay(row.cell("delayQuarters"));
            Optional<Double> count =
                    counted ? row.number("count").filter(n -> n >= 1 && n == Math.rint(n)) : Optional.of(1.0);
            if (delay.isEmpty()) {
                problems.add(row.problem("delayQuarters",
                        "must be quarters such as 1.5, a range such as 1 to 4, more than 0, or cancelled"));
            }
            if (count.isEmpty()) {
                problems.add(row.problem("count", "must be a whole number of projects"));
            }
            delay.ifPresent(d -> count.ifPresent(n -> delays.add(new Delay(d.low, d.high, n.intValue()))));
        }
        throwIfAny(problems);
        return new Delays(file, List.copyOf(delays));
    }

    private static Optional<Delay> delay(String text) {
        if (text.equals("cancelled")) {
            return Optional.of(new Delay(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
        }
        boolean open = text.startsWith("more than ");
        String[] ends = open
                ? new String[]{text.substring("more than ".length()), ""}
                : text.contains(" to ") ? text.split(" to ", 2) : new String[]{text, text};
        try {
            double low = Double.parseDouble(ends[0]);
            double high = open ? Double.POSITIVE_INFINITY : Double.parseDouble(ends[1]);
            boolean sound = low >= 0 && low <= high && Double.isFinite(low) && (open || Double.isFinite(high));
            return sound ? Optional.of(new Delay(low, high, 1)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
    }
}
