package io.tailrace.benchmarks;

import io.tailrace.engine.KernelChoice;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Simulation;
import io.tailrace.kernel.LaneProcesses;
import io.tailrace.model.ModelProcesses;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/// Each part of the model over all twenty quarters of a path of `aws-bedrock`, in lanes and path by path.
///
/// Parts are fed what the others gave last, so their numbers are not the run's; what they are together is held bit
/// against bit.
public class ProcessBenchmark extends Timed {
    private static final Plan PLAN = Scenarios.plan("aws-bedrock");
    private static final Sampling SAMPLING = new Sampling.Plain(2026);

    @Param({"draws", "demand", "channel", "capacity", "lease", "tokens", "provider"}) public String process;

    private final LaneProcesses lanes = new LaneProcesses(PLAN, SAMPLING);
    private final ModelProcesses model = new ModelProcesses(PLAN, SAMPLING);

    @Benchmark
    @OperationsPerInvocation(LaneProcesses.PATHS)
    public void lanes() { lanes.run(process); }

    @Benchmark
    @OperationsPerInvocation(LaneProcesses.PATHS)
    public void scalar() {
        for (int path = 0; path < LaneProcesses.PATHS; path++) {
            model.run(process);
        }
    }

    @TearDown
    public void check() {
        var inLanes = new Simulation(PLAN, SAMPLING, BlockSummary.PATHS, 1, KernelChoice.LANES);
        var pathByPath = new Simulation(PLAN, SAMPLING, BlockSummary.PATHS, 1, KernelChoice.MODEL);
        if (!inLanes.run(Progress.NONE).statistics().equals(pathByPath.run(Progress.NONE).statistics())) {
            throw new IllegalStateException("lanes and model differ");
        }
    }
}
