package io.tailrace.report;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.analysis.Waterfall;
import io.tailrace.engine.Reading;
import io.tailrace.scenario.Measure;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a night of runs came to; its file `overnight.json` is what the morning report is made of.
///
/// @param budget in words: `until 2026-06-02 06:00`
/// @param objective `worst` or `sum`
public record NightRecord(
        String name,
        String title,
        String budget,
        String objective,
        Instant started,
        Instant ended,
        List<Entry> jobs) {
    public static final String FILE = "overnight.json";

    /// One job.
    ///
    /// @param folder of its result, beside the file
    /// @param failure why it has no more paths; empty where nothing went wrong
    /// @param targets how near it came to each
    /// @param headline numbers in their metrics' own units
    /// @param change since the night before; empty where that had no such job
    public record Entry(
            String name,
            String folder,
            long paths,
            String failure,
            List<Reached> targets,
            Map<Measure, Estimate> headline,
            List<LimitCheck> limits,
            Optional<Change> change) {
        public boolean failed() {
            return !failure.isEmpty();
        }

        public boolean breached() {
            return limits.stream().anyMatch(LimitCheck::breached);
        }
    }

    /// A target and the error that was reached.
    public record Reached(PrecisionTarget target, Reading reading) {
        /// In the metric's unit: half the width of the 95 % interval, the longer side.
        public double error() {
            Estimate e = reading.estimate();
            return Math.max(e.high() - e.value(), e.value() - e.low());
        }

        /// 1 where the target just holds.
        public double relative() {
            return error() / target.tolerance(reading.estimate().value());
        }
    }

    /// What is not as it was the night before.
    ///
    /// @param since name of that night's folder
    /// @param paths that the job had then
    /// @param before its headline numbers then
    /// @param why empty where no assumption changed
    public record Change(String since, long paths, Map<Measure, Estimate> before, Optional<Explanation> why) {}

    /// A waterfall over the assumptions that changed.
    ///
    /// @param fromSha256 of last night's scenario
    /// @param toSha256 of tonight's
    public record Explanation(Waterfall waterfall, String fromSha256, String toSha256) {}

    public NightRecord {
        jobs = List.copyOf(jobs);
    }

    /// Writes the file, whole or not at all.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("." + FILE + ".unfinished");
        Files.write(unfinished, SummaryJson.MAPPER.writeValueAsBytes(json()));
        Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Of one job in an older night: what it had then; without a waterfall.
    public static Optional<Change> before(Path night, String job) throws IOException {
        try {
            JsonNode root = SummaryJson.MAPPER.readTree(Files.readAllBytes(night.resolve(FILE)));
            return root.path("jobs").valueStream()
                    .filter(entry -> entry.path("job").asString("").equals(job))
                    .findFirst()
                    .map(entry -> new Change(
                            night.getFileName().toString(), entry.path("paths").asLong(), headline(entry),
                            Optional.empty()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Map<Measure, Estimate> headline(JsonNode entry) {
        var numbers = new LinkedHashMap<Measure, Estimate>();
        for (Measure measure : Waterfall.MEASURES) {
            JsonNode node = entry.path("headline").path(measure.toString());
            if (node.path("value").isNumber()) {
                numbers.put(measure, new Estimate(
                        node.path("value").asDouble(), node.path("standardError").asDouble(Double.NaN),
                        node.path("low").asDouble(Double.NaN), node.path("high").asDouble(Double.NaN)));
            }
        }
        return numbers;
    }

    private Map<String, Object> json() {
        var root = new LinkedHashMap<String, Object>();
        root.put("batch", name);
        root.put("title", title);
        root.put("budget", budget);
        root.put("objective", objective);
        root.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("ended", ended.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("failedJobs", jobs.stream().filter(Entry::failed).count());
        root.put("breachedJobs", jobs.stream().filter(Entry::breached).count());
        root.put("jobs", jobs.stream().map(NightRecord::json).toList());
        return root;
    }

    private static Map<String, Object> json(Entry job) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("job", job.name());
        entry.put("folder", job.folder());
        entry.put("paths", job.paths());
        entry.put("failure", job.failure());
        entry.put("targets", job.targets().stream().map(NightRecord::json).toList());
        entry.put("headline", numbers(job.headline()));
        entry.put("limits", job.limits().stream().map(LimitText::entry).toList());
        job.change().ifPresent(change -> entry.put("change", json(change)));
        return entry;
    }

    private static Map<String, Object> json(Reached reached) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("target", reached.target().toString());
        entry.put("halfWidth", reached.error());
        entry.put("relative", reached.relative());
        entry.put("holds", reached.relative() <= 1 && !reached.reading().thin());
        return entry;
    }

    private static Map<String, Object> json(Change change) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("since", change.since());
        entry.put("paths", change.paths());
        entry.put("headline", numbers(change.before()));
        change.why().ifPresent(why -> entry.put("waterfall", waterfall(why)));
        return entry;
    }

    private static JsonNode waterfall(Explanation why) {
        String text = String.join("\n", WaterfallText.json(
                why.waterfall(), new WaterfallText.Side("last night", why.fromSha256()),
                new WaterfallText.Side("tonight", why.toSha256())));
        return SummaryJson.MAPPER.readTree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> numbers(Map<Measure, Estimate> headline) {
        var numbers = new LinkedHashMap<String, Object>();
        headline.forEach((measure, estimate) -> numbers.put(measure.toString(), SummaryJson.estimate(estimate)));
        return numbers;
    }

    /// Breaches of all jobs, each a line with its job.
    public List<String> breaches() {
        var lines = new ArrayList<String>();
        jobs.forEach(job -> LimitText.breaches(job.limits()).forEach(line -> lines.add(job.name() + ": " + line)));
        return lines;
    }
}
