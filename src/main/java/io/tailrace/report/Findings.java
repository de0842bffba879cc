package io.tailrace.report;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.BackTest;
import io.tailrace.analysis.ContractComparison;
import io.tailrace.analysis.EnoughPaths;
import io.tailrace.analysis.LimitCheck;
import io.tailrace.engine.RunResult;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a report is made of: the scenario, the run, and what follows from it.
///
/// @param sets keys set on the command line, such as `tokenService.floor=0`
public record Findings(
        LoadedScenario scenario,
        List<String> sets,
        RunResult run,
        ContractComparison comparison,
        BackTest backTest,
        Optional<Analyses> analyses) {

    public static Findings of(LoadedScenario scenario, List<String> sets, RunResult run) {
        return new Findings(
                scenario,
                List.copyOf(sets),
                run,
                ContractComparison.of(run),
                BackTest.of(scenario.scenario().backTest(), run),
                Optional.empty());
    }

    /// With analyses that the report is to hold as well.
    public Findings with(Analyses done) {
        return new Findings(scenario, sets, run, comparison, backTest, Optional.of(done));
    }

    /// The scenario's limits, held against the run.
    public List<LimitCheck> limits() {
        return LimitCheck.of(scenario.scenario().limits(), run);
    }

    /// Whether the paths suffice.
    EnoughPaths enough() {
        return EnoughPaths.of(run);
    }

    /// What sets this run apart from the scenario file: stress overlays by name, then keys.
    List<String> changes() {
        return Stream.concat(scenario.stresses().stream().map(StressInfo::name), sets.stream())
                .toList();
    }
}
