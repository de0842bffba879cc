package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Fan charts: how a quantity spreads over the futures, quarter by quarter.
final class Fans {
    /// Lowest margin drawn: what a contract loses without revenue has no scale.
    private static final double LOWEST_MARGIN = -1;
    private static final List<String> PROBABILITIES = List.of("0.05", "0.25", "0.5", "0.75", "0.95");
    private static final String READING =
            "Line: median. Dark band: the middle half of the futures in that quarter; pale band: P5 to P95, 9 of 10"
                    + " futures. A band shows no single future.";

    /// One quantity and how it is shown.
    record Fan(String name, String quantity, Tone tone) {}

    private Fans() {}

    static Section section(StoredFiles files) {
        var parts = new ArrayList<Part>();
        if (files.sellsTokens()) {
            contracts(files, parts, "Revenue", "taasRevenue", "iaasRevenue");
            contracts(files, parts, "EBIT", "taasEbit", "iaasEbit");
            contracts(files, parts, "EBIT margin", "taasMargin", "iaasMargin");
            add(files, parts, "Trainium share", List.of(
                    new Fan("share of tokens on Trainium", "trainiumShare", Tone.DIFFERENCE),
                    new Fan("share of megawatts with Trainium", "trainiumMwShare", Tone.PLAIN)));
            add(files, parts, "Tokens demanded and capacity", List.of(
                    new Fan("demand", "demand", Tone.TAAS), new Fan("own capacity", "capacityTokens", Tone.PLAIN)));
        } else {
            add(files, parts, "Revenue", List.of(new Fan("IaaS", "iaasRevenue", Tone.IAAS)));
            add(files, parts, "EBIT", List.of(new Fan("IaaS", "iaasEbit", Tone.IAAS)));
            add(files, parts, "EBIT margin", List.of(new Fan("IaaS", "iaasMargin", Tone.IAAS)));
        }
        return new Section("quarters", "Quarter by quarter", parts);
    }

    private static void contracts(StoredFiles files, List<Part> parts, String what, String taas, String iaas) {
        add(files, parts, what, List.of(new Fan("TaaS", taas, Tone.TAAS), new Fan("IaaS", iaas, Tone.IAAS)));
    }

    /// Leaves out what was not recorded.
    static void add(StoredFiles files, List<Part> parts, String what, List<Fan> fans) {
        List<Fan> known = fans.stream().filter(fan -> files.hasQuarters(fan.quantity())).toList();
        if (!known.isEmpty()) {
            parts.add(chart(files, what, known));
        }
    }

    private static Chart chart(StoredFiles files, String what, List<Fan> fans) {
        Scale scale = files.scaleOfQuantity(fans.getFirst().quantity());
        boolean margin = what.endsWith("margin");
        Axis y = Axis.of(what, scale);
        return Chart.upright(
                title(files, what, fans, scale),
                READING + (margin ? " Cut off at −100 %." : ""),
                Axis.categories("quarter"),
                margin ? y.from(LOWEST_MARGIN) : y,
                series(fans),
                table(files, what, fans, scale));
    }

    /// Where the medians begin and end.
    private static Sentence title(StoredFiles files, String what, List<Fan> fans, Scale scale) {
        List<String> labels = List.copyOf(files.quarters(fans.getFirst().quantity()).propertyNames());
        var words = new ArrayList<>();
        words.add(what + ", median, from " + labels.getFirst() + " to " + labels.getLast() + ": ");
        for (Fan fan : fans) {
            JsonNode quarters = files.quarters(fan.quantity());
            words.add((words.size() > 1 ? "; " : "") + fan.name() + " ");
            words.add(Cell.bare(median(quarters, labels.getFirst()), scale));
            words.add(" to ");
            words.add(Cell.bare(median(quarters, labels.getLast()), scale));
        }
        return Sentence.of(words.toArray());
    }

    private static JsonNode median(JsonNode quarters, String label) {
        return quarters.path(label).path("quantiles").path("0.5");
    }

    private static List<Series> series(List<Fan> fans) {
        var series = new ArrayList<Series>();
        for (int i = 0; i < fans.size(); i++) {
            Fan fan = fans.get(i);
            int first = 1 + i * PROBABILITIES.size();
            series.add(Series.of(fan.name(), Shape.BAND, fan.tone(), first, first + 4));
            series.add(Series.of(fan.name(), Shape.CORE, fan.tone(), first + 1, first + 3));
            series.add(Series.of(fan.name(), Shape.LINE, fan.tone(), first + 2));
        }
        return series;
    }

    private static Table table(StoredFiles files, String what, List<Fan> fans, Scale scale) {
        var headers = new ArrayList<String>();
        headers.add("quarter");
        for (Fan fan : fans) {
            PROBABILITIES.forEach(p -> headers.add(scale.named(fan.name() + ", " + Names.percentile(p))));
        }
        var table = new Table(what + " by quarter", headers.toArray(String[]::new));
        for (String quarter : files.quarters(fans.getFirst().quantity()).propertyNames()) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(quarter));
            for (Fan fan : fans) {
                JsonNode quantiles = files.quarters(fan.quantity()).path(quarter).path("quantiles");
                PROBABILITIES.forEach(p -> row.add(Cell.of(quantiles.path(p), scale)));
            }
            table.row(row);
        }
        return table;
    }
}
