package io.tailrace.cli;

import io.tailrace.analysis.Study;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.StoredResult;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A result that a command line names, with the scenario that it was run from.
record StoredRun(Path folder, StoredResult result, LoadedScenario loaded, Plan plan) {
    static StoredRun at(Path folder) {
        StoredResult result = result(folder);
        LoadedScenario loaded = Study.loader()
                .parse(result.scenarioText(), folder.resolve("manifest.json").toString(), List.of(),
                        ScenarioLoader.Options.STRICT);
        return new StoredRun(folder, result, loaded, PlanCompiler.compile(loaded.scenario()));
    }

    /// A folder without a manifest is the user's error.
    static void requireResult(Path folder) {
        if (!StoredResult.isAt(folder)) {
            throw new UserException(folder + " is neither a result (it has no manifest.json) nor a scenario file");
        }
    }

    private static StoredResult result(Path folder) {
        requireResult(folder);
        try {
            return StoredResult.read(folder)
                    .orElseThrow(() -> new UserException(
                            folder.resolve("manifest.json") + " is not one that a run has written"));
        } catch (IOException e) {
            throw new UserException(folder + " cannot be read: " + e.getMessage());
        }
    }
}
