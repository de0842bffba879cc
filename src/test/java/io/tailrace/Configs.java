package io.tailrace;

import io.tailrace.analysis.Study;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;

/// The shipped scenarios, as tests use them.
public final class Configs {
    private Configs() {}

    public static LoadedScenario load(String name, String... sets) {
        return loader().load(Path.of("configs", name + ".yaml"), List.of(), List.of(sets),
                new ScenarioLoader.Options(false));
    }

    public static LoadedScenario stressed(String name, String stress) {
        Path overlay = Path.of("configs", "stress", stress + ".yaml");
        return loader()
                .load(Path.of("configs", name + ".yaml"), List.of(overlay), List.of(),
                        new ScenarioLoader.Options(false));
    }

    public static Plan plan(String name, String... sets) {
        return PlanCompiler.compile(load(name, sets).scenario());
    }

    public static ScenarioLoader loader() {
        return Study.loader();
    }
}
