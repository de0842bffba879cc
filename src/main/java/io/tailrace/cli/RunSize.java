package io.tailrace.cli;

import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.Scenario;
import io.tailrace.summary.BlockSummary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// How much is run, and how: options over what the scenario says.
final class RunSize {
    static final long MOST_PATHS = 1_000_000_000_000L;
    static final long MOST_THREADS = 1024;

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

    @Option(
            names = "--sampling",
            paramLabel = "KIND",
            description = "plain, sobol or latin-hypercube; the scenario's by default. With the last two, paths come in"
                    + " replicates, from whose spread all errors are read.") private String sampling;

    /// Checks the options, before anything is read.
    Checked checked() {
        return new Checked(
                WholeNumber.parse("--paths", paths, 1, MOST_PATHS),
                WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                WholeNumber.parse("--threads", threads, 1, MOST_THREADS),
                Optional.ofNullable(sampling).map(RunSize::kind));
    }

    private static Scenario.Run.Sampling kind(String text) {
        return Arrays.stream(Scenario.Run.Sampling.values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UserException("--sampling " + text + " must be one of "
                        + Arrays.stream(Scenario.Run.Sampling.values())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
    }

    /// What the command line says; empty where the scenario or the machine decides.
    record Checked(
            OptionalLong paths,
            OptionalLong seed,
            OptionalLong threads,
            Optional<Scenario.Run.Sampling> kind) {
        /// More threads than blocks would only hold memory. Quasi-random runs have whole replicates.
        Simulation of(Plan plan, Scenario.Run preset) {
            long wanted = paths.orElse(preset.paths());
            Sampling sampling = sampling(wanted, preset);
            long run = sampling instanceof QuasiRandom quasi ? quasi.wholeReplicates(wanted) : wanted;
            long blocks = (run + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
            return new Simulation(plan, sampling, run, (int) Math.min(threadsOrAll(), blocks));
        }

        /// What became of the number of paths that was asked for, where it is another one.
        Optional<String> rounded(Simulation simulation, Scenario.Run preset) {
            long wanted = paths.orElse(preset.paths());
            return simulation.sampling() instanceof QuasiRandom quasi && simulation.paths() != wanted
                    ? Optional.of(String.format(
                            Locale.ROOT,
                            "%,d paths become %,d: %,d whole replicates of %,d, a power of two",
                            wanted,
                            simulation.paths(),
                            simulation.paths() / quasi.points(),
                            quasi.points()))
                    : Optional.empty();
        }

        private Sampling sampling(long wanted, Scenario.Run preset) {
            long key = seed.orElse(preset.seed());
            return switch (kind.or(preset::sampling).orElse(Scenario.Run.Sampling.plain)) {
                case plain -> new Sampling.Plain(key);
                case sobol -> QuasiRandom.forRunOf(wanted, key, Design.SOBOL);
                case latinHypercube -> QuasiRandom.forRunOf(wanted, key, Design.LATIN_HYPERCUBE);
            };
        }

        long threadsOrAll() {
            return threads.orElse(Runtime.getRuntime().availableProcessors());
        }
    }
}
