package io.tailrace.engine;

import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A share of a run's paths, each with every metric.
///
/// Which paths: those whose number, scrambled by the finaliser of SplitMix64 and read as a fraction, lies below the share.
/// So the same share of the same run is always the same paths, and a smaller share is part of a larger.
/// Source: Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators, figure 16.
/// Why not every hundredth: in a quasi-random run those would all lie in the same corner.
///
/// @param numbers of the paths, ascending, counted from 0
/// @param keys of the metrics; NPVs of mixes come last
/// @param values `[key][path]`; NaN where a path has none
public record PathSample(long[] numbers, List<String> keys, double[][] values) {
    private static final double UNIT = 0x1p-53;

    /// Domain: 0 < share ≤ 1. Memory: [#bytes] of it.
    public static PathSample of(Simulation simulation, double share, Progress progress) {
        long[] numbers = LongStream.range(0, simulation.paths()).filter(path -> isIn(path, share)).toArray();
        List<String> keys = simulation.plan().metricKeys();
        Layout layout = Recording.layout(simulation.plan());
        int[] columns = keys.stream().mapToInt(key -> layout.indexOf(key, 0)).toArray();
        double[][] values = new double[columns.length][numbers.length];
        simulation.forEachBlock(_ -> (block, from, paths) -> {
            long first = block * BlockSummary.PATHS;
            for (int i = atOrAfter(numbers, first); i < numbers.length && numbers[i] < first + paths; i++) {
                for (int k = 0; k < columns.length; k++) {
                    values[k][i] = from[columns[k]][(int) (numbers[i] - first)];
                }
            }
        }, progress);
        return new PathSample(numbers, List.copyOf(keys), values);
    }

    /// Memory of a share of so many paths, with so many metrics each.
    public static double bytes(long paths, double share, int metrics) {
        return 8.0 * (metrics + 1) * paths * share;
    }

    static boolean isIn(long path, double share) {
        return (scrambled(path) >>> 11) * UNIT < share;
    }

    private static long scrambled(long path) {
        long z = (path + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static int atOrAfter(long[] numbers, long first) {
        int index = Arrays.binarySearch(numbers, first);
        return index < 0 ? -index - 1 : index;
    }
}
