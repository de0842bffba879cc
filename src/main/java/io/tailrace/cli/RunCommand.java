package io.tailrace.cli;

import io.tailrace.engine.Precision;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.Answer;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.PrecisionText;
import io.tailrace.report.ResultFolder;
import io.tailrace.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `run`: a scenario in, paths, a distribution summary out.
@Command(
        name = "run",
        description = "Runs a scenario, writes its distribution summary and prints the answer on one screen.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace run configs/aws-bedrock.yaml",
            "  tailrace run configs/azure.yaml --paths 1e5 --out results/azure --force",
            "  tailrace run configs/azure.yaml --stress configs/stress/price-war.yaml",
            "  tailrace run configs/azure.yaml --set tokenService.floor=0",
            "  tailrace run configs/azure.yaml --until \"cvar95(npvTaas) within 1%%\" --max-time 10min"
        })
final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private ScenarioOptions input;

    @Mixin private RunSize size;

    @Mixin private PrecisionOptions goal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the result, which must not exist; results/runs/NAME-TIME by default.") private Path out;

    @Option(names = "--force", description = "Replace an older result in that folder.") private boolean force;

    @Override
    public Integer call() {
        PrecisionOptions.Checked checked = goal.checked(size.checked());
        LoadedScenario loaded = input.load();
        Instant started = Instant.now();
        Path folder = folder(loaded.scenario().name(), started);
        ResultFolder.obstacle(folder, force).ifPresent(text -> {
            throw new UserException(text);
        });
        Plan plan = PlanCompiler.compile(loaded.scenario());
        Precision precision = checked.of(loaded.scenario().run());
        precision.obstacle(plan).ifPresent(text -> {
            throw new UserException(text);
        });
        Simulation simulation = checked.limit(precision).of(plan, loaded.scenario().run());
        Memory.require(simulation);
        Console console = input.console(main.terminal());
        loaded.notices().forEach(console::note);

        long begin = System.nanoTime();
        RunResult run;
        try (ProgressLine progress = console.progress()) {
            run = RunResult.of(simulation, precision, progress);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - begin);
        Findings findings = Findings.of(loaded, input.sets(), run);
        write(folder, findings, new Manifest(command(), simulation.threads(), started, wall));
        console.print(Answer.of(findings));
        run.outcome().ifPresent(outcome -> console.print(PrecisionText.lines(outcome, run.paths())));
        console.print(footer(folder, run, wall));
        return 0;
    }

    private void write(Path folder, Findings findings, Manifest manifest) {
        try {
            ResultFolder.write(folder, force, findings, manifest);
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName() + " " + e.getMessage();
            throw new UserException("The result could not be written to " + folder + ": " + reason);
        }
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /// Names come from files that others wrote: what is no plain file name does not reach the file system.
    private Path folder(String name, Instant started) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-");
        return out != null ? out : Path.of("results", "runs", plain + "-" + STAMP.format(started));
    }

    private static String footer(Path folder, RunResult run, Duration wall) {
        double seconds = Math.max(1, wall.toMillis()) / 1000.0;
        return String.format(
                Locale.ROOT,
                "%,d %s in %s (%,.0f a second); result in %s",
                run.paths(),
                run.paths() == 1 ? "path" : "paths",
                Durations.text(seconds),
                run.paths() / seconds,
                folder);
    }
}
