package io.tailrace.report.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Statistics of `summary.json` one to a row.
final class StatisticRows {
    private static final Map<String, String> SINGLE = new LinkedHashMap<>();

    static {
        SINGLE.put("count", "paths that have a value");
        SINGLE.put("leftOut", "paths that have none");
        SINGLE.put("mean", "mean");
        SINGLE.put("standardDeviation", "standard deviation");
        SINGLE.put("skewness", "third standardised moment, a pure number");
        SINGLE.put("excessKurtosis", "fourth standardised moment less 3, a pure number");
        SINGLE.put("min", "lowest value");
        SINGLE.put("max", "highest value");
    }

    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<JsonNode> nodes = new ArrayList<>();

    /// Returns how many rows it has added.
    int add(JsonNode statistics) {
        int before = names.size();
        SINGLE.forEach((key, meaning) -> row(key, meaning, statistics.path(key)));
        rows("p", "%s %% of the paths lie below", statistics.path("quantiles"));
        rows("var", "value at risk: that quantile which %s %% of the paths exceed", statistics.path("var"));
        rows("cvar", "mean of the lowest paths, all but %s %% of them", statistics.path("cvar"));
        return names.size() - before;
    }

    private void rows(String prefix, String meaning, JsonNode byProbability) {
        for (Map.Entry<String, JsonNode> one : byProbability.properties()) {
            String percent =
                    new BigDecimal(one.getKey()).movePointRight(2).stripTrailingZeros().toPlainString();
            row(prefix + percent, meaning.formatted(percent), one.getValue());
        }
    }

    private void row(String name, String meaning, JsonNode node) {
        meanings.putIfAbsent(name, meaning);
        names.add(name);
        nodes.add(node);
    }

    List<Column> columns(String source, String unit) {
        return List.of(
                new Column("statistic", "", "which statistic over all paths", source, new Column.Words(names)),
                new Column("value", unit, "its value, a single number of the whole run", source, real("value")),
                new Column("standardError", unit, "standard error of the simulation; empty where none is known", source,
                        real("standardError")),
                new Column("low", unit, "lower end of the 95 % interval of the simulation error", source, real("low")),
                new Column("high", unit, "upper end of it", source, real("high")),
                new Column("fewerThan100PathsInTail", "",
                        "true where so few paths lie in the tail that the interval is too short", source,
                        Column.Flag.of(nodes.size(),
                                row -> nodes.get(row).path("fewerThan100PathsInTail").asBoolean(false))));
    }

    List<ExportTable.Entry> entries() {
        return meanings.entrySet().stream()
                .map(one -> new ExportTable.Entry("statistic", one.getKey(), "", one.getValue(), ""))
                .toList();
    }

    /// Where the JSON has a bare number, that is the value.
    private Column.Real real(String key) {
        return new Column.Real(nodes.stream()
                .mapToDouble(node -> node.isNumber() && key.equals("value")
                        ? node.asDouble()
                        : node.path(key).asDouble(Double.NaN))
                .toArray());
    }
}
