package io.tailrace.engine;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.benchmarks.Timed;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Summary;
import java.util.List;
import org.HdrHistogram.DoubleHistogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// A summary of 32,768 paths merged into an empty one. The library adds a DoubleHistogram for each column, and no moments.
public class MergeBenchmark extends Timed {
    private static final int PATHS = 1 << 15;

    @Param({"reference", "aws-bedrock"}) public String scenario;

    private Layout layout;
    private Summary whole;
    private DoubleHistogram[] histograms;

    @Setup
    public void run() {
        Plan plan = Scenarios.plan(scenario);
        layout = Recording.layout(plan);
        whole = new Simulation(plan, new Sampling.Plain(2026), PATHS, 1, KernelChoice.LANES).run(Progress.NONE);
        double[] values = PathValues.of(
                new Simulation(plan, new Sampling.Plain(2026), PATHS, 1, KernelChoice.LANES),
                List.of(ColumnKey.of(Metric.CUMULATIVE_SPEND)), Progress.NONE).values()[0];
        histograms = new DoubleHistogram[layout.columns().size()];
        for (int c = 0; c < histograms.length; c++) {
            histograms[c] = new DoubleHistogram(3);
            for (double value : values) {
                histograms[c].recordValue(value);
            }
        }
    }

    @Benchmark
    public Summary scalar() {
        var merged = new Summary(layout);
        merged.add(whole);
        return merged;
    }

    @Benchmark
    public DoubleHistogram[] library() {
        var merged = new DoubleHistogram[histograms.length];
        for (int c = 0; c < merged.length; c++) {
            merged[c] = new DoubleHistogram(3);
            merged[c].add(histograms[c]);
        }
        return merged;
    }

    @TearDown
    public void check() {
        if (!scalar().statistics().equals(whole.statistics())) {
            throw new IllegalStateException("merging changes the statistics");
        }
    }
}
