package io.tailrace.cli;

import io.tailrace.analysis.BackTest;
import io.tailrace.batch.Pilot;
import io.tailrace.engine.Extent;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.BackTestTable;
import io.tailrace.report.OpeningTable;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `check`: is the scenario valid, does it start where the provider stood, what would a run cost.
///
/// A valid scenario is a success even where its back-test fails: what the model says of the past is a finding about
/// the scenario, not an error in it. The last lines say how many rows fail.
@Command(
        name = "check",
        description = "Validates a scenario, holds it against observed figures and predicts a run's time and memory.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace check configs/aws-bedrock.yaml",
            "  tailrace check configs/azure.yaml --stress configs/stress/bust-now.yaml",
            "  tailrace check configs/azure.yaml --paths 1e8 --threads 4"
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Mixin private ScenarioOptions input;

    @Mixin private RunSize size;

    @Override
    public Integer call() {
        Extent checked = size.checked();
        LoadedScenario loaded = input.load(main);
        Scenario scenario = loaded.scenario();
        Plan plan = PlanCompiler.compile(scenario);
        ChangeOptions.requireLimits(loaded, plan);
        Simulation simulation = checked.of(plan, scenario.run());
        Memory.require(simulation);
        Console console = input.console(main.terminal());
        loaded.notices().forEach(console::note);
        checked.rounded(simulation, scenario.run()).ifPresent(console::note);
        console.print(valid(loaded, plan));
        if (input.requireSources()) {
            console.print("Every assumption has a source and a date, and none has expired.");
        }
        console.print("");
        console.print(OpeningTable.lines(plan));
        console.print("");
        Pilot pilot;
        try (RunProgress progress = console.progress(simulation)) {
            pilot = Pilot.of(simulation, progress);
        }
        console.print(backTest(BackTest.of(scenario.backTest(), pilot.run())));
        console.print("");
        console.print(cost(pilot, simulation));
        return 0;
    }

    private static String cost(Pilot pilot, Simulation simulation) {
        return String.format(
                Locale.ROOT,
                "A run of %,d paths on %d %s takes about %s and %,d MB of heap, however many paths (pilot: %,d).",
                simulation.paths(),
                simulation.threads(),
                simulation.threads() == 1 ? "thread" : "threads",
                Durations.text(pilot.seconds(simulation.paths())),
                Math.round(pilot.bytes(simulation) / 1e6),
                Pilot.PATHS);
    }

    private static String valid(LoadedScenario loaded, Plan plan) {
        return String.format(
                Locale.ROOT,
                "%s is valid: %d parameters, %d of them uncertain, %d projects, %d quarters.",
                loaded.scenario().name(),
                loaded.register().size(),
                plan.parameters().drawn().length,
                plan.projects().size(),
                plan.quarters());
    }

    private static List<String> backTest(BackTest backTest) {
        if (backTest.rows().isEmpty()) {
            return BackTestTable.lines(backTest);
        }
        long tested = backTest.rows().stream().filter(row -> row.verdict().isPresent()).count();
        long failures = BackTestTable.failures(backTest);
        String verdict = failures == 0
                ? "All " + tested + " tested rows of the back-test hold."
                : failures + " of " + tested + " tested rows of the back-test fail.";
        var lines = new ArrayList<String>(BackTestTable.lines(backTest));
        lines.add(verdict);
        return lines;
    }
}
