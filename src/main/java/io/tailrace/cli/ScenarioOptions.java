package io.tailrace.cli;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Quantity;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options of every command that reads a scenario.
final class ScenarioOptions {
    @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML or JSON.") private Path scenario;

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

    LoadedScenario load() {
        return new ScenarioLoader(quantities(), metrics())
                .load(scenario, stress, sets, new ScenarioLoader.Options(repairCorrelation));
    }

    List<String> sets() {
        return sets;
    }

    Console console(Terminal terminal) {
        return new Console(terminal, quiet);
    }

    private static Set<String> quantities() {
        return Arrays.stream(Quantity.values()).map(Quantity::key).collect(Collectors.toSet());
    }

    private static Set<String> metrics() {
        return Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
    }
}
