package io.tailrace.report;

import io.tailrace.analysis.BreakEven;
import io.tailrace.analysis.Lever;
import io.tailrace.analysis.TwoWay;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Break-even values with what the scenario has now, and the two-way grids with their zero lines.
final class BreakEvenTable {
    private BreakEvenTable() {}

    static List<String> lines(BreakEven breakEven) {
        var grid = new Grid("TaaS and IaaS are equal at", "now", "by mean NPV", "by CVaR95");
        for (BreakEven.Row row : breakEven.levers()) {
            grid.row("  " + title(row.lever()), new Figure(number(row.now(), row.lever()), ""),
                    figure(row.mean().at(), row.lever()), figure(row.cvar95().at(), row.lever()));
        }
        var lines = new ArrayList<String>(grid.lines());
        for (BreakEven.Row row : breakEven.levers()) {
            none(row, row.mean(), "mean NPVs").ifPresent(text -> lines.addAll(Sentences.wrapped(text)));
            none(row, row.cvar95(), "CVaR95s").ifPresent(text -> lines.addAll(Sentences.wrapped(text)));
        }
        lines.addAll(Sentences.wrapped(String.format(
                Locale.ROOT,
                "The smallest such value, the same on every path, all else as uncertain as it is; on %,d paths. Now: the"
                        + " scenario's point value, which may be uncertain there.",
                breakEven.paths())));
        breakEven.grids().forEach(each -> lines.addAll(lines(each)));
        return lines;
    }

    /// What is said where both contracts are equal nowhere.
    private static Optional<String> none(BreakEven.Row row, BreakEven.Crossover crossover, String what) {
        Lever lever = row.lever();
        return crossover.at().isPresent()
                ? Optional.empty()
                : Optional.of(title(lever) + ": no crossing of " + what + " between "
                        + number(row.from(), lever) + " and " + number(row.to(), lever) + "; "
                        + (crossover.taasAheadAtFirst() ? "TaaS" : "IaaS") + " is ahead throughout.");
    }

    private static List<String> lines(TwoWay twoWay) {
        var header = new ArrayList<String>();
        header.add("mean TaaS − IaaS, $B");
        twoWay.columns().forEach(value -> header.add(number(value, twoWay.columnLever())));
        header.add("zero at");
        var grid = new Grid(header.toArray(String[]::new));
        for (int row = 0; row < twoWay.rows().size(); row++) {
            var cells = new ArrayList<Figure>();
            twoWay.meanDifferenceMillion().get(row).forEach(cell -> cells.add(
                    new Figure(Figure.billionsWithHalfWidth(cell), "")));
            cells.add(figure(twoWay.zeroAt().get(row), twoWay.columnLever()));
            grid.row("  " + number(twoWay.rows().get(row), twoWay.rowLever()), cells.toArray(Figure[]::new));
        }
        var lines = new ArrayList<String>(grid.lines());
        lines.addAll(Sentences.wrapped(String.format(
                Locale.ROOT,
                "Down: %s. Across: %s. ± half of the 95 %% interval, on %,d paths.",
                title(twoWay.rowLever()),
                title(twoWay.columnLever()),
                twoWay.paths())));
        return lines;
    }

    private static String title(Lever lever) {
        return switch (lever.unit()) {
            case SHARE -> lever.label() + ", %";
            case LOG -> lever.label() + ", log per quarter";
            case Unit other -> lever.label() + ", " + other.text();
        };
    }

    private static String number(double value, Lever lever) {
        return Figure.chosen(figure(Estimate.exact(value), lever)).value();
    }

    private static Figure figure(Optional<Estimate> estimate, Lever lever) {
        return estimate.map(at -> figure(at, lever)).orElse(new Figure("none", ""));
    }

    private static Figure figure(Estimate estimate, Lever lever) {
        return Figure.of(estimate, lever.unit());
    }
}
