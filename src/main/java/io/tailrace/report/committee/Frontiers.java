package io.tailrace.report.committee;

import io.tailrace.analysis.Lever;
import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What would have to be true for both contracts to be worth the same: the analysis `break-even`.
final class Frontiers {
    private Frontiers() {}

    static Section section(StoredFiles files) {
        JsonNode found = files.analysis("break-even");
        var parts = new ArrayList<Part>();
        if (!found.path("levers").isEmpty()) {
            levers(found.path("levers"), parts);
        }
        found.path("grids").forEach(grid -> grid(grid, parts));
        return new Section("frontiers", "What would have to be true", parts);
    }

    /// How far demand must fall for good before both contracts are worth the same, where the analysis found it.
    static Optional<JsonNode> demandLoss(StoredFiles files) {
        return files.analysis("break-even").path("levers").valueStream()
                .filter(row -> row.path("lever").asString("").equals("demand-loss"))
                .map(row -> row.path("mean").path("at"))
                .filter(at -> at.path("value").isNumber())
                .findFirst();
    }

    /// Where each lever, moved alone, makes both equal on average; with intervals.
    static Optional<Sentence> turningPoints(StoredFiles files) {
        var cells = new ArrayList<Cell>();
        var never = new ArrayList<String>();
        for (JsonNode row : files.analysis("break-even").path("levers")) {
            Scale scale = scale(row.path("lever"));
            String name = name(row.path("lever"));
            JsonNode at = row.path("mean").path("at");
            if (at.path("value").isNumber()) {
                cells.add(Cell.of((cells.isEmpty()
                        ? "Any one of these, for good, would make both worth the same on average: "
                        : "; ") + name + " "));
                cells.add(Cell.said(at, scale));
                if (row.path("now").asDouble() != 0) {
                    cells.add(Cell.of(" (in the scenario "));
                    cells.add(Cell.bare(row.path("now"), scale));
                    cells.add(Cell.of(")"));
                }
            } else {
                never.add(name);
            }
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        cells.add(Cell.of("." + (never.isEmpty() ? "" : " At no value would " + String.join(" or ", never) + ".")));
        return Optional.of(new Sentence(cells, false));
    }

    /// Shares come first: they have one axis, and are drawn.
    private static void levers(JsonNode levers, List<Part> parts) {
        List<JsonNode> rows = levers.valueStream().sorted(Comparator.comparing(row -> !isDrawn(row))).toList();
        int drawn = (int) rows.stream().filter(Frontiers::isDrawn).count();
        var table = new Table("break-even values", "what changes, for good and on every path", "in the scenario",
                "both are equal by mean NPV at", "both are equal by CVaR95 at", "looked for from", "to");
        for (JsonNode row : rows) {
            Scale scale = scale(row.path("lever"));
            table.row(Cell.of(scale.named(name(row.path("lever")))), Cell.of(row.path("now"), scale),
                    crossing(row.path("mean"), scale), crossing(row.path("cvar95"), scale),
                    Cell.of(row.path("from"), scale), Cell.of(row.path("to"), scale));
        }
        if (drawn == 0) {
            parts.add(table);
            return;
        }
        JsonNode first = rows.getFirst();
        parts.add(Chart.flat(
                Sentence.of(
                        "Both contracts are worth the same on average after a " + name(first.path("lever")) + " of ",
                        Cell.bare(first.path("mean").path("at"), scale(first.path("lever")))),
                "Each bar runs from the scenario's value (hollow end) to the one at which both contracts have the same mean NPV"
                        + " (dot), all else as uncertain as it is. The longer the bar, the more may go wrong first.",
                Axis.of("value", Scale.PERCENT),
                List.of(Series.of("from the scenario to break-even", Shape.SPAN, Tone.DIFFERENCE, 1, 2)),
                drawn,
                table));
    }

    private static boolean isDrawn(JsonNode row) {
        return scale(row.path("lever")).equals(Scale.PERCENT) && row.path("mean").path("at").path("value").isNumber();
    }

    private static Cell crossing(JsonNode crossover, Scale scale) {
        return crossover.path("at").path("value").isNumber()
                ? Cell.of(crossover.path("at"), scale)
                : Cell.of(
                        "nowhere: " + (crossover.path("taasAheadAtFirst").asBoolean() ? "TaaS" : "IaaS") + " is ahead");
    }

    /// Two levers at once: where the zero line runs.
    private static void grid(JsonNode grid, List<Part> parts) {
        Scale down = scale(grid.path("rowLever"));
        Scale across = scale(grid.path("columnLever"));
        var headers = new ArrayList<String>();
        headers.add(down.named(name(grid.path("rowLever"))));
        headers.add("equal at a " + across.named(name(grid.path("columnLever"))));
        grid.path("columns").forEach(column -> headers.add("mean TaaS − IaaS, $B, at "
                + Cell.of(column, across).text() + across.suffix()));
        var table = new Table(name(grid.path("rowLever")) + " against " + name(grid.path("columnLever")),
                headers.toArray(String[]::new));
        int zeros = 0;
        for (int row = 0; row < grid.path("rows").size(); row++) {
            var cells = new ArrayList<Cell>();
            JsonNode zero = grid.path("zeroAt").path(row);
            zeros += zero.path("value").isNumber() ? 1 : 0;
            cells.add(Cell.of(grid.path("rows").path(row), down));
            cells.add(zero.path("value").isNumber() ? Cell.of(zero, across) : Cell.of("nowhere"));
            grid.path("meanDifferenceMillion").path(row).forEach(cell -> cells.add(Cell.of(cell, Scale.BILLIONS)));
            table.row(cells);
        }
        if (zeros < 2) {
            parts.add(Sentence.of("In hardly any of these combinations of ", name(grid.path("rowLever")), " and ",
                    name(grid.path("columnLever")), " do both contracts come to be worth the same:"));
            parts.add(table);
        } else {
            parts.add(frontier(grid, down, across, table));
        }
    }

    private static Chart frontier(JsonNode grid, Scale down, Scale across, Table table) {
        String row = name(grid.path("rowLever"));
        String column = name(grid.path("columnLever"));
        int last = grid.path("rows").size() - 1;
        return Chart.upright(
                Sentence.of("Both contracts are equal at: " + row + " ", Cell.bare(grid.path("rows").path(0), down),
                        " and " + column + " ", Cell.bare(grid.path("zeroAt").path(0), across),
                        "; or ", Cell.bare(grid.path("rows").path(last), down), " and ",
                        Cell.bare(grid.path("zeroAt").path(last), across)),
                "Along the line both contracts have the same mean NPV: below it one is better, above it the other. The band"
                        + " is its 95 % interval. The table holds the mean difference on either side.",
                Axis.of(row, down),
                Axis.of(column, across),
                List.of(Series.of("95 % interval", Shape.BAND, Tone.DIFFERENCE, 0, 1),
                        Series.of("both are equal", Shape.LINE, Tone.DIFFERENCE, 0, 1)),
                table);
    }

    private static Optional<Lever> lever(JsonNode key) {
        return Arrays.stream(Lever.values())
                .filter(lever -> lever.name().replace('_', '-').equalsIgnoreCase(key.asString("")))
                .findFirst();
    }

    private static String name(JsonNode key) {
        return lever(key).map(Lever::label).orElse(Names.words(key.asString("")));
    }

    private static Scale scale(JsonNode key) {
        return lever(key).map(lever -> Scale.of(lever.unit().text())).orElse(Scale.PLAIN);
    }
}
