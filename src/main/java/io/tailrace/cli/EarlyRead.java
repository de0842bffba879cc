package io.tailrace.cli;

import io.tailrace.analysis.Study;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What a command names first, read on another core while picocli makes sense of the command line: the result of
/// `replay RESULT`, the scenario of `run SCENARIO` and `check SCENARIO`.
///
/// Why: in a JVM that has just started either takes a good part of the second in which such a command is to answer.
/// What goes wrong here is not told: the command then reads the same again, and fails in its own words.
record EarlyRead<T>(Path path, FutureTask<T> task) {
    private static final Set<String> OF_SCENARIOS = Set.of("run", "check");

    /// Starts reading a result where the arguments say so in that order.
    static Optional<EarlyRead<StoredRun>> result(String... arguments) {
        return first(arguments).filter(_ -> arguments[0].equals("replay"))
                .map(folder -> of(folder, () -> StoredRun.at(folder)));
    }

    /// Starts reading a scenario as it is, without stresses and settings; its plan is compiled too, so that its
    /// distributions are known when the command asks for them.
    static Optional<EarlyRead<LoadedScenario>> scenario(String... arguments) {
        return first(arguments).filter(_ -> OF_SCENARIOS.contains(arguments[0])).map(file -> of(file, () -> {
            LoadedScenario loaded = Study.loader()
                    .load(file, List.of(), List.of(), ScenarioLoader.Options.STRICT);
            PlanCompiler.compile(loaded.scenario());
            return loaded;
        }));
    }

    private static <T> EarlyRead<T> of(Path path, Callable<T> reading) {
        var task = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("early-read").start(task);
        return new EarlyRead<>(path, task);
    }

    private static Optional<Path> first(String... arguments) {
        try {
            return arguments.length < 2 || arguments[1].startsWith("-")
                    ? Optional.empty()
                    : Optional.of(Path.of(arguments[1]));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// What was read, if it was this and nothing went wrong.
    Optional<T> get(Path wanted) {
        if (!wanted.equals(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
