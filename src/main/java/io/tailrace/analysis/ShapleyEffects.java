package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import io.tailrace.summary.StudentT;
import java.util.Arrays;

/// An output's variance shared out among inputs that may depend on each other.
///
/// The worth of a set of inputs is the variance of the output's mean given them; each input gets the average of what it
/// adds, over all orders in which inputs could become known. Shares are not negative and sum to 1, also where inputs are
/// correlated, which first and total indices do not.
/// Source: Owen, Sobol' indices and Shapley value, SIAM/ASA Journal on Uncertainty Quantification 2 (2014); Song, Nelson
/// & Staum, Shapley effects for global sensitivity analysis, ibid. 4 (2016).
final class ShapleyEffects {
    private ShapleyEffects() {}

    /// What one order of the inputs says: the part of each in the variance, by input.
    ///
    /// `walk[k]` is the output on all paths after the first k inputs of the order got other draws, those of the rest
    /// kept: `walk[0]` is a run of its own, the last another. Where inputs are correlated, the new draws must be those
    /// given the inputs that were kept.
    /// Source: Goda, A simple algorithm for global sensitivity analysis with Shapley effects, Reliability Engineering &
    /// System Safety 213 (2021), for independent inputs; with conditional draws it holds for dependent ones alike.
    static double[] ofOrder(int[] order, double[][] walk) {
        double[] parts = new double[order.length];
        double[] terms = new double[walk[0].length];
        for (int k = 0; k < order.length; k++) {
            for (int i = 0; i < terms.length; i++) {
                double before = walk[k][i];
                double after = walk[k + 1][i];
                terms[i] = (walk[0][i] - (before + after) / 2) * (before - after);
            }
            parts[order[k]] = Influence.average(terms);
        }
        return parts;
    }

    /// Shares of the variance from what several repetitions say, each with orders and paths of its own.
    ///
    /// Interval: Student's, for the ratio of two means over the repetitions; Cochran, Sampling Techniques (1977),
    /// chapter 6.
    ///
    /// @param parts `[repetition][input]`, 4 repetitions or more
    static Estimate[] shares(double[][] parts) {
        int n = parts.length;
        double[] variances = Arrays.stream(parts).mapToDouble(part -> Arrays.stream(part).sum()).toArray();
        double variance = Influence.average(variances);
        var shares = new Estimate[parts[0].length];
        for (int input = 0; input < shares.length; input++) {
            int column = input;
            double[] own = Arrays.stream(parts).mapToDouble(part -> part[column]).toArray();
            double share = Influence.average(own) / variance;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double residual = (own[i] - share * variances[i]) / variance;
                squares += residual * residual;
            }
            double standardError = Math.sqrt(squares / ((double) n * (n - 1)));
            double half = StudentT.half95(n - 1) * standardError;
            shares[input] = new Estimate(share, standardError, share - half, share + half);
        }
        return shares;
    }
}
