package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How many megawatts come, and how late; and how many of them should sell tokens.
final class CapacityAndMix {
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
        JsonNode frontier = files.summary().path("decision").path("frontier");
        var parts = new ArrayList<Part>();
        if (frontier.size() > 1) {
            parts.add(frontier(frontier));
        }
        AnyAnalysis.add(files, parts, "mix");
        return new Section("mix", "How much of each", parts);
    }

    private static Chart frontier(JsonNode frontier) {
        var table = new Table("mix frontier", "share of the megawatts that sells tokens, %", "mean NPV, $B",
                "CVaR95 of NPV, $B");
        for (JsonNode point : frontier) {
            table.row(Cell.of(point.path("tokenShareOfMw"), Scale.PERCENT), Cell.of(point.path("mean"), Scale.BILLIONS),
                    Cell.of(point.path("cvar95"), Scale.BILLIONS));
        }
        JsonNode safest = frontier.get(0);
        JsonNode richest = frontier.get(0);
        for (JsonNode point : frontier) {
            safest = value(point, "cvar95") > value(safest, "cvar95") ? point : safest;
            richest = value(point, "mean") > value(richest, "mean") ? point : richest;
        }
        return Chart.upright(
                Sentence.of("Of the mixes shown, ", Cell.bare(richest.path("tokenShareOfMw"), Scale.PERCENT),
                        " of tokens earns most on average, and ",
                        Cell.bare(safest.path("tokenShareOfMw"), Scale.PERCENT),
                        " has the best worst 5 %"),
                "Each point is a mix of both contracts on the same megawatts; its label is the share that sells tokens. Higher"
                        + " is better on average, further right is better in the worst 5 % of futures.",
                Axis.of("CVaR95, mean NPV of the worst 5 %", Scale.BILLIONS),
                Axis.of("mean NPV", Scale.BILLIONS),
                List.of(Series.of("share of the megawatts that sells tokens", Shape.LINE, Tone.DIFFERENCE, 2, 1, 0)),
                table);
    }

    private static double value(JsonNode point, String measure) {
        return point.path(measure).path("value").asDouble();
    }
}
