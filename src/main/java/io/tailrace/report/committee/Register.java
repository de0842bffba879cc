package io.tailrace.report.committee;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Every assumption with where it comes from, out of the manifest.
final class Register {
    private Register() {}

    static Section section(StoredFiles files) {
        var table = new Table("assumption register", "key", "value", "unit", "confidence", "source", "as of", "note",
                "stands in")
                .fold();
        for (JsonNode entry : files.manifest().path("assumptions")) {
            JsonNode provenance = entry.path("provenance");
            JsonNode location = entry.path("location");
            table.row(Cell.of(entry.path("key").asString("")), Cell.of(entry.path("value").asString("")),
                    Cell.of(entry.path("unit").asString("")), Cell.of(provenance.path("confidence").asString("")),
                    Cell.of(provenance.path("source").asString("")), Cell.of(provenance.path("asOf").asString("")),
                    Cell.of(provenance.path("note").asString("")),
                    Cell.of(location.path("file").asString("") + ":" + location.path("line").asString("")));
        }
        return new Section("assumptions", "The assumptions and their sources", table.isEmpty()
                ? List.of()
                : List.of(Sentence.of(
                        "The numbers above follow from these. Confidence is what the scenario's author says of each:"
                                + " high, medium and low have a source, an assumption has none."),
                        table));
    }
}
