package io.tailrace.summary;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Values and summaries that tests start from.
final class Given {
    static final double FINE = 0x1p-20;

    private Given() {}

    static Column column(double resolution) {
        return new Column("x", 0, resolution);
    }

    static double[] values(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    static double[] normals(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return values(n, _ -> random.nextGaussian());
    }

    static TwoSidedHistogram histogram(double resolution, double... values) {
        TwoSidedHistogram histogram = new TwoSidedHistogram(column(resolution));
        NarrowCounts counts = new NarrowCounts();
        for (int from = 0; from < values.length; from += BlockSummary.PATHS) {
            count(counts, resolution, part(values, from));
        }
        histogram.pour(counts);
        return histogram;
    }

    /// Counts one block.
    static void count(NarrowCounts counts, double resolution, double... values) {
        BlockColumn block = new BlockColumn();
        ColumnReader.SCALAR.read(values, values.length, 1 / resolution, block);
        counts.add(block, 1 / resolution);
    }

    /// A summary of one column `x`, block after block.
    static Summary summary(double resolution, double... values) {
        Summary summary = new Summary(Layout.of(List.of(column(resolution))));
        record(summary, LongStream.range(0, blocks(values.length)).toArray(), values);
        return summary;
    }

    static ColumnStatistics statistics(double resolution, double... values) {
        return summary(resolution, values).statistics().getFirst();
    }

    /// Records those blocks of a run whose columns are given over all its paths.
    static void record(Summary summary, long[] blocks, double[]... columns) {
        for (long block : blocks) {
            double[][] values = new double[columns.length][];
            for (int column = 0; column < columns.length; column++) {
                values[column] = part(columns[column], (int) block * BlockSummary.PATHS);
            }
            summary.record(block, values, values[0].length);
        }
    }

    static int blocks(int paths) {
        return (paths + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
    }

    private static double[] part(double[] values, int from) {
        return Arrays.copyOfRange(values, from, Math.min(values.length, from + BlockSummary.PATHS));
    }
}
