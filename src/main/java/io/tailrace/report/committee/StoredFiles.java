package io.tailrace.report.committee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON files of a result, as they are.
///
/// @param convergence without entries where the result has none
/// @param limits without entries where the scenario has none
/// @param scenario as it was run, all changes in it
/// @param analyses by name
record StoredFiles(
        JsonNode summary,
        JsonNode convergence,
        JsonNode limits,
        JsonNode manifest,
        JsonNode scenario,
        Map<String, JsonNode> analyses) {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    static StoredFiles read(Path folder) throws IOException {
        JsonNode manifest = json(folder.resolve("manifest.json"));
        return new StoredFiles(
                json(folder.resolve("summary.json")),
                jsonIfThere(folder.resolve("convergence.json")),
                jsonIfThere(folder.resolve("limits.json")),
                manifest,
                MAPPER.readTree(manifest.path("scenarioText").asString("{}")),
                analyses(folder.resolve("analyses")));
    }

    private static Map<String, JsonNode> analyses(Path folder) throws IOException {
        var analyses = new TreeMap<String, JsonNode>();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> entries = Files.list(folder)) {
                files = entries.filter(entry -> entry.toString().endsWith(".json")).toList();
            }
            for (Path file : files) {
                analyses.put(file.getFileName().toString().replaceFirst("\\.json$", ""), json(file));
            }
        }
        return analyses;
    }

    private static JsonNode jsonIfThere(Path file) throws IOException {
        return Files.exists(file) ? json(file) : MAPPER.createObjectNode();
    }

    static JsonNode json(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException notJson) {
            throw new IOException(file.getFileName() + " is no JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }

    /// Statistics of a metric of the whole path.
    JsonNode metric(String key) {
        return summary.path("path").path(key);
    }

    /// Statistics of a quantity by quarter; without entries where it was not recorded.
    JsonNode quarters(String quantity) {
        return summary.path("quarterly").path(quantity).path("quarters");
    }

    boolean hasQuarters(String... quantities) {
        return Stream.of(quantities).allMatch(quantity -> !quarters(quantity).isEmpty());
    }

    Scale scaleOfQuantity(String quantity) {
        return Scale.of(summary.path("quarterly").path(quantity).path("unit").asString(""));
    }

    /// What an analysis found; missing where it was not made.
    JsonNode analysis(String name) {
        return analyses.containsKey(name) ? analyses.get(name).path("result") : MAPPER.missingNode();
    }

    /// Unit of an assumption as the register names it; empty where it has none of that key.
    String unitOf(String key) {
        return manifest.path("assumptions").valueStream()
                .filter(entry -> entry.path("key").asString("").equals(key))
                .map(entry -> entry.path("unit").asString(""))
                .findFirst()
                .orElse("");
    }

    /// When the run began, to the second; the epoch where the manifest does not say.
    Instant made() {
        String started = manifest.path("started").asString("");
        try {
            return Instant.parse(started);
        } catch (DateTimeParseException notATime) {
            return Instant.EPOCH;
        }
    }

    long paths() {
        return summary.path("paths").asLong();
    }

    boolean sellsTokens() {
        return scenario.path("provider").path("sellsTokens").asBoolean(true);
    }
}
