package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What would have to happen for a floor to break, and what a path on which it does looks like: the analysis
/// `reverse-stress`, and how likely rare levels are, `tail`.
final class Breaches {
    private static final int MOST_DRIVERS = 10;
    private static final double CLEAR_DEVIATIONS = 0.1;

    private Breaches() {}

    static void add(StoredFiles files, List<Part> parts) {
        JsonNode found = files.analysis("reverse-stress");
        for (JsonNode breach : found.path("breaches")) {
            breach(breach, parts);
            String outcome = breach.path("floor").path("outcome").asString("");
            found.path("badPaths").valueStream()
                    .filter(path -> outcome.equals("NPV of " + Names.of(path.path("metric").asString(""))))
                    .forEach(path -> BadPathStory.add(files, path, parts));
        }
        tails(files.analysis("tail").path("breaches"), parts);
    }

    /// The floor of a breach, as a sentence may say it: `NPV of TaaS below 0 $B`.
    static Sentence floor(JsonNode breach) {
        JsonNode floor = breach.path("floor");
        Scale scale = Scale.of(floor.path("unit").asString(""));
        return Sentence.of(floor.path("outcome").asString(""), " below ", Cell.bare(floor.path("level"), scale));
    }

    private static String words(Sentence sentence) {
        return sentence.cells().stream().map(Cell::text).collect(Collectors.joining());
    }

    /// Drivers that lie elsewhere than on all paths, beyond error, the furthest first.
    static List<JsonNode> clear(JsonNode breach) {
        return breach.path("drivers").valueStream().filter(Breaches::isClear).limit(MOST_DRIVERS).toList();
    }

    private static boolean isClear(JsonNode driver) {
        JsonNode mean = driver.path("meanDeviations");
        return Math.abs(mean.path("value").asDouble()) > CLEAR_DEVIATIONS
                && (mean.path("low").asDouble() > 0 || mean.path("high").asDouble() < 0);
    }

    private static void breach(JsonNode breach, List<Part> parts) {
        parts.add(new Heading("What it takes: " + words(floor(breach))));
        parts.add(Sentence.of("That happens in ", Cell.said(breach.path("probability"), Scale.PERCENT),
                " of the futures."));
        List<JsonNode> drivers = clear(breach);
        if (drivers.isEmpty()) {
            return;
        }
        parts.add(chart(breach, drivers));
        JsonNode causes = breach.path("causes");
        for (int i = 0; causes.size() > 1 && i < causes.size(); i++) {
            parts.add(cause(i + 1, causes.get(i)));
        }
    }

    private static Chart chart(JsonNode breach, List<JsonNode> drivers) {
        var table = new Table("drivers where " + words(floor(breach)), "driver",
                "mean on these futures, standard deviations",
                "most likely point, standard deviations", "value at the most likely point");
        for (JsonNode driver : drivers) {
            table.row(Cell.of(Names.driver(driver)), Cell.of(driver.path("meanDeviations"), Scale.PLAIN),
                    Cell.of(driver.path("likelyDeviations"), Scale.PLAIN),
                    driver.path("likelyValue").isNumber()
                            ? Cell.of(driver.path("likelyValue"), Scale.PLAIN)
                            : Cell.NONE);
        }
        var title = new ArrayList<>(floor(breach).cells());
        title.add(Cell.of(": furthest from its usual place is "));
        title.add(Cell.of(Names.driver(drivers.getFirst()) + ", at "));
        title.add(Cell.bare(drivers.getFirst().path("meanDeviations"), Scale.PLAIN));
        title.add(Cell.of(" standard deviations"));
        return Chart.flat(
                new Sentence(title, false),
                "Where the drivers lie on those futures: 0 is their mean on all futures, 1 one standard deviation above it;"
                        + " shocks are summed over the quarters. Drivers that are not shown lie where they always do."
                        + " Whiskers: 95 % interval.",
                Axis.of("standard deviations from the mean of all futures", Scale.PLAIN),
                List.of(Series.of("mean on these futures", Shape.DOT, Tone.DIFFERENCE, 1),
                        Series.of("most likely point", Shape.DOT, Tone.PLAIN, 2)),
                drivers.size(),
                table);
    }

    private static Sentence cause(int number, JsonNode cause) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of("Cause " + number + ", "));
        cells.add(Cell.said(cause.path("share"), Scale.PERCENT));
        cells.add(Cell.of(" of them, in standard deviations: "));
        cause.path("drivers").valueStream().limit(4).forEach(driver -> {
            cells.add(Cell.of((cells.size() > 3 ? ", " : "") + Names.driver(driver) + " "));
            cells.add(Cell.bare(driver.path("deviations"), Scale.PLAIN));
        });
        cells.add(Cell.of(String.format(Locale.ROOT, "; the typical path is %,d.", cause.path("path").asLong())));
        return new Sentence(cells, false);
    }

    private static void tails(JsonNode breaches, List<Part> parts) {
        var table = new Table("rare losses", "what", "below", "unit", "probability, %", "mean where it happens",
                "drawn by", "paths on which it happens");
        for (JsonNode breach : breaches) {
            String metric = breach.path("metric").asString("");
            Scale scale =
                    metric.startsWith("npv") || metric.startsWith("lowestTrailing") ? Scale.BILLIONS : Scale.PLAIN;
            table.row(Cell.of(metric.startsWith("npv") ? "NPV of " + Names.of(metric) : metric),
                    Cell.of(breach.path("level"), scale), Cell.of(scale.unit()),
                    Cell.of(breach.path("probability"), Scale.PERCENT), Cell.of(breach.path("meanBeyond"), scale),
                    Cell.of(Names.words(breach.path("method").asString(""))),
                    Cell.of(breach.path("breachingPaths"), Scale.PLAIN));
        }
        if (!table.isEmpty()) {
            parts.add(new Heading("How likely, and how bad then"));
            parts.add(Sentence.of("Importance sampling draws most paths where it happens and weighs each by its exact"
                    + " likelihood, so that rare losses are known closely:"));
            parts.add(table);
        }
    }
}
