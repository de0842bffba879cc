package io.tailrace.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A sound batch file, every run of it spelt out, in the file's order.
public record LoadedBatch(String name, String title, BatchFile.Objective objective, List<Run> runs) {
    public LoadedBatch {
        runs = List.copyOf(runs);
    }

    /// One run as the file asks for it.
    ///
    /// @param file of the scenario
    /// @param scenario with its stresses and settings in it
    /// @param sets settings as `key=value`
    /// @param seed empty where the scenario's own is meant, as with paths, targets and sampling
    /// @param maxPaths and `maxTime`: where a run with targets ends in any case
    /// @param group where the file asks for it
    public record Run(
            Path file,
            LoadedScenario scenario,
            List<String> sets,
            OptionalLong seed,
            OptionalLong paths,
            List<PrecisionTarget> targets,
            OptionalLong maxPaths,
            Optional<Duration> maxTime,
            Optional<Scenario.Run.Sampling> sampling,
            Location group) {
        public Run {
            sets = List.copyOf(sets);
            targets = List.copyOf(targets);
        }
    }
}
