package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.Arrays;

/// A statistic of N paths, with the influence of each path on it.
///
/// The statistic's error is that of the mean of the influences. What is computed from several statistics of the same
/// paths (differences, ratios) has the influences computed likewise, so its interval knows that they are paired.
/// Error: of first order in 1/√N (the delta method); too short where fewer than about 100 paths decide.
/// Source: Hampel (1974), The influence curve and its role in robust estimation.
///
/// @param of `[path]`, with mean 0
public record Influence(double value, double[] of) {
    /// Half width, in probability, of the quantiles' slope; between what Hall & Sheather (1988) advise for 2^16 and for
    /// 10^6 paths.
    private static final double SLOPE_HALF_WIDTH = 0.005;

    /// Mean of all paths.
    public static Influence mean(double[] x) {
        double mean = average(x);
        double[] of = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            of[i] = x[i] - mean;
        }
        return new Influence(mean, of);
    }

    /// Mean of the lowest `share` of the paths: CVaR of the lower tail.
    ///
    /// Source: Acerbi & Tasche (2002); its influence, Manistre & Hancock (2005).
    public static Influence lowerShortfall(double[] x, double share) {
        return lowerShortfall(x, sorted(x), share);
    }

    static Influence lowerShortfall(double[] x, double[] sorted, double share) {
        double quantile = at(sorted, share);
        double[] below = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            below[i] = Math.min(0, x[i] - quantile) / share;
        }
        Influence mean = mean(below);
        return new Influence(quantile + mean.value, mean.of);
    }

    /// Mean of the highest `share` of the paths.
    public static Influence upperShortfall(double[] x, double share) {
        return lowerShortfall(Arrays.stream(x).map(v -> -v).toArray(), share).times(-1);
    }

    /// Value below which the share `probability` of the paths lies. Its slope is measured on the paths themselves.
    public static Influence quantile(double[] x, double probability) {
        return quantile(x, sorted(x), probability);
    }

    static Influence quantile(double[] x, double[] sorted, double probability) {
        double value = at(sorted, probability);
        double half = Math.min(SLOPE_HALF_WIDTH, Math.min(probability, 1 - probability) / 2);
        double slope = (at(sorted, probability + half) - at(sorted, probability - half)) / (2 * half);
        double[] of = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            of[i] = slope * (probability - (x[i] <= value ? 1 : 0));
        }
        return new Influence(value, of);
    }

    /// Mean of `x` on the share of the paths on which `condition` is lowest.
    ///
    /// The cut is itself estimated: a path below it counts with its distance from what `x` is at the cut.
    public static Influence meanWhereLowest(double[] x, double[] condition, double share) {
        double[] sorted = sorted(condition);
        double cut = at(sorted, share);
        double low = at(sorted, 0.9 * share);
        double high = at(sorted, 1.1 * share);
        double sum = 0;
        double near = 0;
        int below = 0;
        int around = 0;
        for (int i = 0; i < x.length; i++) {
            if (condition[i] <= cut) {
                sum += x[i];
                below++;
            }
            if (condition[i] >= low && condition[i] <= high) {
                near += x[i];
                around++;
            }
        }
        double mean = sum / below;
        double atCut = near / around;
        double[] of = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            of[i] = (condition[i] <= cut ? (x[i] - atCut) / share : 0) - (mean - atCut);
        }
        return new Influence(mean, of);
    }

    public Influence plus(Influence other) {
        return combined(value + other.value, 1, other, 1);
    }

    public Influence minus(Influence other) {
        return combined(value - other.value, 1, other, -1);
    }

    public Influence times(double factor) {
        return new Influence(factor * value, Arrays.stream(of).map(i -> factor * i).toArray());
    }

    /// Ratio of two statistics.
    public Influence over(Influence other) {
        double ratio = value / other.value;
        return combined(ratio, 1 / other.value, other, -ratio / other.value);
    }

    /// Standard error: deviation of the influences over √N.
    public double standardError() {
        double squares = 0;
        for (double influence : of) {
            squares += influence * influence;
        }
        return Math.sqrt(squares / ((double) of.length * (of.length - 1)));
    }

    /// Value with its 95 % interval.
    public Estimate estimate() {
        return Estimate.normal(value, standardError());
    }

    private Influence combined(double result, double own, Influence other, double others) {
        double[] sum = new double[of.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = own * of[i] + others * other.of[i];
        }
        return new Influence(result, sum);
    }

    /// By halves, so that its rounding error does not grow with the number of paths.
    static double average(double[] x) {
        return sum(x, 0, x.length) / x.length;
    }

    private static double sum(double[] x, int from, int to) {
        if (to - from > 1024) {
            int middle = (from + to) >>> 1;
            return sum(x, from, middle) + sum(x, middle, to);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }

    static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /// Smallest of the sorted values with at least this share of them at or below it.
    static double at(double[] sorted, double probability) {
        int rank = (int) Math.ceil(Math.clamp(probability, 0.0, 1.0) * sorted.length - 1e-6);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
