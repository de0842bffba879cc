package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.random.KnownMeans;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Sums over the paths of a run from which metrics are regressed on numbers whose means are known.
///
/// @param names of the controls
/// @param products `[a][b]` sums of products of 1, the controls and the metrics, in this order
public record ControlSums(long paths, List<String> names, double[][] products) {
    private static final int WIDTH = 64;

    /// Of some path metrics, which every path must have.
    ///
    /// @param regimes names of the plan's regimes
    public static ControlSums of(
            Simulation simulation, List<ColumnKey> metrics, List<String> regimes, Progress progress) {
        Layout layout = Recording.layout(simulation.plan());
        int[] columns = metrics.stream().mapToInt(key -> layout.indexOf(key.name(), key.quarter())).toArray();
        List<String> names = controls(simulation, regimes).names();
        var total = new Total(1 + names.size() + columns.length);
        simulation.forEachBlock(_ -> {
            KnownMeans controls = controls(simulation, regimes);
            return (block, from, paths) -> total.add(block,
                    products(controls, names.size(), block, from, columns, paths));
        }, progress);
        return new ControlSums(simulation.paths(), names, total.sum);
    }

    private static KnownMeans controls(Simulation simulation, List<String> regimes) {
        Plan plan = simulation.plan();
        List<String> parameters = Arrays.stream(plan.parameters().drawn())
                .mapToObj(slot -> plan.parameters().keys().get(slot))
                .toList();
        return new KnownMeans(simulation.sampling(), plan.drawShape(), parameters, regimes);
    }

    private static double[][] products(
            KnownMeans controls, int count, long block, double[][] from, int[] columns, int paths) {
        int size = 1 + count + columns.length;
        double[][] products = new double[size][size];
        double[][] known = new double[WIDTH][count];
        double[] row = new double[size];
        row[0] = 1;
        for (int path = 0; path < paths; path++) {
            if (path % WIDTH == 0) {
                controls.fill(block * BlockSummary.PATHS + path, known);
            }
            System.arraycopy(known[path % WIDTH], 0, row, 1, count);
            for (int m = 0; m < columns.length; m++) {
                row[1 + count + m] = from[columns[m]][path];
            }
            for (int a = 0; a < size; a++) {
                addScaled(row[a], row, a, products[a]);
            }
        }
        return products;
    }

    /// The upper triangle only.
    private static void addScaled(double factor, double[] row, int first, double[] to) {
        for (int b = first; b < row.length; b++) {
            to[b] = Math.fma(factor, row[b], to[b]);
        }
    }

    /// Blocks are added in their order, so that no bit depends on who was first.
    private static final class Total {
        private final double[][] sum;
        private final TreeMap<Long, double[][]> waiting = new TreeMap<>();
        private long next;

        Total(int size) {
            sum = new double[size][size];
        }

        synchronized void add(long block, double[][] products) {
            waiting.put(block, products);
            while (waiting.containsKey(next)) {
                double[][] part = waiting.remove(next++);
                IntStream.range(0, sum.length).forEach(a -> addScaled(1, part[a], a, sum[a]));
            }
        }
    }
}
