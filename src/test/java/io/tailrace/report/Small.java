package io.tailrace.report;

import io.tailrace.Configs;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.summary.Column;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Small runs and small columns, as tests of the report use them.
final class Small {
    static final Manifest MANIFEST =
            new Manifest(List.of("run", "x.yaml"), 2, Instant.parse("2026-11-23T10:00:00.5Z"), Duration.ofMillis(2500));

    private Small() {}

    static Findings run(String scenario, long paths, String... sets) {
        LoadedScenario loaded = Configs.load(scenario, sets);
        var simulation =
                new Simulation(PlanCompiler.compile(loaded.scenario()), loaded.scenario().run().seed(), paths, 2);
        return Findings.of(loaded, List.of(sets), RunResult.of(simulation, Progress.NONE));
    }

    /// Statistics of a column of margins with these values.
    static ColumnStatistics margins(double... values) {
        var summary = new Summary(Layout.of(List.of(new Column("margin", 1, 0x1p-20))));
        summary.record(0, new double[][]{values}, values.length);
        return summary.statistics().getFirst();
    }
}
