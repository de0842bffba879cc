package io.tailrace.engine;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.util.List;
import java.util.function.Supplier;

/// Some columns of a run with the value of every path, for analyses that compare plans path by path.
///
/// Path i stands at index i, whatever kernel and however many threads computed it; NaN where a path has no value.
/// Memory: [#bytes], and the blocks of the threads ([Simulation#bytesPerThread]).
///
/// @param values `[key][path]`
public record PathValues(List<ColumnKey> keys, double[][] values) {
    /// What an array of doubles can hold.
    public static final long MOST_PATHS = 1L << 30;

    public static PathValues of(Simulation simulation, List<ColumnKey> keys, Progress progress) {
        return of(simulation, keys, () -> (_, _, _) -> {}, progress);
    }

    /// The same; each thread shows its blocks to a sink of its own, too.
    static PathValues of(
            Simulation simulation, List<ColumnKey> keys, Supplier<BlockSink> others, Progress progress) {
        if (simulation.paths() > MOST_PATHS) {
            throw new IllegalArgumentException(simulation.paths() + " paths are too many to keep one by one");
        }
        Layout layout = Recording.layout(simulation.plan());
        int[] columns = keys.stream().mapToInt(key -> layout.indexOf(key.name(), key.quarter())).toArray();
        double[][] values = new double[columns.length][(int) simulation.paths()];
        simulation.forEachBlock(_ -> {
            BlockSink other = others.get();
            return (block, from, paths) -> {
                int first = (int) (block * BlockSummary.PATHS);
                for (int k = 0; k < columns.length; k++) {
                    System.arraycopy(from[columns[k]], 0, values[k], first, paths);
                }
                other.take(block, from, paths);
            };
        }, progress);
        return new PathValues(List.copyOf(keys), values);
    }

    /// Memory of so many columns.
    public static long bytes(int columns, long paths) {
        return 8L * columns * paths;
    }

    public int paths() {
        return values.length == 0 ? 0 : values[0].length;
    }

    public double[] of(Metric metric) {
        return of(ColumnKey.of(metric));
    }

    public double[] of(Quantity quantity, int quarter) {
        return of(ColumnKey.of(quantity, quarter));
    }

    /// The array itself, not a copy.
    public double[] of(ColumnKey key) {
        int index = keys.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException(key + " was not asked for");
        }
        return values[index];
    }
}
