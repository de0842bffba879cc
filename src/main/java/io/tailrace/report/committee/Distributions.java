package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/// How the value of either contract is spread over the futures, and the tail enlarged.
final class Distributions {
    private static final double TAIL = 0.1;

    private Distributions() {}

    static Section section(StoredFiles files) {
        List<String> metrics =
                files.sellsTokens() ? List.of("npvTaas", "npvIaas", "npvDifference") : List.of("npvIaas");
        var parts = new ArrayList<Part>();
        parts.add(whole(files, metrics));
        parts.add(tail(files, metrics));
        parts.add(shortfalls(files, metrics));
        dominance(files.analysis("contracts").path("dominance"), parts);
        return new Section("distribution", "How the value is spread", parts);
    }

    private static Chart whole(StoredFiles files, List<String> metrics) {
        Table table = quantiles(files, metrics, 1, "how the value is spread");
        return Chart.upright(
                each(files, metrics, "In half of the futures ", " is worth more than ",
                        law -> law.path("quantiles").path("0.5")),
                "The higher a curve at some value, the more futures end below it. The further right a curve, the better;"
                        + " what lies left of zero is a loss.",
                Axis.of("NPV of EBIT", Scale.BILLIONS),
                Axis.of("futures that end below", Scale.PERCENT),
                series(metrics, Shape.LINE),
                table);
    }

    /// The same of both contracts, in one sentence.
    private static Sentence each(
            StoredFiles files, List<String> metrics, String before, String between,
            Function<JsonNode, JsonNode> number) {
        var words = new ArrayList<>();
        for (String metric : metrics.subList(0, Math.min(2, metrics.size()))) {
            words.add((words.isEmpty() ? before : ", ") + Names.of(metric) + between);
            words.add(Cell.bare(number.apply(files.metric(metric)), Scale.BILLIONS));
        }
        return Sentence.of(words.toArray());
    }

    private static Chart tail(StoredFiles files, List<String> metrics) {
        return Chart.upright(
                each(files, metrics, "The tail enlarged: in 1 of 100 futures ", " is worth less than ",
                        law -> law.path("quantiles").path("0.01")),
                "The same curves where it is bad, each step of the vertical axis ten times rarer: 10 %, 1 %, 0.1 % of"
                        + " the futures end below.",
                Axis.of("NPV of EBIT", Scale.BILLIONS),
                Axis.of("futures that end below", Scale.PERCENT).logarithmic(),
                series(metrics, Shape.LINE),
                quantiles(files, metrics, TAIL, "the tail"));
    }

    private static List<Series> series(List<String> metrics, Shape shape) {
        var series = new ArrayList<Series>();
        for (int i = 0; i < metrics.size(); i++) {
            series.add(Series.of(Names.of(metrics.get(i)), i == 2 ? Shape.DASHES : shape, Names.tone(metrics.get(i)),
                    i + 1, 0));
        }
        return series;
    }

    private static Table quantiles(StoredFiles files, List<String> metrics, double highest, String name) {
        var headers = new ArrayList<String>();
        headers.add("futures that end below, %");
        metrics.forEach(metric -> headers.add("NPV of " + Names.of(metric) + ", $B"));
        var table = new Table(name, headers.toArray(String[]::new));
        for (String p : files.metric(metrics.getFirst()).path("quantiles").propertyNames()) {
            if (Double.parseDouble(p) <= highest) {
                var row = new ArrayList<Cell>();
                row.add(Cell.of(DoubleNode.valueOf(Double.parseDouble(p)), Scale.PERCENT));
                metrics.forEach(
                        metric -> row.add(Cell.of(files.metric(metric).path("quantiles").path(p), Scale.BILLIONS)));
                table.row(row);
            }
        }
        return table;
    }

    /// Means of the worst futures, ever fewer of them.
    private static Chart shortfalls(StoredFiles files, List<String> metrics) {
        var headers = new ArrayList<String>();
        headers.add("mean of the worst");
        metrics.forEach(metric -> headers.add("NPV of " + Names.of(metric) + ", $B"));
        var table = new Table("means of the worst futures", headers.toArray(String[]::new));
        for (String confidence : files.metric(metrics.getFirst()).path("cvar").propertyNames()) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of("CVaR" + Names.percentile(confidence).substring(1)));
            metrics.forEach(
                    metric -> row.add(Cell.of(files.metric(metric).path("cvar").path(confidence), Scale.BILLIONS)));
            table.row(row);
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < metrics.size(); i++) {
            series.add(Series.of(Names.of(metrics.get(i)), Shape.DOT, Names.tone(metrics.get(i)), i + 1));
        }
        return Chart.flat(
                each(files, metrics, "In its own worst 5 % of futures ", " averages ",
                        law -> law.path("cvar").path("0.95")),
                "CVaR95 is the mean of the worst 5 % of the futures, CVaR99.5 of the worst 0.5 %: each contract's own"
                        + " worst. Whiskers: 95 % interval.",
                Axis.of("mean NPV of the worst futures", Scale.BILLIONS),
                series,
                table.rows().size(),
                table);
    }

    /// Whether either contract is better for everybody, where the analysis `contracts` tested it.
    private static void dominance(JsonNode tests, List<Part> parts) {
        var table = new Table("stochastic dominance", "who prefers", "better", "verdict", "at, $B",
                "disadvantage there", "unit");
        for (JsonNode test : tests) {
            boolean first = test.path("order").asInt() == 1;
            Scale scale = first ? Scale.PERCENT : Scale.BILLIONS;
            table.row(Cell.of(first ? "more to less (first order)" : "more to less, and dislikes risk (second order)"),
                    Cell.of(test.path("better").asString("").equals("taas") ? "TaaS" : "IaaS"),
                    Cell.of(test.path("verdict").asString("")), Cell.of(test.path("atMillion"), Scale.BILLIONS),
                    Cell.of(test.path("disadvantage"), scale), Cell.of(scale.unit()));
        }
        if (!table.isEmpty()) {
            parts.add(Sentence
                    .of("Is one contract better for everybody? It is where it nowhere fares worse: first order, no"
                            + " level is more likely to be missed; second order, it is missed by no more on average. Supported: nowhere"
                            + " worse beyond error. Refuted: worse at the level shown, by the disadvantage shown."));
            parts.add(table);
        }
    }
}
