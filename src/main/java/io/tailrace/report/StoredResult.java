package io.tailrace.report;

import io.tailrace.random.Sampling;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A result folder read again: what it was made from.
///
/// @param scenarioText the scenario with all changes in it, as JSON
/// @param scenarioSha256 of that text when it was run
/// @param sampling how its paths were drawn
/// @param stresses that were laid over the scenario
/// @param sets keys that were set on the command line
/// @param version that wrote it
/// @param sha256 of each file when it was written, by name
public record StoredResult(
        String scenarioText,
        String scenarioSha256,
        Sampling sampling,
        long paths,
        List<StressInfo> stresses,
        List<String> sets,
        Manifest.Version version,
        Map<String, String> sha256) {

    /// Key of the random numbers.
    public long seed() {
        return sampling.seed();
    }

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
            return complete ? Optional.of(of(root)) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Whether the manifest says what it said when it was written.
    static boolean isSealed(Path folder) throws IOException {
        try {
            JsonNode root = SummaryJson.MAPPER.readTree(Files.readAllBytes(folder.resolve(Manifest.FILE)));
            return root instanceof ObjectNode object && Manifest.isSealed(object);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /// The scenario as the run knew it, which its text does not tell alone.
    public LoadedScenario remembering(LoadedScenario read) {
        return new LoadedScenario(
                read.scenario(), read.canonicalText(), read.sha256(), stresses, read.register(), read.notices());
    }

    private static StoredResult of(JsonNode root) {
        var stresses = new ArrayList<StressInfo>();
        root.path("stresses").forEach(s -> stresses.add(new StressInfo(
                s.path("name").asString(""), s.path("title").asString(""), s.path("description").asString(""))));
        var sets = new ArrayList<String>();
        root.path("sets").forEach(set -> sets.add(set.asString("")));
        var sums = new LinkedHashMap<String, String>();
        root.get("sha256").properties().forEach(sum -> sums.put(sum.getKey(), sum.getValue().asString("")));
        return new StoredResult(
                root.get("scenarioText").asString(),
                root.path("scenarioSha256").asString(""),
                SamplingText.read(root),
                root.get("paths").asLong(),
                List.copyOf(stresses),
                List.copyOf(sets),
                new Manifest.Version(root.path("version").asString("unknown"), root.path("commit").asString("unknown")),
                Map.copyOf(sums));
    }
}
