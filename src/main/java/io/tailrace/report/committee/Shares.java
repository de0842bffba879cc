package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Whose uncertainty the outcome's uncertainty is: the analyses `sobol` and `shapley`.
///
/// What is shared out of the NPVs themselves is drawn; of their worst 5 % it stands in folded tables.
final class Shares {
    private static final String VALUE = "value";

    private Shares() {}

    static List<Part> parts(StoredFiles files, List<String> outcomes, int mostRows) {
        List<JsonNode> sobol = outputs(files, "sobol", outcomes);
        List<JsonNode> shapley = outputs(files, "shapley", outcomes);
        var parts = new ArrayList<Part>();
        if (!sobol.isEmpty()) {
            parts.add(split(sobol));
        }
        sobol.stream().filter(Shares::isOfValue).forEach(output -> parts.add(sobol(output, mostRows)));
        shapley.stream().filter(Shares::isOfValue).forEach(output -> parts.add(shapley(output, mostRows)));
        sobol.stream().filter(output -> !isOfValue(output)).forEach(output -> parts.add(indices(output).fold()));
        shapley.stream().filter(output -> !isOfValue(output)).forEach(output -> parts.add(effects(output).fold()));
        return parts;
    }

    private static List<JsonNode> outputs(StoredFiles files, String analysis, List<String> outcomes) {
        return files.analysis(analysis).path("outputs").valueStream()
                .filter(output -> outcomes.contains(output.path("outcome").asString("")))
                .filter(output -> !output.path("drivers").isEmpty())
                .toList();
    }

    private static boolean isOfValue(JsonNode output) {
        return output.path("measure").asString(VALUE).equals(VALUE);
    }

    /// How much of an outcome's uncertainty could be removed at all; for page one.
    static Optional<Sentence> chance(StoredFiles files, String outcome) {
        return outputs(files, "sobol", List.of(outcome)).stream().filter(Shares::isOfValue).findFirst()
                .map(output -> Sentence.of("Of " + asked(output) + ", ",
                        Cell.said(output.path("split").path("pathNoise"), Scale.PERCENT),
                        " is chance that only time will tell, and ",
                        Cell.said(output.path("split").path("parameters"), Scale.PERCENT),
                        " is doubt about assumptions, which better knowledge could remove."));
    }

    /// Doubt about parameters against chance on the path.
    private static Chart split(List<JsonNode> outputs) {
        var table = new Table("parameters against chance", "of", "doubt about parameters, %", "chance on the path, %",
                "both together only, %");
        for (JsonNode output : outputs) {
            JsonNode split = output.path("split");
            table.row(Cell.of(asked(output)), Cell.of(split.path("parameters"), Scale.PERCENT),
                    Cell.of(split.path("pathNoise"), Scale.PERCENT), Cell.of(split.path("together"), Scale.PERCENT));
        }
        JsonNode first = outputs.getFirst();
        return Chart.flat(
                Sentence.of("Of " + asked(first) + ", ",
                        Cell.bare(first.path("split").path("pathNoise"), Scale.PERCENT),
                        " is chance on the path and ", Cell.bare(first.path("split").path("parameters"), Scale.PERCENT),
                        " is doubt about parameters"),
                "What better knowledge of the assumptions could remove, what only time will tell, and what needs both."
                        + " Whiskers: 95 % interval.",
                Axis.of("share of the uncertainty", Scale.PERCENT),
                List.of(Series.of("doubt about parameters", Shape.DOT, Tone.FEE, 1),
                        Series.of("chance on the path", Shape.DOT, Tone.PLAIN, 2),
                        Series.of("both together only", Shape.DOT, Tone.BONUS, 3)),
                outputs.size(),
                table);
    }

    private static Chart sobol(JsonNode output, int mostRows) {
        JsonNode first = drivers(output, "total").getFirst();
        return Chart.flat(
                Sentence.of(Names.capital(asked(output)) + " hangs most on " + Names.driver(first) + ": ",
                        Cell.bare(first.path("total"), Scale.PERCENT), " of it would be left if all else were known"),
                "First order: what knowing the driver alone would remove of the uncertainty. Total: what would be left if all"
                        + " else were known. Whiskers: 95 % interval. *: correlated with other shocks.",
                Axis.of("share of the uncertainty", Scale.PERCENT),
                List.of(Series.of("first order", Shape.DOT, Tone.DIFFERENCE, 2),
                        Series.of("total", Shape.DOT, Tone.PLAIN, 3)),
                mostRows,
                indices(output));
    }

    private static Table indices(JsonNode output) {
        var table = new Table("Sobol indices of " + asked(output), "driver", "kind", "first order, %", "total, %");
        for (JsonNode driver : drivers(output, "total")) {
            table.row(Cell.of(Names.driver(driver) + (driver.path("correlated").asBoolean() ? " *" : "")),
                    Cell.of(driver.path("kind").asString("")), Cell.of(driver.path("first"), Scale.PERCENT),
                    Cell.of(driver.path("total"), Scale.PERCENT));
        }
        return table;
    }

    private static Chart shapley(JsonNode output, int mostRows) {
        JsonNode first = drivers(output, "share").getFirst();
        return Chart.flat(
                Sentence.of(Names.capital(asked(output)) + ": the fair share of " + Names.driver(first) + " is ",
                        Cell.bare(first.path("share"), Scale.PERCENT)),
                "Shapley effects: the uncertainty shared out among the drivers so that the shares add up to all of it, those of"
                        + " correlated shocks too. Whiskers: 95 % interval.",
                Axis.of("share of the uncertainty", Scale.PERCENT),
                List.of(Series.of("fair share", Shape.DOT, Tone.DIFFERENCE, 2)),
                mostRows,
                effects(output));
    }

    private static Table effects(JsonNode output) {
        var table = new Table("Shapley effects on " + asked(output), "driver", "kind", "fair share, %");
        for (JsonNode driver : drivers(output, "share")) {
            table.row(Cell.of(Names.driver(driver)), Cell.of(driver.path("kind").asString("")),
                    Cell.of(driver.path("share"), Scale.PERCENT));
        }
        return table;
    }

    private static List<JsonNode> drivers(JsonNode output, String measure) {
        return output.path("drivers").valueStream()
                .sorted(Comparator.comparingDouble(
                        (JsonNode driver) -> driver.path(measure).path("value").asDouble()).reversed())
                .toList();
    }

    /// What is shared out, in words.
    private static String asked(JsonNode output) {
        String outcome = Names.of(output.path("outcome").asString(""));
        return switch (output.path("measure").asString(VALUE)) {
            case VALUE -> "the uncertainty of " + outcome;
            case "among-worst" -> "whether " + outcome + " is among its worst 5 %";
            default -> "how bad the worst 5 % of " + outcome + " are";
        };
    }
}
