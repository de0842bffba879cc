package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the outcome hangs on: the analyses `tornado` and `sobol`.
final class Drivers {
    private static final int MOST_ROWS = 12;

    private Drivers() {}

    static Section section(StoredFiles files) {
        var parts = new ArrayList<Part>();
        List<String> outcomes =
                files.sellsTokens() ? List.of("npvDifference", "npvTaas", "npvIaas") : List.of("npvIaas");
        for (String outcome : outcomes) {
            tornado(files.analysis("tornado"), outcome, parts);
        }
        for (JsonNode output : files.analysis("sobol").path("outputs")) {
            if (outcomes.contains(output.path("outcome").asString(""))) {
                sobol(output, parts);
            }
        }
        AnyAnalysis.add(files, parts, "shapley", "ranks", "information");
        return new Section("drivers", "What drives it", parts);
    }

    private record Bar(String parameter, JsonNode p10, JsonNode p90, JsonNode swings) {
        double width() {
            return Math.abs(swings.path("mean").path("swingMillion").path("value").asDouble());
        }
    }

    /// One outcome's swings, the widest first.
    private static void tornado(JsonNode tornado, String outcome, List<Part> parts) {
        List<Bar> bars = tornado.path("bars").valueStream()
                .flatMap(bar -> bars(bar, outcome))
                .sorted(Comparator.comparingDouble(Bar::width).reversed())
                .toList();
        if (bars.isEmpty()) {
            return;
        }
        var table = new Table("tornado of " + Names.of(outcome), "parameter", "its P10", "its P90",
                "mean NPV at its P10, $B", "mean NPV at its P90, $B", "swing of mean, $B", "swing of P5, $B",
                "swing of CVaR95, $B");
        for (Bar bar : bars) {
            JsonNode mean = bar.swings().path("mean");
            table.row(Cell.of(bar.parameter()), Cell.of(bar.p10(), Scale.PLAIN), Cell.of(bar.p90(), Scale.PLAIN),
                    Cell.of(mean.path("atP10Million"), Scale.BILLIONS),
                    Cell.of(mean.path("atP90Million"), Scale.BILLIONS),
                    Cell.of(mean.path("swingMillion"), Scale.BILLIONS),
                    Cell.of(bar.swings().path("p5").path("swingMillion"), Scale.BILLIONS),
                    Cell.of(bar.swings().path("cvar95").path("swingMillion"), Scale.BILLIONS));
        }
        Cell widest = Cell.bare(bars.getFirst().swings().path("mean").path("swingMillion"), Scale.BILLIONS);
        parts.add(Chart.flat(
                Sentence.of(Names.of(outcome), ": ", bars.getFirst().parameter(), " moves the mean most, by ", widest,
                        " from its P10 to its P90"),
                "Each bar runs from the mean NPV with the parameter at its P10 (hollow end) to that at its P90 (dot);"
                        + " everything else stays as uncertain as it was. Longest first.",
                Axis.of("mean NPV, " + Names.of(outcome), Scale.BILLIONS),
                List.of(Series.of("from P10 to P90 of the parameter", Shape.SPAN, Names.tone(outcome), 3, 4)),
                MOST_ROWS,
                table));
    }

    /// As people call it: `demand shock`, `tenant default`.
    private static String name(JsonNode driver) {
        String name = driver.path("driver").asString("");
        return switch (driver.path("kind").asString("")) {
            case "shock" -> name + " shock";
            case "event" -> name.equals("default") ? "tenant default" : name;
            default -> name;
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Stream<Bar> bars(JsonNode bar, String outcome) {
        return bar.path("outcomes").valueStream()
                .filter(one -> one.path("outcome").asString("").equals(outcome))
                .map(one -> new Bar(bar.path("parameter").asString(""), bar.path("p10"), bar.path("p90"), one));
    }

    private static void sobol(JsonNode output, List<Part> parts) {
        String measure = output.path("measure").asString("value");
        String outcome = Names.of(output.path("outcome").asString(""));
        String of = switch (measure) {
            case "value" -> "the uncertainty of " + outcome;
            case "among-worst" -> "whether " + outcome + " is among its worst 5 %";
            default -> "how bad the worst 5 % of " + outcome + " are";
        };
        JsonNode split = output.path("split");
        List<JsonNode> drivers = output.path("drivers").valueStream()
                .sorted(Comparator.comparingDouble((JsonNode d) -> d.path("total").path("value").asDouble()).reversed())
                .toList();
        var table = new Table("Sobol indices of " + of, "driver", "kind", "first order, %", "total, %");
        for (JsonNode driver : drivers) {
            table.row(Cell.of(name(driver) + (driver.path("correlated").asBoolean() ? " *" : "")),
                    Cell.of(driver.path("kind").asString("")), Cell.of(driver.path("first"), Scale.PERCENT),
                    Cell.of(driver.path("total"), Scale.PERCENT));
        }
        if (table.isEmpty()) {
            return;
        }
        parts.add(Chart.flat(
                Sentence.of(sentence(of), ": ", Cell.bare(split.path("pathNoise"), Scale.PERCENT),
                        " is chance on the path and ", Cell.bare(split.path("parameters"), Scale.PERCENT),
                        " is doubt about parameters; most hangs on ", name(drivers.getFirst())),
                "First order: what knowing the driver would remove of the uncertainty. Total: what would be left if all else"
                        + " were known. Whiskers: 95 % interval. *: correlated with other shocks.",
                Axis.of("share of the uncertainty", Scale.PERCENT),
                List.of(Series.of("first order", Shape.DOT, Tone.DIFFERENCE, 2),
                        Series.of("total", Shape.DOT, Tone.PLAIN, 3)),
                MOST_ROWS,
                table));
    }
}
