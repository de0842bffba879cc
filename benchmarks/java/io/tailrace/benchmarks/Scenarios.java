package io.tailrace.benchmarks;

import io.tailrace.analysis.Study;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;

/// The shipped scenarios, as they are.
public final class Scenarios {
    private Scenarios() {}

    public static Plan plan(String name) {
        return plan(Path.of("configs", name + ".yaml"));
    }

    /// Of any file.
    public static Plan plan(Path file) {
        return PlanCompiler.compile(
                Study.loader().load(file, List.of(), List.of(), ScenarioLoader.Options.STRICT).scenario());
    }
}
