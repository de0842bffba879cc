package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An analysis that has no picture of its own: its lists as tables, a row for each entry, a column for each number.
final class AnyAnalysis {
    private static final int MOST_COLUMNS = 14;

    private AnyAnalysis() {}

    /// Adds those of the names that the result holds.
    static void add(StoredFiles files, List<Part> parts, String... names) {
        for (String name : names) {
            JsonNode result = files.analysis(name);
            if (result.isMissingNode()) {
                continue;
            }
            var tables = new ArrayList<Table>();
            tables(Names.words(name), result, tables);
            if (!tables.isEmpty()) {
                parts.add(Sentence.of(
                        "Analysis " + name + ": " + files.analyses().get(name).path("question").asString("") + "."));
                parts.addAll(tables);
            }
        }
    }

    private static void tables(String name, JsonNode node, List<Table> tables) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode inner = entry.getValue();
            String title = name + ": " + Names.words(entry.getKey());
            if (inner.isArray() && !inner.isEmpty() && inner.get(0).isObject()) {
                rows(title, inner).filter(table -> !table.isEmpty()).ifPresent(tables::add);
                for (JsonNode row : inner) {
                    tables(title + subject(row), row, tables);
                }
            }
        }
    }

    /// What an entry is about: its first word.
    private static String subject(JsonNode row) {
        return row.properties().stream()
                .filter(entry -> entry.getValue().isString())
                .findFirst()
                .map(entry -> " of " + Names.of(entry.getValue().asString()))
                .orElse("");
    }

    private static Optional<Table> rows(String title, JsonNode list) {
        var rows = new ArrayList<Map<String, Cell>>();
        var columns = new LinkedHashSet<String>();
        for (JsonNode entry : list) {
            var row = new LinkedHashMap<String, Cell>();
            flatten("", entry, row);
            rows.add(row);
            columns.addAll(row.keySet());
        }
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        var table = new Table(title, columns.toArray(String[]::new));
        for (Map<String, Cell> row : rows) {
            table.row(columns.stream().map(column -> row.getOrDefault(column, Cell.NONE)).toList());
        }
        return Optional.of(table);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Cell> row) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            String key = entry.getKey();
            boolean money = key.endsWith("Million");
            String name = prefix + Names.words(money ? key.substring(0, key.length() - "Million".length()) : key);
            if (value.isNumber() || value.path("value").isNumber()) {
                row.put(money ? name + ", $B" : name, Cell.of(value, money ? Scale.BILLIONS : Scale.PLAIN));
            } else if (value.isString() || value.isBoolean()) {
                row.put(name, Cell.of(Names.of(value.asString())));
            } else if (value.isObject()) {
                flatten(name + " ", value, row);
            }
        }
    }
}
