package io.tailrace.report.export;

import io.tailrace.engine.PathSample;
import io.tailrace.engine.RunResult;
import io.tailrace.summary.BinnedValues;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Tables that need the run made again: counted distributions, and single paths.
final class PathTables {
    private static final String SOURCE = "the run made again from manifest.json";

    private PathTables() {}

    /// Occupied bins of the headline metrics, those whose worst paths are kept.
    static ExportTable histogram(RunResult run) {
        var metrics = new ArrayList<String>();
        var low = new ArrayList<Double>();
        var high = new ArrayList<Double>();
        var counts = new ArrayList<Long>();
        for (int column : run.summary().layout().worstColumns()) {
            BinnedValues values = run.summary().values(column);
            for (int bin = 0; bin < values.bins(); bin++) {
                metrics.add(run.summary().layout().columns().get(column).name());
                low.add(values.low(bin));
                high.add(values.high(bin));
                counts.add(values.count(bin));
            }
        }
        return new ExportTable("histogram", List.of(
                new Column("metric", "", "which metric of the whole path, as in metrics", SOURCE,
                        new Column.Words(metrics)),
                new Column("low", "that of the metric", "where the bin begins", SOURCE, real(low)),
                new Column("high", "that of the metric", "where it ends; where it begins, if the bin is a single value",
                        SOURCE, real(high)),
                new Column("count", "paths", "how many paths lie in it; bins without any are left out", SOURCE,
                        new Column.Whole(counts.stream().mapToLong(Long::longValue).toArray()))),
                List.of());
    }

    /// A row for each path of the share.
    ///
    /// @param summary knows what metrics are
    static ExportTable paths(PathSample sample, JsonNode summary) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("path", "", "number of the path, as in replay --path", SOURCE,
                new Column.Whole(sample.numbers())));
        for (int k = 0; k < sample.keys().size(); k++) {
            String key = sample.keys().get(k);
            JsonNode metric = summary.path("path").path(key);
            columns.add(new Column(key, metric.path("unit").asString(""), metric.path("meaning").asString(""), SOURCE,
                    new Column.Real(sample.values()[k])));
        }
        return new ExportTable("paths", columns, List.of());
    }

    private static Column.Real real(List<Double> values) {
        return new Column.Real(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
