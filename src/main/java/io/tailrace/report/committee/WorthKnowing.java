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

/// Which assumption is worth checking before signing: the analysis `information`.
final class WorthKnowing {
    private WorthKnowing() {}

    static List<Part> parts(StoredFiles files, int mostRows) {
        List<JsonNode> choices = files.analysis("information").path("choices").valueStream()
                .filter(choice -> !choice.path("parameters").isEmpty())
                .toList();
        if (choices.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        parts.add(choices(choices));
        parts.add(parameters(choices, mostRows));
        return parts;
    }

    /// The parameter that is most worth checking where the average decides, if knowing it adds anything; for page one.
    static Optional<Sentence> most(StoredFiles files) {
        return files.analysis("information").path("choices").valueStream()
                .filter(choice -> choice.path("criterion").asString("").equals("mean"))
                .flatMap(choice -> choice.path("parameters").valueStream())
                .filter(row -> row.path("valueMillion").path("low").asDouble() > 0)
                .max(Comparator.comparingDouble(row -> row.path("valueMillion").path("value").asDouble()))
                .map(row -> Sentence.of(
                        "Most worth checking before signing is " + row.path("parameter").asString("")
                                + ": the better choice, were it known, would be worth ",
                        Cell.said(row.path("valueMillion"), Scale.BILLIONS), " more on average."));
    }

    private static Table choices(List<JsonNode> choices) {
        var table = new Table("the choice without knowing more, and what knowing would add", "chosen by",
                "megawatts that sell tokens, %", "worth, $B", "knowing everything, chance included, adds, $B",
                "knowing all uncertain parameters adds, $B");
        for (JsonNode choice : choices) {
            table.row(Cell.of(criterion(choice)), Cell.of(choice.path("tokenShare"), Scale.PERCENT),
                    Cell.of(choice.path("worthMillion"), Scale.BILLIONS),
                    Cell.of(choice.path("perfectMillion"), Scale.BILLIONS),
                    Cell.of(choice.path("allParametersMillion"), Scale.BILLIONS));
        }
        return table;
    }

    private static Chart parameters(List<JsonNode> choices, int mostRows) {
        JsonNode first = choices.getFirst();
        List<String> parameters = first.path("parameters").valueStream()
                .sorted(Comparator.comparingDouble((JsonNode row) -> choices.stream()
                        .mapToDouble(
                                choice -> worth(choice, row.path("parameter").asString("")).path("value").asDouble())
                        .max()
                        .orElse(0))
                        .reversed())
                .map(row -> row.path("parameter").asString(""))
                .toList();
        var headers = new ArrayList<>(List.of("parameter"));
        choices.forEach(choice -> headers.add("knowing it adds, chosen by " + criterion(choice) + ", $B"));
        var table = new Table("what knowing a parameter would add", headers.toArray(String[]::new));
        for (String parameter : parameters) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(parameter));
            choices.forEach(choice -> cells.add(Cell.of(worth(choice, parameter), Scale.BILLIONS)));
            table.row(cells);
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < choices.size(); i++) {
            series.add(Series.of("chosen by " + criterion(choices.get(i)), Shape.DOT,
                    i == 0 ? Tone.DIFFERENCE : Tone.PLAIN, i + 1));
        }
        String most = parameters.getFirst();
        return Chart.flat(
                Sentence.of("Most worth checking: " + most + "; knowing it would add ",
                        Cell.bare(worth(first, most), Scale.BILLIONS), " chosen by " + criterion(first)),
                "What the better choice among both contracts and their mixes would add if the parameter were known before"
                        + " signing. At 0 the choice stays the same whatever it is. Whiskers: 95 % interval.",
                Axis.of("gain from knowing it", Scale.BILLIONS),
                series,
                mostRows,
                table);
    }

    private static JsonNode worth(JsonNode choice, String parameter) {
        return choice.path("parameters").valueStream()
                .filter(row -> row.path("parameter").asString("").equals(parameter))
                .map(row -> row.path("valueMillion"))
                .findFirst()
                .orElse(StoredFiles.MAPPER.missingNode());
    }

    private static String criterion(JsonNode choice) {
        String criterion = choice.path("criterion").asString("");
        return criterion.equals("cvar95") ? "CVaR95" : criterion;
    }
}
