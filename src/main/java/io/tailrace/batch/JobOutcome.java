package io.tailrace.batch;

import io.tailrace.catalogue.Entry;
import io.tailrace.engine.Convergence;
import io.tailrace.engine.RunResult;
import io.tailrace.report.Findings;
import io.tailrace.report.LimitText;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Estimate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a job.
///
/// @param folder of its result
/// @param paths that were run
/// @param headline numbers in their metrics' own units, $M or shares; empty where there is no result
/// @param breaches a line for each limit that the result breaches
/// @param note why it failed; empty where there is nothing to say
public record JobOutcome(
        Job job,
        State state,
        Optional<Path> folder,
        long paths,
        Map<Measure, Estimate> headline,
        Duration wall,
        List<String> breaches,
        String note) {
    /// How a job ended.
    public enum State {
        DONE, REUSED, FAILED
    }

    public JobOutcome {
        headline = Collections.unmodifiableMap(new LinkedHashMap<>(headline));
        breaches = List.copyOf(breaches);
    }

    static JobOutcome done(Job job, Path folder, Findings findings, Duration wall) {
        RunResult run = findings.run();
        var headline = new LinkedHashMap<Measure, Estimate>();
        for (Measure measure : Convergence.HEADLINE) {
            headline.put(measure, run.convergence().last(measure).estimate());
        }
        return new JobOutcome(job, State.DONE, Optional.of(folder), run.paths(), headline, wall,
                LimitText.breaches(findings.limits()), "");
    }

    /// @param breaches that the result tells
    static JobOutcome reused(Job job, Path folder, Entry entry, List<String> breaches) {
        var headline = new LinkedHashMap<Measure, Estimate>();
        for (Measure measure : Convergence.HEADLINE) {
            entry.headline().stream()
                    .filter(number -> number.measure().equals(measure.toString()))
                    .forEach(number -> headline.put(measure, number.estimate()));
        }
        return new JobOutcome(job, State.REUSED, Optional.of(folder), entry.paths(), headline, Duration.ZERO,
                breaches, "");
    }

    static JobOutcome failed(Job job, Duration wall, String why) {
        return new JobOutcome(job, State.FAILED, Optional.empty(), 0, Map.of(), wall, List.of(), why);
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    public boolean breached() {
        return !breaches.isEmpty();
    }
}
