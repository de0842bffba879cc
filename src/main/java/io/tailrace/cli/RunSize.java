package io.tailrace.cli;

import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.scenario.Scenario;
import io.tailrace.summary.BlockSummary;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// How much is run, and how: options over what the scenario says.
final class RunSize {
    static final long MOST_PATHS = 1_000_000_000_000L;
    private static final long MOST_THREADS = 1024;

    @Option(
            names = "--paths",
            paramLabel = "N",
            description = "Number of paths, 1 to 1e12, such as 100000, 1e6 or 1_000_000; the scenario's by default.") private String paths;

    @Option(names = "--seed", paramLabel = "S",
            description = "Seed, any 64-bit integer; the scenario's by default.") private String seed;

    @Option(
            names = "--threads",
            paramLabel = "K",
            description = "Worker threads, 1 to 1,024; all processors by default. Results do not depend on it.") private String threads;

    /// Checks the options, before anything is read.
    Checked checked() {
        return new Checked(
                WholeNumber.parse("--paths", paths, 1, MOST_PATHS),
                WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                WholeNumber.parse("--threads", threads, 1, MOST_THREADS));
    }

    /// What the command line says; empty where the scenario or the machine decides.
    record Checked(OptionalLong paths, OptionalLong seed, OptionalLong threads) {
        /// More threads than blocks would only hold memory.
        Simulation of(Plan plan, Scenario.Run preset) {
            long wanted = paths.orElse(preset.paths());
            long blocks = (wanted + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
            return new Simulation(plan, seed.orElse(preset.seed()), wanted, (int) Math.min(threadsOrAll(), blocks));
        }

        long threadsOrAll() {
            return threads.orElse(Runtime.getRuntime().availableProcessors());
        }
    }
}
