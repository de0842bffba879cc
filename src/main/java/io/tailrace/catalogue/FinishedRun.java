package io.tailrace.catalogue;

import io.tailrace.catalogue.Entry.HeadlineNumber;
import io.tailrace.engine.Convergence;
import io.tailrace.scenario.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The entry of a run that is done, read from the files of its result and from nothing else.
///
/// Why: the folders hold the truth. What a run enters when it ends is what `runs reindex` enters years later.
final class FinishedRun {
    private static final String MANIFEST = "manifest.json";

    private final JsonNode manifest;
    private final JsonNode summary;

    private FinishedRun(JsonNode manifest, JsonNode summary) {
        this.manifest = manifest;
        this.summary = summary;
    }

    static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /// Empty where the folder is not what a run has written.
    static Optional<Entry> read(Path folder, String name) {
        try {
            JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(MANIFEST)));
            JsonNode summary = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("summary.json")));
            boolean ours = manifest.path("scenarioText").isString() && manifest.path("seed").isIntegralNumber();
            return ours ? Optional.of(new FinishedRun(manifest, summary).entry(name)) : Optional.empty();
        } catch (IOException | JacksonException | DateTimeException notAResult) {
            return Optional.empty();
        }
    }

    private Entry entry(String name) {
        return new Entry(
                name,
                Entry.State.DONE,
                request(),
                new Entry.Maker(text("version"), text("commit"), text("build"), text("machine"),
                        manifest.path("threads").asInt(0)),
                Instant.parse(text("started")),
                manifest.path("wallSeconds").asDouble(0),
                manifest.path("paths").asLong(0),
                manifest.path("precision").path("ended").asString(""),
                manifest.path("sha256").path("summary.json").asString(""),
                headline(),
                "");
    }

    private Request request() {
        var changes = new ArrayList<String>();
        manifest.path("stresses").forEach(stress -> changes.add(stress.path("name").asString("")));
        manifest.path("sets").forEach(set -> changes.add(set.asString("")));
        var targets = new ArrayList<String>();
        JsonNode precision = manifest.path("precision");
        precision.path("targets").forEach(target -> targets.add(target.path("target").asString("")));
        String design = text("sampling");
        return new Request(
                text("scenario"),
                text("scenarioSha256"),
                changes,
                design.isEmpty() ? Request.PLAIN : design + " " + manifest.path("pathsInReplicate").asLong(0),
                manifest.path("seed").asLong(0),
                precision.path("limitPaths").asLong(manifest.path("paths").asLong(0)),
                targets);
    }

    private List<HeadlineNumber> headline() {
        return Convergence.HEADLINE.stream().map(this::number).toList();
    }

    private HeadlineNumber number(Measure measure) {
        JsonNode metric = summary.path("path").path(measure.metric());
        JsonNode number = switch (measure.statistic()) {
            case mean -> metric.path("mean");
            case p -> metric.path("quantiles").path(Double.toString(measure.level() / 100));
            case var -> metric.path("var").path(Double.toString(measure.level() / 100));
            case cvar -> metric.path("cvar").path(Double.toString(measure.level() / 100));
            case probability -> summary.path("decision").path("probabilityTaasBelowIaas");
        };
        return new HeadlineNumber(measure.toString(), metric.path("unit").asString(""), value(number, "value"),
                value(number, "low"), value(number, "high"));
    }

    private static double value(JsonNode number, String key) {
        return number.path(key).asDouble(Double.NaN);
    }

    private String text(String key) {
        return manifest.path(key).asString("");
    }
}
