package io.tailrace.cli;

import io.tailrace.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Options of every command that reads a scenario.
final class ScenarioOptions {
    @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML or JSON.") private Path scenario;

    @Mixin private ChangeOptions changes;

    /// Changed as the options say.
    LoadedScenario load(Main main) {
        return changes.load(scenario, () -> main.scenario(scenario));
    }

    /// Folder of the file.
    Path home() {
        return scenario.toAbsolutePath().getParent();
    }

    boolean requireSources() {
        return changes.requireSources();
    }

    List<String> sets() {
        return changes.sets();
    }

    Console console(Terminal terminal) {
        return changes.console(terminal);
    }
}
