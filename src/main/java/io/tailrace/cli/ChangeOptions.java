package io.tailrace.cli;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.analysis.Study;
import io.tailrace.plan.Plan;
import io.tailrace.report.Findings;
import io.tailrace.report.LimitText;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
            names = "--limit",
            paramLabel = "LIMIT",
            description = "What the result must keep to, such as \"cvar95(npvTaas) >= 0 $B\" or"
                    + " \"probability(npvTaas < 0) <= 5%%\"; may be repeated, and adds to the scenario's limits. A breach"
                    + " is said first, and is exit code 4.") private List<String> limits = List.of();

    @Option(
            names = "--repair-correlation",
            description = "Use the nearest correlation matrix where the stated one is impossible.") private boolean repairCorrelation;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.") private boolean quiet;

    @Mixin private SourceOptions sources;

    @Mixin private EventOptions events;

    LoadedScenario load(Path scenario) {
        return load(scenario, Optional::empty);
    }

    /// @param read the scenario as its file has it, if it has been read already
    LoadedScenario load(Path scenario, Supplier<Optional<LoadedScenario>> read) {
        var options = new ScenarioLoader.Options(repairCorrelation, sources.rule(), limits);
        Optional<LoadedScenario> unchanged = any() ? Optional.empty() : read.get();
        return unchanged.orElseGet(() -> Study.loader().load(scenario, stress, sets, options));
    }

    /// Whether assumptions had to have sources.
    boolean requireSources() {
        return sources.required();
    }

    /// Whether anything is asked of a scenario file that a result cannot give any more.
    boolean any() {
        return repairCorrelation || sources.required() || !stress.isEmpty() || !sets.isEmpty()
                || !limits.isEmpty();
    }

    /// Limits in units that make no sense are the user's error, all of them at once.
    static void requireLimits(LoadedScenario loaded, Plan plan) {
        List<String> obstacles = LimitCheck.obstacles(loaded.scenario().limits(), plan);
        if (!obstacles.isEmpty()) {
            throw new UserException(String.join(System.lineSeparator(), obstacles));
        }
    }

    /// Tells programs where the result is, and which limits it breaches.
    static void tellResult(Console console, Path folder, Findings findings) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("folder", folder.toString());
        fields.put("paths", findings.run().paths());
        fields.put("breaches", LimitText.breaches(findings.limits()));
        console.events().tell("result", fields);
    }

    /// Exit code of a run that is done.
    static int code(Findings findings) {
        return findings.limits().stream().anyMatch(LimitCheck::breached) ? Main.BREACH : 0;
    }

    List<String> sets() {
        return sets;
    }

    Console console(Terminal terminal) {
        return new Console(terminal, quiet, events.drawsBar());
    }
}
