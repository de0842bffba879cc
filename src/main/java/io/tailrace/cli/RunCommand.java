package io.tailrace.cli;

import io.tailrace.analysis.BackTest;
import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.Answer;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import io.tailrace.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `run`: a scenario in, paths, a distribution summary out.
@Command(
        name = "run",
        description = "Runs a scenario and writes its distribution summary.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ScenarioOptions input;

    @Option(names = "--paths", paramLabel = "N", description = "Number of paths, 1 to 1e12; the scenario's by default.")
    private String paths;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, any 64-bit integer; the scenario's by default.")
    private String seed;

    @Option(
            names = "--threads",
            paramLabel = "K",
            description = "Worker threads, 1 to 1,024; all processors by default. Results do not depend on it.")
    private String threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the result; results/runs/NAME-TIME by default.")
    private Path out;

    @Option(names = "--force", description = "Replace the folder if it exists.")
    private boolean force;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() {
        OptionalLong pathsGiven = WholeNumber.parse("--paths", paths, 1, 1_000_000_000_000L);
        OptionalLong seedGiven = WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE);
        OptionalLong threadsGiven = WholeNumber.parse("--threads", threads, 1, 1024);
        LoadedScenario loaded = input.load();
        Instant started = Instant.now();
        Path folder = folder(loaded.scenario().name(), started);
        requireWritable(folder);

        Plan plan = PlanCompiler.compile(loaded.scenario());
        var simulation = new Simulation(
                plan,
                seedGiven.orElse(loaded.scenario().run().seed()),
                pathsGiven.orElse(loaded.scenario().run().paths()),
                (int) threadsGiven.orElse(Runtime.getRuntime().availableProcessors()));
        var console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet);
        loaded.notices().forEach(console::notice);
        long begin = System.nanoTime();
        RunResult run;
        try (ProgressLine progress = console.progress()) {
            run = RunResult.of(simulation, progress);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - begin);

        ContractComparison comparison = ContractComparison.of(run);
        write(folder, loaded, simulation, run, comparison, started, wall);
        console.print(Answer.lines(run, comparison));
        console.print(footer(folder, run, wall));
        return 0;
    }

    private void write(
            Path folder,
            LoadedScenario loaded,
            Simulation simulation,
            RunResult run,
            ContractComparison comparison,
            Instant started,
            Duration wall) {
        var manifest = new Manifest(
                loaded,
                simulation.seed(),
                simulation.paths(),
                simulation.threads(),
                spec.commandLine().getParent().getParseResult().originalArgs(),
                Manifest.Version.ofThisProgram(),
                started,
                wall);
        BackTest backTest = BackTest.of(loaded.scenario().backTest(), run);
        try {
            ResultFolder.write(folder, force, run, comparison, backTest, manifest);
        } catch (IOException e) {
            throw new UserException("The result could not be written to " + folder + ": " + e.getMessage());
        }
    }

    private Path folder(String name, Instant started) {
        return out != null ? out : Path.of("results", "runs", name + "-" + STAMP.format(started));
    }

    /// Found out before the run, not after it.
    private void requireWritable(Path folder) {
        if (Files.exists(folder) && !force) {
            throw new UserException(folder + " exists; choose another --out or replace it with --force");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserException(folder + " is a file; --out names a folder");
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new UserException(folder + " cannot be a result's folder");
        }
        while (parent.getParent() != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new UserException(folder + " cannot be written: no right to create files in " + parent);
        }
    }

    private static java.util.List<String> footer(Path folder, RunResult run, Duration wall) {
        double seconds = Math.max(1e-3, wall.toMillis() / 1000.0);
        return java.util.List.of(
                "",
                String.format(
                        java.util.Locale.ROOT,
                        "%,d paths in %.1f s (%,.0f a second); result in %s",
                        run.paths(),
                        seconds,
                        run.paths() / seconds,
                        folder));
    }
}
