package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The waterfall from one result to another, as `diff` saved it: what each changed assumption does.
final class Steps {
    private static final List<String> MEASURES =
            List.of("mean(npvDifference)", "mean(npvTaas)", "mean(npvIaas)", "cvar95(npvTaas)", "cvar95(npvIaas)");

    private Steps() {}

    static List<Part> parts(JsonNode diff, List<String> names) {
        List<JsonNode> steps = diff.path("steps").valueStream().toList();
        if (steps.isEmpty()) {
            return List.of();
        }
        if (steps.size() == 2) {
            return List.of(Sentence.of("No assumption differs between " + names.getFirst() + " and " + names.getLast()
                    + "; what differs is seed, number of paths or version."));
        }
        var parts = new ArrayList<Part>();
        MEASURES.stream().filter(measure -> steps.getFirst().has(measure))
                .forEach(measure -> parts.add(waterfall(steps, measure, names)));
        parts.add(changes(steps, names));
        return parts;
    }

    private static Chart waterfall(List<JsonNode> steps, String measure, List<String> names) {
        String of = Names.measure(measure);
        var table = new Table("waterfall of " + of, "step", "does, $B", "from, $B", "to, $B");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            boolean end = i == 0 || i == steps.size() - 1;
            String name = i == 0 ? names.getFirst() : end ? names.getLast() : step.path("step").asString("");
            table.row(Cell.of(name), Cell.of(step.path(measure), Scale.BILLIONS),
                    end ? Cell.NONE : Cell.of(steps.get(i - 1).path("level").path(measure), Scale.BILLIONS),
                    Cell.of(step.path("level").path(measure), Scale.BILLIONS));
        }
        JsonNode most = steps.subList(1, steps.size() - 1).stream()
                .max(Comparator.comparingDouble(step -> Math.abs(step.path(measure).path("value").asDouble())))
                .orElseThrow();
        Tone tone = measure.contains("Difference") ? Tone.DIFFERENCE : measure.contains("Taas") ? Tone.TAAS : Tone.IAAS;
        return Chart.flat(
                most.path(measure).path("value").asDouble() == 0
                        ? Sentence.of(Names.capital(of) + ": no change moves it")
                        : Sentence.of(Names.capital(of) + ": the largest step is " + most.path("step").asString("")
                                + ", which moves it by ", Cell.bare(most.path(measure), Scale.BILLIONS)),
                "From " + names.getFirst() + " at the top to " + names.getLast() + " at the bottom, one step for each"
                        + " assumption that changed; green raises, magenta lowers. A step is what the change does, averaged over"
                        + " all orders of making the changes, all on the same futures.",
                Axis.of(of, Scale.BILLIONS),
                List.of(Series.of("step by step", Shape.STEP, tone, 2, 3)),
                steps.size(),
                table);
    }

    private static Table changes(List<JsonNode> steps, List<String> names) {
        var table = new Table("what changed", "step", "assumption", "in " + names.getFirst(), "in " + names.getLast());
        for (JsonNode step : steps) {
            for (JsonNode change : step.path("changes")) {
                table.row(Cell.of(step.path("step").asString("")), Cell.of(change.path("key").asString("")),
                        Cell.of(change.path("from").asString("")), Cell.of(change.path("to").asString("")));
            }
        }
        return table;
    }
}
