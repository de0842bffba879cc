package io.tailrace.cli;

import io.tailrace.engine.Extent;
import io.tailrace.engine.Precision;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.scenario.Scenario;
import io.tailrace.scenario.TimeLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Precision as the goal of a run, in place of a number of paths.
final class PrecisionOptions {
    @Option(
            names = "--until",
            paramLabel = "TARGET",
            description = "Run until this holds, such as \"cvar95(npvTaas) within 0.5%%\" or \"p5(npvTaas) within 0.1 $B\";"
                    + " may be repeated. The scenario's run.precision by default.") private List<String> until =
                            List.of();

    @Option(names = "--max-paths", paramLabel = "N",
            description = "With targets: end after so many paths in any case; 1e9 by default.") private String maxPaths;

    @Option(names = "--max-time", paramLabel = "TIME",
            description = "With targets: end after so long in any case, such as 30s, 10min, 2h.") private String maxTime;

    /// Checks the options, before anything is read.
    Checked checked(Extent size) {
        if (!until.isEmpty() && size.paths().isPresent()) {
            throw new UserException("--paths fixes the number of paths; with --until give --max-paths instead");
        }
        return new Checked(
                PrecisionTarget.parse("--until", until, metrics()),
                WholeNumber.parse("--max-paths", maxPaths, 1, RunSize.MOST_PATHS),
                Optional.ofNullable(maxTime).map(PrecisionOptions::duration),
                size);
    }

    private static Duration duration(String text) {
        return TimeLimit.read(text)
                .orElseThrow(() -> new UserException(
                        "--max-time " + text + " is not a time such as 30s, 10min or 2h"));
    }

    private static Set<String> metrics() {
        return Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
    }

    /// What the command line says; targets are empty where the scenario decides.
    record Checked(
            List<PrecisionTarget> targets,
            OptionalLong maxPaths,
            Optional<Duration> maxTime,
            Extent size) {
        /// A number of paths on the command line sets the scenario's own targets aside.
        Precision of(Scenario.Run preset) {
            List<PrecisionTarget> own = PrecisionTarget.parse("run.precision", preset.precision(), metrics());
            List<PrecisionTarget> wanted = targets.isEmpty() && size.paths().isEmpty() ? own : targets;
            if (wanted.isEmpty() && (maxPaths.isPresent() || maxTime.isPresent())) {
                throw new UserException("--max-paths and --max-time limit a run with targets: give --until, or"
                        + " run.precision in the scenario" + (own.isEmpty() ? "" : ", and no --paths"));
            }
            return new Precision(wanted, maxTime);
        }

        /// Paths after which the run ends in any case.
        Extent limit(Precision precision) {
            return precision.mayStop() ? size.withPaths(maxPaths.orElse(Precision.MOST_PATHS)) : size;
        }
    }
}
