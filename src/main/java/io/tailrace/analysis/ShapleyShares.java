package io.tailrace.analysis;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Permutation;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Each driver's fair share of the uncertainty: Shapley effects, which sum to 1 although shocks are correlated, for the
/// NPVs and for how they stand in their worst 5 %.
///
/// Every pair of orders is a random one and its reverse, so that who is early in the one is late in the other.
/// Source of the pairs: Mitchell, Cooper, Frank & Holmes, Sampling permutations for Shapley value estimation, Journal of
/// Machine Learning Research 23 (2022).
///
/// @param orders in which drivers became known, each on paths of its own
/// @param orderPaths of each of the runs that an order takes
public record ShapleyShares(int orders, int orderPaths, List<Output> outputs) implements Analysis {
    private static final int PAIRS = 16;
    private static final int ORDER_PATHS = 1 << 11;

    /// One measure of one outcome.
    ///
    /// @param drivers from the largest share to the smallest
    public record Output(Metric outcome, TailMeasure measure, List<Share> drivers) {}

    /// One driver's part.
    public record Share(String driver, Driver.Kind kind, Estimate share) {}

    static ShapleyShares of(Study study) {
        var draws = new SharedDraws(study, study.paths(1 << 15));
        int paths = study.paths(ORDER_PATHS);
        int drivers = draws.drivers().size();
        double[][][] parts = new double[draws.outputs().size()][PAIRS][drivers];
        for (int pair = 0; pair < PAIRS; pair++) {
            int[] order = Permutation.of(study.size().seed(), pair, drivers);
            int[] reversed = IntStream.range(0, drivers).map(k -> order[drivers - 1 - k]).toArray();
            add(walk(draws, order, 2 * pair, paths), order, pair, parts);
            add(walk(draws, reversed, 2 * pair + 1, paths), reversed, pair, parts);
        }
        List<Output> outputs = IntStream.range(0, parts.length)
                .mapToObj(output -> output(draws, output, ShapleyEffects.shares(parts[output])))
                .toList();
        return new ShapleyShares(2 * PAIRS, paths, outputs);
    }

    private static Output output(SharedDraws draws, int output, Estimate[] shares) {
        var asked = draws.outputs().get(output);
        List<Share> drivers = IntStream.range(0, shares.length)
                .mapToObj(i -> new Share(draws.drivers().get(i).key(), draws.drivers().get(i).kind(), shares[i]))
                .sorted(Comparator.comparingDouble((Share share) -> share.share().value()).reversed())
                .toList();
        return new Output(asked.outcome(), asked.measure(), drivers);
    }

    /// Outputs of an order's walk, `[step][output][path]`: draws of the first drivers replaced one after the other, those
    /// of the rest kept; correlated shocks are drawn given the shocks that are kept.
    private static double[][][] walk(SharedDraws draws, int[] order, int number, int paths) {
        var keptFirst = new ArrayList<Factor>();
        for (int k = order.length - 1; k >= 0; k--) {
            draws.drivers().get(order[k]).factor().ifPresent(keptFirst::add);
        }
        Plan conditional = draws.plan().drawingFirst(keptFirst);
        double[][][] walk = new double[order.length + 1][][];
        var replaced = new ArrayList<Driver>();
        for (int k = 0; k <= order.length; k++) {
            // numbers 0 and 1 are those of the Sobol indices
            walk[k] = draws.replacing(
                    conditional, Driver.addresses(replaced), 2 * number + 2, 2 * number + 3, paths);
            if (k < order.length) {
                replaced.add(draws.drivers().get(order[k]));
            }
        }
        return walk;
    }

    /// Half of what the order says, as one of a pair.
    private static void add(double[][][] walk, int[] order, int pair, double[][][] parts) {
        for (int output = 0; output < parts.length; output++) {
            int asked = output;
            double[][] steps = IntStream.range(0, walk.length).mapToObj(k -> walk[k][asked]).toArray(double[][]::new);
            double[] part = ShapleyEffects.ofOrder(order, steps);
            for (int input = 0; input < part.length; input++) {
                parts[output][pair][input] += part[input] / 2;
            }
        }
    }
}
