package io.tailrace.batch;

import io.tailrace.catalogue.Entry;
import io.tailrace.engine.Convergence;
import io.tailrace.engine.RunResult;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Estimate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What became of a job.
///
/// @param folder of its result
/// @param paths that were run
/// @param headline numbers in their metrics' own units, $M or shares; empty where there is no result
/// @param note why it failed, or whose result was reused; empty where there is nothing to say
public record JobOutcome(
        Job job,
        State state,
        Optional<Path> folder,
        long paths,
        Map<Measure, Estimate> headline,
        Duration wall,
        String note) {
    /// How a job ended.
    public enum State {
        DONE, REUSED, FAILED
    }

    public JobOutcome {
        headline = Collections.unmodifiableMap(new LinkedHashMap<>(headline));
    }

    static JobOutcome done(Job job, Path folder, RunResult run, Duration wall) {
        var headline = new LinkedHashMap<Measure, Estimate>();
        for (Measure measure : Convergence.HEADLINE) {
            headline.put(measure, run.convergence().last(measure).estimate());
        }
        return new JobOutcome(job, State.DONE, Optional.of(folder), run.paths(), headline, wall, "");
    }

    static JobOutcome reused(Job job, Path folder, Entry entry) {
        var headline = new LinkedHashMap<Measure, Estimate>();
        for (Measure measure : Convergence.HEADLINE) {
            entry.headline().stream()
                    .filter(number -> number.measure().equals(measure.toString()))
                    .forEach(number -> headline.put(measure, number.estimate()));
        }
        return new JobOutcome(job, State.REUSED, Optional.of(folder), entry.paths(), headline, Duration.ZERO, "");
    }

    static JobOutcome failed(Job job, Duration wall, String why) {
        return new JobOutcome(job, State.FAILED, Optional.empty(), 0, Map.of(), wall, why);
    }

    public boolean failed() {
        return state == State.FAILED;
    }
}
