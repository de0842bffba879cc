package io.tailrace.batch;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.catalogue.Request;
import io.tailrace.engine.Extent;
import io.tailrace.engine.Precision;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.Site;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.LoadedBatch;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.LoadedScenario.StressInfo;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.scenario.Problem;
import io.tailrace.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One run that a batch asks for, compiled and ready to start.
///
/// @param number in its batch, from 1
/// @param file of the scenario
/// @param sets settings as `key=value`
/// @param precision when it may end before all paths of the simulation
public record Job(
        int number,
        Path file,
        LoadedScenario scenario,
        List<String> sets,
        Simulation simulation,
        Precision precision) {
    private static final int LONGEST_NAME = 80;

    /// A job, or why the file's wish makes no sense.
    static Job of(int number, LoadedBatch.Run asked, int threads, List<Problem> problems) {
        Scenario.Run preset = asked.scenario().scenario().run();
        Precision precision = new Precision(targets(asked, preset), asked.maxTime());
        var paths = precision.mayStop()
                ? OptionalLong.of(asked.maxPaths().orElse(Precision.MOST_PATHS))
                : asked.paths();
        Plan plan = PlanCompiler.compile(asked.scenario().scenario());
        Simulation simulation =
                new Extent(paths, asked.seed(), OptionalLong.of(threads), asked.sampling()).of(plan, preset);
        obstacle(precision, simulation)
                .ifPresent(rule -> problems.add(new Problem(asked.group(), "precision", "", rule, "")));
        LimitCheck.obstacles(asked.scenario().scenario().limits(), plan)
                .forEach(rule -> problems.add(new Problem(asked.group(), "limits", "", rule, "")));
        return new Job(number, asked.file(), asked.scenario(), asked.sets(), simulation, precision);
    }

    Job on(Site site) {
        return new Job(number, file, scenario, sets, simulation.on(site.clusterFor(scenario)), precision);
    }

    private static List<PrecisionTarget> targets(LoadedBatch.Run asked, Scenario.Run preset) {
        return asked.targets().isEmpty() && asked.paths().isEmpty()
                ? PrecisionTarget.parse("run.precision", preset.precision(), Batch.metrics())
                : asked.targets();
    }

    private static Optional<String> obstacle(Precision precision, Simulation simulation) {
        boolean quasi = simulation.sampling() instanceof Sampling.QuasiRandom;
        return precision.mayStop() && quasi
                ? Optional.of("runs with targets draw plainly: give `sampling: plain`, or `paths` in place of targets")
                : precision.obstacle(simulation.plan());
    }

    /// What makes two jobs one.
    public Request request() {
        return Request.of(scenario, sets, simulation, precision);
    }

    /// For people: scenario, what is changed in it, and a seed that is not its own.
    public String name() {
        boolean ownSeed = seed() == scenario.scenario().run().seed();
        String seed = ownSeed ? "" : ", seed " + seed();
        return Stream.concat(Stream.of(scenario.scenario().name()), changes()).collect(Collectors.joining(", ")) + seed;
    }

    /// For folders: the name with nothing in it but letters, digits, `-` and `_`.
    public String plainName() {
        String plain = name().replaceAll("[^A-Za-z0-9_]+", "-");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /// Stresses by name, then keys.
    private Stream<String> changes() {
        return Stream.concat(scenario.stresses().stream().map(StressInfo::name), sets.stream());
    }

    public long seed() {
        return simulation.sampling().seed();
    }

    /// Paths after which it ends in any case.
    public long limit() {
        return simulation.paths();
    }
}
