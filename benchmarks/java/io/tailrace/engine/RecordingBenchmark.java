package io.tailrace.engine;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.benchmarks.Timed;
import io.tailrace.kernel.Kernel;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.ColumnReader;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Recorder;
import io.tailrace.summary.Summary;
import java.util.List;
import org.HdrHistogram.DoubleHistogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// All columns of a block counted, a path an operation. The library is a DoubleHistogram a column, with the values'
/// magnitudes since it knows no negative ones, and no moments.
public class RecordingBenchmark extends Timed {
    @Param({"reference", "aws-bedrock"}) public String scenario;

    private Layout layout;
    private ColumnReader laneReader;
    private double[][] columns;
    private Summary inLanes;
    private Recorder laneRecorder;
    private Summary oneByOne;
    private Recorder scalarRecorder;
    private DoubleHistogram[] histograms;
    private long laneBlock;
    private long scalarBlock;

    @Setup
    public void compute() {
        Plan plan = Scenarios.plan(scenario);
        layout = Recording.layout(plan);
        Kernel kernel = KernelChoice.LANES.of(plan, new Sampling.Plain(2026));
        laneReader = kernel.reader();
        columns = new double[layout.columns().size()][BlockSummary.PATHS];
        kernel.block(0, BlockSummary.PATHS, columns);
        inLanes = new Summary(layout);
        laneRecorder = inLanes.recorder(laneReader);
        oneByOne = new Summary(layout);
        scalarRecorder = oneByOne.recorder(ColumnReader.SCALAR);
        histograms = new DoubleHistogram[columns.length];
        for (int c = 0; c < columns.length; c++) {
            histograms[c] = new DoubleHistogram(3);
            histograms[c].setAutoResize(true);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BlockSummary.PATHS)
    public void lanes() { laneRecorder.record(laneBlock++, columns, BlockSummary.PATHS); }

    @Benchmark
    @OperationsPerInvocation(BlockSummary.PATHS)
    public void scalar() { scalarRecorder.record(scalarBlock++, columns, BlockSummary.PATHS); }

    @Benchmark
    @OperationsPerInvocation(BlockSummary.PATHS)
    public void library() {
        for (int c = 0; c < columns.length; c++) {
            for (double x : columns[c]) {
                double size = Math.abs(x);
                if (size >= 1e-6) { // neither zero nor NaN
                    histograms[c].recordValue(size);
                }
            }
        }
    }

    @TearDown
    public void check() {
        var one = new Summary(layout);
        var other = new Summary(layout);
        for (var pair : List.of(new Pair(one, laneReader), new Pair(other, ColumnReader.SCALAR))) {
            Recorder recorder = pair.summary.recorder(pair.reader);
            recorder.record(0, columns, BlockSummary.PATHS);
            recorder.pour();
        }
        if (!one.statistics().equals(other.statistics())) {
            throw new IllegalStateException("lanes and scalar count differently");
        }
    }

    private record Pair(Summary summary, ColumnReader reader) {}
}
