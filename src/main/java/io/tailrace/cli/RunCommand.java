package io.tailrace.cli;

import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Study;
import io.tailrace.batch.KeptRun;
import io.tailrace.catalogue.Request;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.CheckpointException;
import io.tailrace.engine.Extent;
import io.tailrace.engine.Precision;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.RunStoppedException;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.Tuning;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.Sampling;
import io.tailrace.report.Answer;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.PrecisionText;
import io.tailrace.report.committee.CommitteeReport;
import io.tailrace.scenario.LoadedScenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:your error", "3:our error", "4:done, and a limit is breached"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace run configs/aws-bedrock.yaml",
            "  tailrace run configs/azure.yaml --paths 1e5 --out results/azure --force",
            "  tailrace run configs/azure.yaml --stress configs/stress/price-war.yaml",
            "  tailrace run configs/azure.yaml --set tokenService.floor=0",
            "  tailrace run configs/azure.yaml --sampling sobol --paths 1e5",
            "  tailrace run configs/azure.yaml --report html,pdf,xlsx",
            "  tailrace run configs/azure.yaml --limit \"cvar95(npvTaas) >= 0 $B\"",
            "  tailrace run configs/azure.yaml --until \"cvar95(npvTaas) within 1%%\" --max-time 10min"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private ScenarioOptions input;

    @Mixin private RunSize size;

    @Mixin private PrecisionOptions goal;

    @Mixin private AnalysisOptions options;

    @Mixin private ResultOptions result;

    @Option(names = "--report", split = ",", paramLabel = "F",
            description = "Also write these reports into the result, beside those that the scenario asks for: html, pdf, xlsx, md, separated by commas.") private List<CommitteeReport.Format> reports =
                    List.of();

    @Mixin private CheckpointOptions checkpoints;

    @Option(
            names = "--resume",
            description = "Go on from the checkpoint of the same run that was interrupted: the one in --out, or the newest in"
                    + " results/runs; from the beginning if there is none.") private boolean resume;

    @Override
    public Integer call() {
        PrecisionOptions.Checked checked = goal.checked(size.checked());
        LoadedScenario loaded = input.load(main);
        Instant started = Instant.now();
        Path wanted = result.folder(loaded.scenario().name(), started);
        Duration interval = checkpoints.interval();
        Plan plan = PlanCompiler.compile(loaded.scenario());
        ChangeOptions.requireLimits(loaded, plan);
        Precision precision = checked.of(loaded.scenario().run());
        precision.obstacle(plan).ifPresent(text -> {
            throw new UserException(text);
        });
        Simulation simulation = checked.limit(precision).of(plan, loaded.scenario().run())
                .on(main.site().clusterFor(loaded));
        if (precision.mayStop() && simulation.sampling() instanceof Sampling.QuasiRandom) {
            throw new UserException(
                    "A run with targets draws plainly: give --sampling plain, or --paths in place of the"
                            + " targets");
        }
        Memory.require(simulation);
        Console console = input.console(main.terminal());
        loaded.notices().forEach(console::note);
        checked.size().rounded(simulation, loaded.scenario().run()).ifPresent(console::note);

        Request request = Request.of(loaded, input.sets(), simulation, precision);
        Path folder = resume ? result.resumed(wanted, request) : wanted;
        try (RunRecord record = result.begin(folder, request, simulation.threads(), started, console)) {
            long begin = System.nanoTime();
            try {
                KeptRun kept = run(simulation, precision, record, interval, console);
                int code = write(loaded, simulation, kept, folder, started, checked.size(), console);
                record.done();
                RunsPage.refresh(folder, console);
                return code;
            } catch (RunStoppedException stopped) {
                throw stopped;
            } catch (RuntimeException e) {
                record.failed(e.getMessage(), Duration.ofNanos(System.nanoTime() - begin));
                throw e;
            }
        }
    }

    private KeptRun run(
            Simulation simulation, Precision precision, RunRecord record, Duration interval, Console console) {
        try (RunProgress progress = console.progress(simulation)) {
            return KeptRun.of(simulation, precision, record, interval,
                    resume ? KeptRun.Earlier.RESUME : KeptRun.Earlier.DROP, progress, console::note,
                    "the same command with --resume goes on from there");
        } catch (CheckpointException unsound) {
            throw new UserException(unsound.getMessage() + "; without --resume the run begins anew");
        }
    }

    private int write(
            LoadedScenario loaded, Simulation simulation, KeptRun kept, Path folder, Instant started, Extent asked,
            Console console) {
        RunResult run = kept.run();
        Findings findings = Findings.of(loaded, input.sets(), run);
        console.print(Answer.of(findings));
        run.outcome().ifPresent(outcome -> console.print(PrecisionText.lines(outcome, run.paths())));
        findings = analysed(findings, simulation.first(run.paths()), asked, console);
        result.write(folder, findings, new Manifest(command(), simulation.threads(), started, kept.wall()));
        ReportCommand.write(folder, loaded.scenario(), reports, console);
        ChangeOptions.tellResult(console, folder, findings);
        console.print(footer(folder, run, kept.wall()));
        return ChangeOptions.code(findings);
    }

    /// With the analyses that the scenario asks for.
    private Findings analysed(Findings findings, Simulation simulation, Extent checked, Console console) {
        LoadedScenario loaded = findings.scenario();
        if (loaded.scenario().analyses().isEmpty()) {
            return findings;
        }
        List<AnalysisKind> kinds = AnalysisOptions.kinds(loaded.scenario().analyses());
        Study.Size wanted = AnalysisOptions.size(
                simulation.sampling().seed(), simulation.paths(), false, checked.threadsOrAll(),
                AnalysisOptions.columns(kinds));
        console.print("");
        return findings.with(AnalysisOptions.run(loaded, kinds, wanted, options.shelf(input.home()), console));
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private static String footer(Path folder, RunResult run, Duration wall) {
        double seconds = Math.max(1, wall.toMillis()) / 1000.0;
        return String.format(
                Locale.ROOT,
                "%,d %s in %s (%,.0f a second%s); result in %s",
                run.paths(),
                run.paths() == 1 ? "path" : "paths",
                Durations.text(seconds),
                run.paths() / seconds,
                Tuning.inForce().equals(Tuning.DEFAULTS) ? "" : ", tuned by " + Tuning.textInForce(),
                folder);
    }
}
