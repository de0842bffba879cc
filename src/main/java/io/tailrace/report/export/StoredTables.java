package io.tailrace.report.export;

import io.tailrace.report.Register;
import io.tailrace.scenario.RegisterEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Tables that need no run: statistics out of `summary.json`, and the register.
final class StoredTables {
    private static final String SUMMARY = "summary.json";

    private StoredTables() {}

    /// Every statistic of every quantity and quarter.
    static ExportTable quarterly(JsonNode summary) {
        var names = new ArrayList<String>();
        var labels = new ArrayList<String>();
        var times = new ArrayList<Long>();
        var rows = new StatisticRows();
        var entries = new ArrayList<ExportTable.Entry>();
        for (Map.Entry<String, JsonNode> quantity : summary.path("quarterly").properties()) {
            entries.add(entry("quantity", quantity, "quarterly."));
            long t = 0;
            for (Map.Entry<String, JsonNode> quarter : quantity.getValue().path("quarters").properties()) {
                t++;
                int added = rows.add(quarter.getValue());
                for (int i = 0; i < added; i++) {
                    names.add(quantity.getKey());
                    labels.add(quarter.getKey());
                    times.add(t);
                }
            }
        }
        String source = SUMMARY + ": quarterly.QUANTITY.quarters.QUARTER";
        var columns = new ArrayList<Column>();
        columns.add(new Column("quantity", "", "which quantity of a quarter", source, new Column.Words(names)));
        columns.add(new Column("quarter", "", "calendar quarter", source, new Column.Words(labels)));
        columns.add(new Column("t", "quarters", "number of the quarter, 1 the first after the opening quarter", source,
                new Column.Whole(times.stream().mapToLong(Long::longValue).toArray())));
        columns.addAll(rows.columns(source, "that of the quantity"));
        entries.addAll(rows.entries());
        return new ExportTable("quarterly", columns, entries);
    }

    /// Every statistic of every metric of the whole path.
    static ExportTable metrics(JsonNode summary) {
        var names = new ArrayList<String>();
        var rows = new StatisticRows();
        var entries = new ArrayList<ExportTable.Entry>();
        for (Map.Entry<String, JsonNode> metric : summary.path("path").properties()) {
            entries.add(entry("metric", metric, "path."));
            int added = rows.add(metric.getValue());
            for (int i = 0; i < added; i++) {
                names.add(metric.getKey());
            }
        }
        String source = SUMMARY + ": path.METRIC";
        var columns = new ArrayList<Column>();
        columns.add(new Column("metric", "", "which metric of the whole path", source, new Column.Words(names)));
        columns.addAll(rows.columns(source, "that of the metric"));
        entries.addAll(rows.entries());
        return new ExportTable("metrics", columns, entries);
    }

    private static ExportTable.Entry entry(String column, Map.Entry<String, JsonNode> one, String place) {
        return new ExportTable.Entry(column, one.getKey(), one.getValue().path("unit").asString(""),
                one.getValue().path("meaning").asString(""), SUMMARY + ": " + place + one.getKey());
    }

    static ExportTable register(Register register) {
        List<RegisterEntry> entries = register.entries();
        double[] ranks = entries.stream().mapToDouble(entry -> register.rank(entry).map(Integer::doubleValue)
                .orElse(Double.NaN)).toArray();
        return new ExportTable("register", List.of(
                words(entries, "key", "the parameter's place in the scenario", RegisterEntry::key),
                words(entries, "value", "a constant, or the law that it is drawn from", RegisterEntry::value),
                words(entries, "unit", "of the value", RegisterEntry::unit),
                words(entries, "source", "where it comes from", entry -> entry.provenance().source()),
                words(entries, "asOf", "date of the source", entry -> entry.provenance().asOf()),
                words(entries, "validUntil", "after which it should be looked up again",
                        entry -> entry.provenance().validUntil()),
                words(entries, "confidence", "high, medium or low where there is a source, else assumption",
                        entry -> entry.provenance().confidence()),
                words(entries, "note", "what the author adds", entry -> entry.provenance().note()),
                new Column("sensitivityRank", "",
                        "1 for the parameter that moves the mean of TaaS − IaaS most between its P10 and its P90; empty"
                                + " without the analysis tornado",
                        "analyses/tornado.json", new Column.Real(ranks))),
                List.of());
    }

    private static Column words(
            List<RegisterEntry> entries, String name, String meaning, Function<RegisterEntry, String> value) {
        return new Column(name, "", meaning, "manifest.json: assumptions",
                new Column.Words(entries.stream().map(value).toList()));
    }
}
