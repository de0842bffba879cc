package io.tailrace.engine;

import io.tailrace.random.PathWeights;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import java.util.List;

/// Some columns of a run whose paths are drawn by several laws, path by path, with what each path stands for.
///
/// @param weights `[path]`, see [PathWeights]
public record WeightedPaths(PathValues values, double[] weights) {
    /// The simulation's sampling must be `sampling`.
    public static WeightedPaths of(
            Simulation simulation, Sampling.Tilted sampling, List<ColumnKey> keys, Progress progress) {
        double[] weights = new double[(int) simulation.paths()];
        PathValues values = PathValues.of(
                simulation,
                keys,
                () -> {
                    var of = new PathWeights(sampling, simulation.plan().drawShape());
                    return (block, _, paths) -> of.fill(
                            block * BlockSummary.PATHS, paths, weights, (int) (block * BlockSummary.PATHS));
                },
                progress);
        return new WeightedPaths(values, weights);
    }
}
