package io.tailrace.cli;

import io.tailrace.analysis.BackTest;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.BackTestTable;
import io.tailrace.report.OpeningTable;
import io.tailrace.scenario.LoadedScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/// `check`: is the scenario valid, does it start where the provider stood, what would a run cost.
@Command(
        name = "check",
        description = "Validates a scenario, holds it against observed figures and predicts a run's time and memory.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    /// Enough paths for the back-test's intervals to be far narrower than its tolerances.
    private static final int PILOT_PATHS = 1 << 15;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ScenarioOptions input;

    @Override
    public Integer call() {
        LoadedScenario loaded = input.load();
        Plan plan = PlanCompiler.compile(loaded.scenario());
        int threads = Runtime.getRuntime().availableProcessors();
        var console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), false);
        loaded.notices().forEach(console::notice);
        console.print(List.of(loaded.scenario().name() + ": valid, " + loaded.register().size() + " parameters, "
                + plan.parameters().drawn().length + " of them uncertain"));
        console.print(List.of(""));
        console.print(OpeningTable.lines(plan));

        new Simulation(plan, 1, 1024, threads).run(io.tailrace.engine.Progress.NONE); // warms up what is timed next
        var simulation = new Simulation(plan, loaded.scenario().run().seed(), PILOT_PATHS, threads);
        long begin = System.nanoTime();
        RunResult run;
        try (ProgressLine progress = console.progress()) {
            run = RunResult.of(simulation, progress);
        }
        double secondsPerPath = (System.nanoTime() - begin) / 1e9 / PILOT_PATHS;
        console.print(backTest(loaded, run));
        console.print(cost(loaded, run, threads, secondsPerPath));
        return 0;
    }

    private static List<String> backTest(LoadedScenario loaded, RunResult run) {
        var lines = new ArrayList<String>(List.of(""));
        if (loaded.scenario().backTest().isEmpty()) {
            lines.add("The scenario states no back-test.");
        } else {
            lines.addAll(BackTestTable.lines(BackTest.of(loaded.scenario().backTest(), run)));
        }
        return lines;
    }

    private static List<String> cost(LoadedScenario loaded, RunResult run, int threads, double secondsPerPath) {
        long paths = loaded.scenario().run().paths();
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "A run of %,d paths would take about %s on %d threads and keep %.0f MB, however many paths"
                                + " (from a pilot of %,d).",
                        paths,
                        Durations.text(paths * secondsPerPath),
                        threads,
                        (run.summary().estimatedBytes() + (double) threads * Simulation.bytesPerThread(run.plan())) / 1e6,
                        PILOT_PATHS));
    }
}
