package io.tailrace.report;

import io.tailrace.engine.RunResult;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How a run has drawn its paths, where that is not plainly.
final class SamplingText {
    private SamplingText() {}

    /// In words.
    static Optional<String> line(RunResult run) {
        return run.sampling() instanceof QuasiRandom quasi
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "drawn by %s: %,d independent replicates of %,d paths, intervals from their spread",
                        quasi.design().text(),
                        run.paths() / quasi.points(),
                        quasi.points()))
                : Optional.empty();
    }

    /// For files, in keys that hold what makes the same draws again.
    static Map<String, Object> keys(RunResult run) {
        var keys = new LinkedHashMap<String, Object>();
        if (run.sampling() instanceof QuasiRandom quasi) {
            keys.put("sampling", quasi.design().key());
            keys.put("replicates", run.paths() / quasi.points());
            keys.put("pathsInReplicate", quasi.points());
        }
        return keys;
    }

    /// From a manifest with those keys.
    static Sampling read(JsonNode manifest) {
        long seed = manifest.get("seed").asLong();
        return Arrays.stream(Design.values())
                .filter(design -> design.key().equals(manifest.path("sampling").asString("")))
                .findFirst()
                .<Sampling>map(design -> new QuasiRandom(seed, manifest.path("pathsInReplicate").asLong(0), design))
                .orElseGet(() -> new Sampling.Plain(seed));
    }
}
