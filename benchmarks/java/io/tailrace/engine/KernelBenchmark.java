package io.tailrace.engine;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.benchmarks.Timed;
import io.tailrace.kernel.Kernel;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Whole paths, all columns filled and none recorded: the kernel in lanes and the model path by path.
@Warmup(iterations = 12, time = 1)
public class KernelBenchmark extends Timed {
    @Param({"reference", "aws-bedrock"}) public String scenario;

    private Kernel lanes;
    private Kernel model;
    private double[][] columns;
    private long block;

    @Setup
    public void compile() {
        Plan plan = Scenarios.plan(scenario);
        var sampling = new Sampling.Plain(2026);
        lanes = KernelChoice.LANES.of(plan, sampling);
        model = KernelChoice.MODEL.of(plan, sampling);
        columns = new double[Recording.layout(plan).columns().size()][BlockSummary.PATHS];
    }

    @Benchmark
    @OperationsPerInvocation(BlockSummary.PATHS)
    public double[][] lanes() { return block(lanes); }

    @Benchmark
    @OperationsPerInvocation(BlockSummary.PATHS)
    public double[][] scalar() { return block(model); }

    @TearDown
    public void check() {
        long last = block;
        double[][] one = block(lanes).clone();
        for (int c = 0; c < one.length; c++) {
            one[c] = one[c].clone();
        }
        block = last;
        double[][] other = block(model);
        for (int c = 0; c < one.length; c++) {
            requireSame("column " + c, one[c], other[c]);
        }
    }

    private double[][] block(Kernel kernel) {
        kernel.block(block++ * BlockSummary.PATHS, BlockSummary.PATHS, columns);
        return columns;
    }
}
