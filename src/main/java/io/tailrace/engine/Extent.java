package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.Scenario;
import io.tailrace.summary.BlockSummary;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// How much is run, and how, as it was asked for; empty where the scenario or the machine decides.
///
/// @param kind of sampling
public record Extent(
        OptionalLong paths,
        OptionalLong seed,
        OptionalLong threads,
        Optional<Scenario.Run.Sampling> kind) {
    /// Nothing was asked for.
    public static final Extent OPEN =
            new Extent(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    /// More threads than blocks would only hold memory. Quasi-random runs have whole replicates.
    public Simulation of(Plan plan, Scenario.Run preset) {
        long wanted = paths.orElse(preset.paths());
        Sampling sampling = sampling(wanted, preset);
        long run = sampling instanceof QuasiRandom quasi ? quasi.wholeReplicates(wanted) : wanted;
        long blocks = (run + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
        return new Simulation(plan, sampling, run, (int) Math.min(threadsOrAll(), blocks));
    }

    /// The same with another number of paths.
    public Extent withPaths(long other) {
        return new Extent(OptionalLong.of(other), seed, threads, kind);
    }

    /// What became of the number of paths that was asked for, where it is another one.
    public Optional<String> rounded(Simulation simulation, Scenario.Run preset) {
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

    public long threadsOrAll() {
        return threads.orElse(Tuning.threads());
    }
}
