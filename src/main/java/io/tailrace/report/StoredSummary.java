package io.tailrace.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The `summary.json` of a result read again: what `replay` and `diff` ask of it.
public final class StoredSummary {
    private final JsonNode root;

    private StoredSummary(JsonNode root) {
        this.root = root;
    }

    /// Empty where the file is no JSON.
    public static Optional<StoredSummary> read(Path folder) throws IOException {
        try {
            return Optional.of(
                    new StoredSummary(SummaryJson.MAPPER.readTree(Files.readAllBytes(folder.resolve("summary.json")))));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Numbers of the paths with the lowest values of a metric, worst first; empty where they were not kept.
    public List<Long> worst(String metric) {
        var paths = new ArrayList<Long>();
        root.path("worstPaths").path(metric).forEach(entry -> paths.add(entry.path("path").asLong()));
        return paths;
    }

    /// Metrics whose worst paths were kept.
    public List<String> metricsWithWorst() {
        return List.copyOf(root.path("worstPaths").propertyNames());
    }

    /// Probabilities whose quantiles of a metric are stored, as written there: `0.05`.
    public List<String> probabilities(String metric) {
        return List.copyOf(quantiles(metric).propertyNames());
    }

    public OptionalDouble quantile(String metric, String probability) {
        JsonNode value = quantiles(metric).path(probability).path("value");
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    private JsonNode quantiles(String metric) {
        return root.path("path").path(metric).path("quantiles");
    }
}
