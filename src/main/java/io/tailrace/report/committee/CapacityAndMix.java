package io.tailrace.report.committee;

import io.tailrace.analysis.Term;
import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How many megawatts come, and how late; and how many of them should sell tokens.
final class CapacityAndMix {
    private static final String MIX = "mix";

    private CapacityAndMix() {}

    static Section capacity(StoredFiles files) {
        var parts = new ArrayList<Part>();
        Fans.add(files, parts, "Megawatts of this business", List.of(
                new Fans.Fan("in service", "businessMw", Tone.PLAIN),
                new Fans.Fan("late", "businessLateMw", Tone.DIFFERENCE)));
        Fans.add(files, parts, "Megawatts of the whole AI fleet", List.of(
                new Fans.Fan("in service", "capacityMw", Tone.PLAIN), new Fans.Fan("late", "lateMw", Tone.DIFFERENCE)));
        return new Section("capacity", "Capacity and its delays", parts);
    }

    static Section mix(StoredFiles files) {
        var parts = new ArrayList<Part>();
        JsonNode found = files.analysis(MIX).path("frontiers");
        if (found.isEmpty()) {
            pure(files.summary().path("decision").path("frontier"), parts);
        }
        for (JsonNode frontier : found) {
            parts.add(frontier(frontier));
        }
        best(found, parts);
        return new Section("mix", "How much of each, and on which terms", parts);
    }

    /// What the analysis `mix` says is safest; missing where it was not made.
    static JsonNode safest(StoredFiles files) {
        return files.analysis(MIX).path("frontiers").valueStream()
                .filter(frontier -> frontier.path("term").asString("").equals(MIX))
                .map(frontier -> frontier.path("safest"))
                .findFirst()
                .orElse(StoredFiles.MAPPER.missingNode());
    }

    /// The few mixes of the run itself.
    private static void pure(JsonNode mixes, List<Part> parts) {
        if (mixes.size() < 2) {
            return;
        }
        var table = new Table("mix frontier", "share of the megawatts that sells tokens, %", "mean NPV, $B",
                "CVaR95 of NPV, $B");
        for (JsonNode point : mixes) {
            table.row(Cell.of(point.path("tokenShareOfMw"), Scale.PERCENT), Cell.of(point.path("mean"), Scale.BILLIONS),
                    Cell.of(point.path("cvar95"), Scale.BILLIONS));
        }
        JsonNode safest = mixes.get(0);
        JsonNode richest = mixes.get(0);
        for (JsonNode point : mixes) {
            safest = value(point, "cvar95") > value(safest, "cvar95") ? point : safest;
            richest = value(point, "mean") > value(richest, "mean") ? point : richest;
        }
        var title = Sentence.of("Of the mixes shown, ", Cell.bare(richest.path("tokenShareOfMw"), Scale.PERCENT),
                " of tokens earns most on average, and ", Cell.bare(safest.path("tokenShareOfMw"), Scale.PERCENT),
                " has the best worst 5 %");
        parts.add(chart(title, "share of the megawatts that sells tokens", Tone.DIFFERENCE, table));
    }

    private static Chart frontier(JsonNode frontier) {
        String name = name(frontier);
        Scale scale = scale(frontier);
        var table = new Table("frontier: " + name, scale.named(name), "mean NPV, $B", "CVaR95 of NPV, $B", "efficient");
        for (JsonNode point : frontier.path("points")) {
            table.row(Cell.of(point.path("at"), scale), Cell.of(point.path("meanMillion"), Scale.BILLIONS),
                    Cell.of(point.path("cvar95Million"), Scale.BILLIONS), Cell.of(standing(point)));
        }
        JsonNode safest = frontier.path("safest");
        var title =
                Sentence.of(Names.capital(name) + ": the worst 5 % are best at ", Cell.bare(safest.path("at"), scale),
                        ", ", Cell.bare(safest.path("cvar95Million"), Scale.BILLIONS), " with a mean of ",
                        Cell.bare(safest.path("meanMillion"), Scale.BILLIONS), "; the scenario has ",
                        Cell.bare(frontier.path("now"), scale));
        Tone tone = switch (frontier.path("term").asString("")) {
            case MIX -> Tone.DIFFERENCE;
            case "lease-term" -> Tone.IAAS;
            default -> Tone.TAAS;
        };
        return chart(title, name, tone, table);
    }

    private static Chart chart(Sentence title, String name, Tone tone, Table table) {
        return Chart.upright(
                title,
                "Each point is one value of it, which stands beside the point. Higher is better on average, further right is"
                        + " better in the worst 5 % of futures; a point with another above it and to its right is never best.",
                Axis.of("CVaR95, mean NPV of the worst 5 %", Scale.BILLIONS),
                Axis.of("mean NPV", Scale.BILLIONS),
                List.of(Series.of(name, Shape.LINE, tone, 2, 1, 0)),
                table);
    }

    private static String standing(JsonNode point) {
        return switch (point.path("standing").asString("")) {
            case "efficient" -> "yes";
            case "dominated" -> "no";
            default -> "not to be told";
        };
    }

    /// The highest mean that keeps the worst 5 % above a floor.
    private static void best(JsonNode frontiers, List<Part> parts) {
        var table = new Table("highest mean with CVaR95 at least", "of", "CVaR95 at least, $B", "at", "unit",
                "mean NPV, $B", "CVaR95, $B");
        for (JsonNode frontier : frontiers) {
            Scale scale = scale(frontier);
            for (JsonNode floor : frontier.path("highestMeans")) {
                JsonNode best = floor.path("best");
                boolean exists = best.isObject();
                table.row(Cell.of(name(frontier)), Cell.of(floor.path("cvar95AtLeastMillion"), Scale.BILLIONS),
                        exists ? Cell.of(best.path("at"), scale) : Cell.of("none reaches it"), Cell.of(scale.unit()),
                        Cell.of(best.path("meanMillion"), Scale.BILLIONS),
                        Cell.of(best.path("cvar95Million"), Scale.BILLIONS));
            }
        }
        if (!table.isEmpty()) {
            parts.add(table);
        }
    }

    private static Optional<Term> term(JsonNode frontier) {
        return Arrays.stream(Term.values())
                .filter(term -> term.name().replace('_', '-').equalsIgnoreCase(frontier.path("term").asString("")))
                .findFirst();
    }

    private static String name(JsonNode frontier) {
        return term(frontier).map(Term::label).orElse(Names.words(frontier.path("term").asString("")));
    }

    private static Scale scale(JsonNode frontier) {
        return term(frontier).map(term -> Scale.of(term.unit().text())).orElse(Scale.PLAIN);
    }

    private static double value(JsonNode point, String measure) {
        return point.path(measure).path("value").asDouble();
    }
}
