package io.tailrace.cli;

import io.tailrace.analysis.Study;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of every command that may change a scenario before it is used.
final class ChangeOptions {
    @Option(
            names = "--stress",
            paramLabel = "OVERLAY",
            description = "Stress overlay, a JSON merge patch over the scenario; may be repeated, later ones win.") private List<Path> stress =
                    List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one key, such as tokenService.floor=0; may be repeated, wins over overlays.") private List<String> sets =
                    List.of();

    @Option(
            names = "--repair-correlation",
            description = "Use the nearest correlation matrix where the stated one is impossible.") private boolean repairCorrelation;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.") private boolean quiet;

    @Mixin private SourceOptions sources;

    LoadedScenario load(Path scenario) {
        return Study.loader()
                .load(scenario, stress, sets, new ScenarioLoader.Options(repairCorrelation, sources.rule()));
    }

    /// Whether assumptions had to have sources.
    boolean requireSources() {
        return sources.required();
    }

    /// Whether anything is asked of a scenario file that a result cannot give any more.
    boolean any() {
        return repairCorrelation || sources.required() || !stress.isEmpty() || !sets.isEmpty();
    }

    List<String> sets() {
        return sets;
    }

    Console console(Terminal terminal) {
        return new Console(terminal, quiet);
    }
}
