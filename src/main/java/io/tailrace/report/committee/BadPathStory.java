package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// One bad path by quarter, and in words what made it bad.
final class BadPathStory {
    private static final String LOW = "0.05";
    private static final String HIGH = "0.95";

    private BadPathStory() {}

    static void add(StoredFiles files, JsonNode path, List<Part> parts) {
        String contract = Names.of(path.path("metric").asString(""));
        String number = String.format(Locale.ROOT, "%,d", path.path("path").asLong());
        parts.add(new Heading("The story of a bad path of " + contract));
        parts.add(Sentence.of("Path " + number + " is typical of them: the NPV of " + contract + " is ",
                Cell.said(path.path("value"), Scale.BILLIONS),
                ". What made it so, and what the path would gain on average"
                        + " had that alone been drawn again:"));
        int place = 1;
        for (JsonNode cause : path.path("causes")) {
            parts.add(Sentence.of(place++ + ". " + cause.path("what").asString("") + ": ",
                    Cell.said(cause.path("gain"), Scale.BILLIONS), "."));
        }
        if (files.hasQuarters("taasEbit", "iaasEbit")) {
            parts.add(chart(files, path, number));
        }
    }

    private static Chart chart(StoredFiles files, JsonNode path, String number) {
        Scale tokens = files.scaleOfQuantity("demand");
        Scale price = files.scaleOfQuantity("price");
        var table = new Table("path " + number + " by quarter", "quarter", "EBIT of TaaS on this path, $B",
                "EBIT of TaaS, P5 of all, $B", "EBIT of TaaS, P95 of all, $B", "EBIT of IaaS on this path, $B",
                "EBIT of IaaS, P5 of all, $B", "EBIT of IaaS, P95 of all, $B", "regime", tokens.named("demand"),
                "megawatts in service", "megawatts late", price.named("price"), "TaaS revenue, $B", "IaaS revenue, $B",
                "lease in force");
        for (JsonNode quarter : path.path("quarters")) {
            var cells = new ArrayList<Cell>();
            String label = quarter.path("quarter").asString("");
            cells.add(Cell.of(label));
            for (String quantity : List.of("taasEbit", "iaasEbit")) {
                JsonNode all = files.quarters(quantity).path(label).path("quantiles");
                cells.add(Cell.of(quarter.path(quantity), Scale.BILLIONS));
                cells.add(Cell.of(all.path(LOW), Scale.BILLIONS));
                cells.add(Cell.of(all.path(HIGH), Scale.BILLIONS));
            }
            cells.add(Cell.of(quarter.path("regimeName").asString("")));
            cells.add(Cell.of(quarter.path("demand"), tokens));
            cells.add(Cell.of(quarter.path("businessMw"), Scale.PLAIN));
            cells.add(Cell.of(quarter.path("businessLateMw"), Scale.PLAIN));
            cells.add(Cell.of(quarter.path("price"), price));
            cells.add(Cell.of(quarter.path("taasRevenue"), Scale.BILLIONS));
            cells.add(Cell.of(quarter.path("iaasRevenue"), Scale.BILLIONS));
            cells.add(Cell.of(quarter.path("alive").asDouble() > 0 ? "yes" : "no"));
            table.row(cells);
        }
        JsonNode last = path.path("quarters").path(path.path("quarters").size() - 1);
        return Chart.upright(
                Sentence.of("Path " + number + " ends in " + last.path("quarter").asString("") + " with an EBIT of ",
                        Cell.bare(last.path("taasEbit"), Scale.BILLIONS), " a quarter on TaaS and ",
                        Cell.bare(last.path("iaasEbit"), Scale.BILLIONS), " on IaaS"),
                "Lines: this one path, with both contracts on the same demand, prices, delays and defaults. Bands: P5 to P95"
                        + " of all futures, to see how far from usual it is. `tailrace replay` with this result's folder and"
                        + " --path tells all of it.",
                Axis.categories("quarter"),
                Axis.of("EBIT per quarter", Scale.BILLIONS),
                List.of(Series.of("TaaS, all futures", Shape.BAND, Tone.TAAS, 2, 3),
                        Series.of("IaaS, all futures", Shape.BAND, Tone.IAAS, 5, 6),
                        Series.of("TaaS on this path", Shape.LINE, Tone.TAAS, 1),
                        Series.of("IaaS on this path", Shape.LINE, Tone.IAAS, 4)),
                table);
    }
}
