package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The model held against what was observed: the analysis `backtest`.
final class BackTests {
    private BackTests() {}

    static Section section(StoredFiles files) {
        JsonNode found = files.analysis("backtest");
        List<JsonNode> rows = found.path("rows").valueStream()
                .sorted(Comparator.comparing(row -> !isRanked(row)))
                .toList();
        var parts = new ArrayList<Part>();
        if (!rows.isEmpty()) {
            parts.add(Sentence
                    .of("Figures that were published, held against the model. A fit was used to set the scenario; a"
                            + " forecast was not; what came out after the scenario was written is reported and passes no verdict."));
            hits(found).ifPresent(parts::add);
            int ranked = (int) rows.stream().filter(BackTests::isRanked).count();
            parts.add(ranked == 0 ? table(rows) : chart(found, rows, ranked));
        }
        return new Section("back-test", "Against what was observed", parts);
    }

    private static boolean isRanked(JsonNode row) {
        return row.path("pit").path("value").isNumber();
    }

    /// How many figures lie inside P10 to P90, by kind.
    static Optional<Sentence> hits(JsonNode found) {
        var cells = new ArrayList<Cell>();
        for (JsonNode rate : found.path("hitRates")) {
            cells.add(Cell.of(cells.isEmpty() ? "Inside the model's P10 to P90 lie " : ", and "));
            cells.add(Cell.bare(rate.path("hits"), Scale.PLAIN));
            cells.add(Cell.of(" of "));
            cells.add(Cell.bare(rate.path("rows"), Scale.PLAIN));
            cells.add(Cell.of(switch (rate.path("kind").asString("")) {
                case "forecast" -> " forecasts";
                case "outOfSample" -> " figures that came out after the scenario was written";
                case String other -> " of kind " + Names.words(other);
            } + misses(found, rate)));
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        cells.add(Cell.of("; of a perfect model "));
        cells.add(Cell.bare(found.path("hitRates").path(0).path("expected"), Scale.PERCENT));
        cells.add(Cell.of(" would."));
        return Optional.of(new Sentence(cells, false));
    }

    /// On which side figures lie that lie outside, if all do on one.
    private static String misses(JsonNode found, JsonNode rate) {
        List<JsonNode> outside = found.path("rows").valueStream()
                .filter(row -> row.path("target").path("kind").equals(rate.path("kind")))
                .filter(row -> row.path("insideFan").isBoolean() && !row.path("insideFan").asBoolean())
                .toList();
        String which = rate.path("hits").asInt() == 0 ? "all" : "the others";
        Predicate<JsonNode> isAbove =
                row -> row.path("target").path("observed").asDouble() > row.path("p90").asDouble();
        return outside.isEmpty()
                ? ""
                : outside.stream().allMatch(isAbove)
                        ? " (" + which + " lie above: the model was too low)"
                        : outside.stream().noneMatch(isAbove)
                                ? " (" + which + " lie below: the model was too high)"
                                : "";
    }

    private static Table table(List<JsonNode> rows) {
        var table = new Table("back-test", "figure", "observed", "model", "P10", "P90", "unit",
                "futures below the observed figure, %", "quarter", "kind", "holds");
        for (JsonNode row : rows) {
            JsonNode target = row.path("target");
            Scale scale = Scale.of(row.path("unit").asString(""));
            table.row(Cell.of(name(target)), Cell.of(target.path("observed"), scale), Cell.of(row.path("model"), scale),
                    Cell.of(row.path("p10"), scale), Cell.of(row.path("p90"), scale), Cell.of(scale.unit()),
                    Cell.of(row.path("pit"), Scale.PERCENT), Cell.of(target.path("quarter").asString("")),
                    Cell.of(Names.words(target.path("kind").asString(""))), Cell.of(verdict(row)));
        }
        return table;
    }

    /// Without the unit, which has a column of its own.
    private static String name(JsonNode target) {
        return target.path("name").asString("").replaceFirst(", \\$M$", "");
    }

    private static Chart chart(JsonNode found, List<JsonNode> rows, int ranked) {
        List<JsonNode> rates = found.path("hitRates").valueStream().toList();
        JsonNode last = rates.isEmpty() ? StoredFiles.MAPPER.createObjectNode() : rates.getLast();
        Sentence title = rates.isEmpty()
                ? Sentence.of("Where the observed figures lie among the futures")
                : Sentence.of("Inside P10 to P90 lie ", Cell.bare(last.path("hits"), Scale.PLAIN), " of ",
                        Cell.bare(last.path("rows"), Scale.PLAIN), kind(last));
        return Chart.flat(
                title,
                "For each figure, how much of the simulated futures lies below it (the PIT value). Between 10 and 90 % it is"
                        + " inside P10 to P90; near 100 % the model was too low, near 0 % too high.",
                Axis.of("futures below the observed figure", Scale.PERCENT),
                List.of(Series.of("futures below the observed figure", Shape.DOT, Tone.PLAIN, 6)),
                ranked,
                table(rows));
    }

    private static String kind(JsonNode rate) {
        return switch (rate.path("kind").asString("")) {
            case "forecast" -> " forecasts";
            case "outOfSample" -> " figures published after the scenario";
            case String other -> " figures of kind " + Names.words(other).toLowerCase(Locale.ROOT);
        };
    }

    private static String verdict(JsonNode row) {
        JsonNode verdict = row.path("verdict").isBoolean() ? row.path("verdict") : row.path("insideFan");
        return !verdict.isBoolean() ? "–" : verdict.asBoolean() ? "yes" : "no";
    }
}
