package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.List;
import java.util.stream.IntStream;

/// The cumulative sum of the normalised reordered output of one input: where in the input's range the output is low and
/// where high.
///
/// At the share u of the paths with the lowest input it is the sum of their outputs less the mean, over N standard
/// deviations. It starts and ends at 0; below 0 it says that low inputs go with low outputs; it is flat where the input
/// does not matter. For two normals of correlation r it is -r φ(Φ⁻¹(u)).
/// Error: of first order in 1/√N; where the input does not matter √(u (1 - u) / N).
/// Source: Plischke, An adaptive correlation ratio method using the cumulative sum of the reordered output, Reliability
/// Engineering & System Safety 107 (2012).
///
/// @param order paths from the lowest to the highest input
record Cusunoro(int[] order, double[] output, double mean, double deviation) {
    /// Either side of the cut, the share of the paths below it on which the output at the cut is read off.
    private static final double EDGE = 0.1;

    static Cusunoro of(int[] order, double[] output) {
        Influence mean = Influence.mean(output);
        return new Cusunoro(order, output, mean.value(), mean.standardError() * Math.sqrt(output.length));
    }

    /// At so many equally distant shares, 0 and 1 among them.
    List<Estimate> curve(int points) {
        return IntStream.range(0, points).mapToObj(k -> at(k / (points - 1.0))).toList();
    }

    /// At one share.
    Estimate at(double share) {
        int n = order.length;
        int below = (int) (n * share);
        if (below == 0 || below == n || deviation == 0) {
            return Estimate.exact(0);
        }
        double sum = 0;
        for (int rank = 0; rank < below; rank++) {
            sum += output[order[rank]] - mean;
        }
        double value = sum / n / deviation;
        return Estimate.normal(value, standardError(value, share, below));
    }

    /// Of the sum's paths, of where the cut lies, of the mean and of the standard deviation.
    private double standardError(double value, double share, int below) {
        int n = order.length;
        double atCut = atCut(below);
        double influences = 0;
        double squares = 0;
        for (int rank = 0; rank < n; rank++) {
            double z = (output[order[rank]] - mean) / deviation;
            double own = rank < below ? (output[order[rank]] - atCut) / deviation : 0;
            double influence = own - share * z - value * z * z / 2;
            influences += influence;
            squares = Math.fma(influence, influence, squares);
        }
        double variance = squares / n - influences / n * (influences / n);
        return Math.sqrt(Math.max(0, variance) / n);
    }

    /// What a path more or less below the cut adds.
    private double atCut(int below) {
        int width = Math.max(1, (int) (EDGE * Math.min(below, order.length - below)));
        double sum = 0;
        for (int rank = below - width; rank < below + width; rank++) {
            sum += output[order[rank]];
        }
        return sum / (2 * width);
    }
}
