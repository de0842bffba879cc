package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the outcome hangs on: the analyses `tornado`, `sobol`, `shapley`, `ranks` and `information`.
final class Drivers {
    private static final int MOST_ROWS = 12;

    private Drivers() {}

    static Section section(StoredFiles files) {
        var parts = new ArrayList<Part>();
        List<String> outcomes =
                files.sellsTokens() ? List.of("npvDifference", "npvTaas", "npvIaas") : List.of("npvIaas");
        var tornados = new ArrayList<Part>();
        outcomes.forEach(outcome -> tornado(files, outcome).ifPresent(tornados::add));
        under("One assumption at a time", tornados, parts);
        under("Parameters against chance, and the shares of each driver", Shares.parts(files, outcomes, MOST_ROWS),
                parts);
        under("Which way", ranks(files, outcomes), parts);
        under("What is worth checking before signing", WorthKnowing.parts(files, MOST_ROWS), parts);
        return new Section("drivers", "What drives it", parts);
    }

    private static void under(String heading, List<Part> some, List<Part> parts) {
        if (!some.isEmpty()) {
            parts.add(new Heading(heading));
            parts.addAll(some);
        }
    }

    /// One parameter's swing of one outcome.
    private record Bar(String parameter, JsonNode p10, JsonNode p90, JsonNode swings) {
        JsonNode mean() {
            return swings.path("mean");
        }

        double width() {
            return Math.abs(mean().path("swingMillion").path("value").asDouble());
        }
    }

    /// What moves the mean difference most, where the analysis `tornado` was made; told on page one.
    static Optional<Sentence> widest(StoredFiles files) {
        return bars(files, "npvDifference").stream().findFirst().map(bar -> {
            Scale scale = Scale.of(files.unitOf(bar.parameter()));
            return Sentence.of("The assumption that moves it most is " + Names.explained(bar.parameter())
                    + ". Were it ", Cell.said(bar.p10(), scale), ", its P10, TaaS would be worth ",
                    Cell.said(bar.mean().path("atP10Million"), Scale.BILLIONS),
                    " more than IaaS on average; were it ",
                    Cell.said(bar.p90(), scale), ", its P90, ",
                    Cell.said(bar.mean().path("atP90Million"), Scale.BILLIONS), ".");
        });
    }

    /// The widest swing of the mean first.
    private static List<Bar> bars(StoredFiles files, String outcome) {
        return files.analysis("tornado").path("bars").valueStream()
                .flatMap(bar -> bars(bar, outcome))
                .sorted(Comparator.comparingDouble(Bar::width).reversed())
                .toList();
    }

    private static Stream<Bar> bars(JsonNode bar, String outcome) {
        return bar.path("outcomes").valueStream()
                .filter(one -> one.path("outcome").asString("").equals(outcome))
                .map(one -> new Bar(bar.path("parameter").asString(""), bar.path("p10"), bar.path("p90"), one));
    }

    private static Optional<Chart> tornado(StoredFiles files, String outcome) {
        List<Bar> bars = bars(files, outcome);
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        var table = new Table("tornado of " + Names.of(outcome), "parameter", "its P10", "its P90", "unit",
                "mean NPV at its P10, $B", "mean NPV at its P90, $B", "swing of mean, $B", "swing of P5, $B",
                "swing of CVaR95, $B");
        for (Bar bar : bars) {
            Scale scale = Scale.of(files.unitOf(bar.parameter()));
            table.row(Cell.of(bar.parameter()), Cell.of(bar.p10(), scale), Cell.of(bar.p90(), scale),
                    Cell.of(scale.unit()),
                    Cell.of(bar.mean().path("atP10Million"), Scale.BILLIONS),
                    Cell.of(bar.mean().path("atP90Million"), Scale.BILLIONS),
                    Cell.of(bar.mean().path("swingMillion"), Scale.BILLIONS),
                    Cell.of(bar.swings().path("p5").path("swingMillion"), Scale.BILLIONS),
                    Cell.of(bar.swings().path("cvar95").path("swingMillion"), Scale.BILLIONS));
        }
        Bar widest = bars.getFirst();
        return Optional.of(Chart.flat(
                Sentence.of(Names.of(outcome), ": ", widest.parameter(), " moves the mean most, by ",
                        Cell.bare(widest.mean().path("swingMillion"), Scale.BILLIONS), " from its P10 to its P90"),
                "Each bar runs from the mean NPV with the parameter at its P10 (hollow end) to that at its P90 (dot);"
                        + " everything else stays as uncertain as it was. Longest first.",
                Axis.of("mean NPV, " + Names.of(outcome), Scale.BILLIONS),
                List.of(Series.of("from P10 to P90 of the parameter", Shape.SPAN, Names.tone(outcome), 4, 5)),
                MOST_ROWS,
                table));
    }

    /// Rank correlations, the closest with the first outcome first.
    private static List<Part> ranks(StoredFiles files, List<String> outcomes) {
        List<JsonNode> drivers = files.analysis("ranks").path("drivers").valueStream()
                .sorted(Comparator.comparingDouble(
                        (JsonNode driver) -> Math.abs(partial(driver, outcomes.getFirst()).path("value").asDouble()))
                        .reversed())
                .toList();
        if (drivers.isEmpty()) {
            return List.of();
        }
        var headers = new ArrayList<>(List.of("driver"));
        outcomes.forEach(outcome -> headers.add("partial rank correlation with " + Names.of(outcome)));
        var table = new Table("partial rank correlations", headers.toArray(String[]::new));
        for (JsonNode driver : drivers) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(Names.driver(driver)));
            outcomes.forEach(outcome -> cells.add(Cell.of(partial(driver, outcome), Scale.PLAIN)));
            table.row(cells);
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < outcomes.size(); i++) {
            series.add(Series.of(Names.of(outcomes.get(i)), Shape.DOT, Names.tone(outcomes.get(i)), i + 1));
        }
        JsonNode first = partial(drivers.getFirst(), outcomes.getFirst());
        return List.of(Chart.flat(
                Sentence.of(
                        Names.of(outcomes.getFirst()) + " goes most closely with " + Names.driver(drivers.getFirst())
                                + ": partial rank correlation ",
                        Cell.bare(first, Scale.PLAIN)),
                "Right of 0 the NPV is higher where the driver is, left of 0 lower; 1 and −1 would be in step throughout, with"
                        + " the other drivers' part taken out. Whiskers: 95 % interval.",
                Axis.of("partial rank correlation", Scale.PLAIN),
                series,
                MOST_ROWS,
                table));
    }

    private static JsonNode partial(JsonNode driver, String outcome) {
        return driver.path("outcomes").valueStream()
                .filter(one -> one.path("outcome").asString("").equals(outcome))
                .map(one -> one.path("partial"))
                .findFirst()
                .orElse(StoredFiles.MAPPER.missingNode());
    }
}
