package io.tailrace.engine;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.benchmarks.Timed;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// End to end on one thread: a run with everything recorded, its convergence and all its statistics, a path an
/// operation. What is done once a run is shared by its 65,536 paths.
@Warmup(iterations = 12, time = 1)
public class RunBenchmark extends Timed {
    private static final int PATHS = 1 << 16;

    @Param({"reference", "aws-bedrock"}) public String scenario;

    private Simulation lanes;
    private Simulation model;

    @Setup
    public void compile() {
        Plan plan = Scenarios.plan(scenario);
        lanes = new Simulation(plan, new Sampling.Plain(2026), PATHS, 1, KernelChoice.LANES);
        model = new Simulation(plan, new Sampling.Plain(2026), PATHS, 1, KernelChoice.MODEL);
    }

    @Benchmark
    @OperationsPerInvocation(PATHS)
    public RunResult lanes() { return RunResult.of(lanes, Progress.NONE); }

    @Benchmark
    @OperationsPerInvocation(PATHS)
    public RunResult scalar() { return RunResult.of(model, Progress.NONE); }

    @TearDown
    public void check() {
        if (!lanes().statistics().equals(scalar().statistics())) {
            throw new IllegalStateException("lanes and model give different statistics");
        }
    }
}
