package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The limits of a scenario and how they fare; what is breached is said first.
final class LimitWords {
    private LimitWords() {}

    /// Nothing where the scenario has no limits.
    static List<Part> of(StoredFiles files) {
        JsonNode limits = files.limits().path("limits");
        var parts = new ArrayList<Part>();
        var table = new Table("limits", "limit", "verdict", "value");
        for (JsonNode limit : limits) {
            Scale scale = Scale.of(limit.path("unit").asString(""));
            Cell value = Cell.said(limit.path("estimate"), scale);
            if (limit.path("breached").asBoolean(false)) {
                boolean error = limit.path("verdict").asString("").contains("within error");
                parts.add(Sentence.of("LIMIT BREACHED", error ? ", within the error: " : ": ",
                        limit.path("limit").asString(""), " is ", value, "."));
            }
            table.row(Cell.of(limit.path("limit").asString("")), Cell.of(limit.path("verdict").asString("")), value);
        }
        if (!table.isEmpty()) {
            parts.add(table);
        }
        return parts;
    }
}
