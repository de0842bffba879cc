package io.tailrace.cli;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Study;
import io.tailrace.catalogue.Request;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.Extent;
import io.tailrace.engine.Precision;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.AnalysisRecord;
import io.tailrace.report.Findings;
import io.tailrace.report.LimitText;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import io.tailrace.report.committee.CommitteeReport;
import io.tailrace.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What `analyze` and `backtest` share: a result or a scenario is analysed, and what is found is written into the result.
abstract sealed class AnalysingCommand implements Callable<Integer> permits AnalyzeCommand, BackTestCommand {
    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RESULT|SCENARIO",
            description = "Result folder, or scenario file.") private Path target;

    @Mixin private ChangeOptions changes;

    @Mixin private RunSize size;

    @Mixin private AnalysisOptions options;

    @Mixin private ResultOptions result;

    final Console console() {
        return changes.console(main.terminal());
    }

    /// Returns the exit code.
    final int analyse(List<AnalysisKind> kinds) {
        if (target == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing: a result folder or a scenario file");
        }
        if (Files.isDirectory(target)) {
            ofResult(kinds, console());
            return 0;
        }
        return ofScenario(kinds, console());
    }

    private void ofResult(List<AnalysisKind> kinds, Console console) {
        if (changes.any() || result.given()) {
            throw new UserException(
                    target + " is a result and stays as it was run: --stress, --set, --require-sources, --out and --force"
                            + " are for scenario files");
        }
        StoredRun stored = StoredRun.at(target);
        Extent asked = size.checked();
        if (asked.kind().isPresent()) {
            throw new UserException("--sampling is for runs of a scenario file: analyses of a result draw plainly");
        }
        Study.Size wanted = AnalysisOptions.size(
                asked.seed().orElse(stored.result().seed()),
                asked.paths().orElse(stored.result().paths()),
                asked.paths().isPresent(),
                asked.threadsOrAll(),
                AnalysisOptions.columns(kinds));
        Instant started = Instant.now();
        Analyses analyses =
                AnalysisOptions.run(options.withTail(stored.loaded()), kinds, wanted, options.shelf(null), console);
        Duration wall = Duration.between(started, Instant.now());
        try {
            ResultFolder.add(target, analyses, new AnalysisRecord(command(), wanted.threads(), started, wall));
        } catch (IOException e) {
            throw ResultOptions.failure(target, e);
        }
        console.print(footer(analyses, wall, target));
        List<String> older = CommitteeReport.files().stream().filter(f -> Files.exists(target.resolve(f))).toList();
        if (!older.isEmpty()) {
            console.note(String.join(" and ", older) + (older.size() == 1 ? " is" : " are")
                    + " older than these analyses; `tailrace report " + target + "` tells them too");
        }
    }

    private int ofScenario(List<AnalysisKind> kinds, Console console) {
        Extent asked = size.checked();
        LoadedScenario loaded = changes.load(target);
        Instant started = Instant.now();
        Path folder = result.folder(loaded.scenario().name(), started);
        Plan plan = PlanCompiler.compile(loaded.scenario());
        ChangeOptions.requireLimits(loaded, plan);
        Simulation simulation = asked.of(plan, loaded.scenario().run());
        Memory.require(simulation);
        asked.rounded(simulation, loaded.scenario().run()).ifPresent(console::note);
        Study.Size wanted = AnalysisOptions.size(
                simulation.sampling().seed(),
                simulation.paths(),
                asked.paths().isPresent(),
                asked.threadsOrAll(),
                AnalysisOptions.columns(kinds));
        var shelf = options.shelf(target.toAbsolutePath().getParent());
        loaded.notices().forEach(console::note);
        Request request = Request.of(loaded, changes.sets(), simulation, Precision.NONE);
        try (RunRecord record = result.begin(folder, request, simulation.threads(), started, console)) {
            long begin = System.nanoTime();
            RunResult run;
            try (RunProgress progress = console.progress(simulation)) {
                run = RunResult.of(simulation, progress);
            }
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            Analyses analyses = AnalysisOptions.run(options.withTail(loaded), kinds, wanted, shelf, console);
            Findings findings = Findings.of(loaded, changes.sets(), run).with(analyses);
            result.write(folder, findings, new Manifest(command(), simulation.threads(), started, wall));
            ReportCommand.write(folder, loaded.scenario(), List.of(), console);
            record.done();
            RunsPage.refresh(folder, console);
            LimitText.breaches(findings.limits()).forEach(console::print);
            ChangeOptions.tellResult(console, folder, findings);
            console.print(footer(analyses, Duration.between(started, Instant.now()), folder));
            return ChangeOptions.code(findings);
        }
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private static String footer(Analyses analyses, Duration wall, Path folder) {
        int count = analyses.done().size();
        return String.format(
                Locale.ROOT,
                "%d %s, %,d paths in all, in %s; result in %s",
                count,
                count == 1 ? "analysis" : "analyses",
                analyses.study().pathsRun(),
                Durations.text(wall.toMillis() / 1000.0),
                folder);
    }
}
