package io.tailrace.tuning;

import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A tuning as JSON: for which machine it holds, which knobs it turns, and the measurements that say so.
final class TuningFile {
    private static final String UNIT = "nanoseconds a path on the clock; error: half of the 99.9 % interval";

    private TuningFile() {}

    /// Writes it whole or not at all.
    static void write(Path file, Tuned tuned) throws IOException {
        Path place = file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path unfinished = place.resolveSibling("." + place.getFileName() + ".unfinished");
        try {
            Files.write(unfinished,
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(json(tuned)));
            Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// @throws IllegalArgumentException where it is not what [#write] has written
    static Machine machine(JsonNode root) {
        return new Machine(text(root, "host"), text(root, "hardware"), text(root, "jvm"));
    }

    /// @throws IllegalArgumentException where it is not what [#write] has written
    static Tuning tuning(JsonNode root) {
        JsonNode knobs = root.path("tuning");
        if (!knobs.isObject()) {
            throw new IllegalArgumentException("it has no tuning");
        }
        Tuning tuning = Tuning.DEFAULTS;
        for (Map.Entry<String, JsonNode> entry : knobs.properties()) {
            tuning = tuning.with(knob(entry.getKey()), entry.getValue().asString(""));
        }
        return tuning;
    }

    private static Knob knob(String key) {
        for (Knob knob : Knob.values()) {
            if (knob.key().equals(key)) {
                return knob;
            }
        }
        throw new IllegalArgumentException("there is no knob " + key);
    }

    private static String text(JsonNode root, String key) {
        if (!root.path(key).isString()) {
            throw new IllegalArgumentException("it has no " + key);
        }
        return root.path(key).asString();
    }

    private static Map<String, Object> json(Tuned tuned) {
        var root = new LinkedHashMap<String, Object>();
        root.put("host", tuned.machine().host());
        root.put("hardware", tuned.machine().hardware());
        root.put("jvm", tuned.machine().jvm());
        root.put("tuning", knobs(tuned.tuning()));
        root.put("verdict", tuned.verdict());
        tuned.outcome().gain().ifPresent(gain -> {
            root.put("timeSaved", gain.share());
            root.put("timeSavedError", gain.error());
        });
        root.put("version", tuned.version().tailrace());
        root.put("commit", tuned.version().commit());
        root.put("measured", tuned.measured().truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("scenario", tuned.scenario());
        root.put("paths", tuned.paths());
        root.put("unit", UNIT);
        root.put("first", tuned.outcome().first().stream().map(TuningFile::json).toList());
        root.put("again", tuned.outcome().again().stream().map(TuningFile::json).toList());
        return root;
    }

    private static Map<String, Object> json(Measurement measurement) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("tuning", knobs(measurement.tuning()));
        entry.put("time", measurement.nanoseconds());
        entry.put("error", measurement.error());
        return entry;
    }

    private static Map<String, String> knobs(Tuning tuning) {
        var knobs = new LinkedHashMap<String, String>();
        tuning.knobs().forEach((knob, value) -> knobs.put(knob.key(), value));
        return knobs;
    }
}
