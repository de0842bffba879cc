package io.tailrace.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A result folder read again: what it was made from.
///
/// @param scenarioText the scenario with all changes in it, as JSON
public record StoredResult(String scenarioText, long seed, long paths) {
    /// Whether a folder has the looks of a result.
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(Manifest.FILE));
    }

    /// Empty where the manifest is not one that a run wrote.
    public static Optional<StoredResult> read(Path folder) throws IOException {
        try {
            JsonNode root = SummaryJson.MAPPER.readTree(Files.readAllBytes(folder.resolve(Manifest.FILE)));
            boolean complete = root.path("scenarioText").isString()
                    && root.path("seed").isIntegralNumber()
                    && root.path("paths").isIntegralNumber()
                    && root.path("sha256").isObject();
            return complete
                    ? Optional.of(new StoredResult(
                            root.get("scenarioText").asString(), root.get("seed").asLong(), root.get("paths").asLong()))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
