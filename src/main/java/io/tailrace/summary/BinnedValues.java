package io.tailrace.summary;

import java.util.Arrays;

/// A column's occupied bins in ascending order, read as one law: paths spread evenly over their bin.
///
/// The quantile of `p` is that of rank n·p: the bin that holds the ⌈n·p⌉-th lowest value, with linear interpolation
/// inside it. Bins one unit wide are atoms at their unit, so small whole numbers come back exactly; the first and the
/// last bin end at the exact extremes.
/// Error: at most the width of the bin, 1/1024 of the value; next to none where the density is smooth.
public final class BinnedValues {
    private final double[] low;
    private final double[] high;
    private final long[] countUpTo;

    private BinnedValues(double[] low, double[] high, long[] countUpTo) {
        this.low = low;
        this.high = high;
        this.countUpTo = countUpTo;
    }

    /// How many values are counted.
    public long count() {
        return bins() == 0 ? 0 : countUpTo[bins() - 1];
    }

    /// How many bins are occupied.
    public int bins() {
        return low.length;
    }

    public double low(int bin) {
        return low[bin];
    }

    public double high(int bin) {
        return high[bin];
    }

    public double midpoint(int bin) {
        return low[bin] + (high[bin] - low[bin]) / 2;
    }

    public long count(int bin) {
        return countUpTo[bin] - countBefore(bin);
    }

    /// The value below which a share `probability` of the paths lies; NaN when nothing is counted.
    public double quantile(double probability) {
        if (bins() == 0) {
            return Double.NaN;
        }
        double rank = rank(probability);
        int bin = binOf(rank);
        return within(bin, (rank - countBefore(bin)) / count(bin));
    }

    /// Share of the values below `x`, an atom at `x` counting half; NaN when nothing is counted.
    ///
    /// Error: half of the share in the bin of `x`; next to none where the density is smooth.
    /// Source: the mid-distribution function, Parzen (2004), Quantile probability and statistical data modeling.
    public double shareBelow(double x) {
        return shareBelow(x, 0.5);
    }

    /// The same with no value at `x` counted.
    public double shareStrictlyBelow(double x) {
        return shareBelow(x, 0);
    }

    /// Share of the values above `x`, none at `x` counted; NaN when nothing is counted.
    public double shareStrictlyAbove(double x) {
        return 1 - shareBelow(x, 1);
    }

    private double shareBelow(double x, double partOfAtom) {
        double below = 0;
        for (int bin = 0; bin < bins() && low[bin] <= x; bin++) {
            double width = high[bin] - low[bin];
            double part = width > 0 ? Math.min(1, (x - low[bin]) / width) : x > low[bin] ? 1 : partOfAtom;
            below += part * count(bin);
        }
        return bins() == 0 ? Double.NaN : below / count();
    }

    /// Lower end of the quantile's bin: below it for sure.
    double quantileAtLeast(double probability) {
        return bins() == 0 ? Double.NaN : low[binOf(rank(probability))];
    }

    /// Upper end of the quantile's bin: above it for sure.
    double quantileAtMost(double probability) {
        return bins() == 0 ? Double.NaN : high[binOf(rank(probability))];
    }

    /// Mean and variance of the lowest `share` of the paths; an atom at the quantile is split.
    ///
    /// The mean is (1/share) ∫₀^share quantile(u) du. Source: Acerbi & Tasche (2002), proposition 3.2.
    /// Why: measured from the quantile down, every term is at most 0, so the mean cannot exceed the quantile.
    LowerTail lowerTail(double share) {
        double quantile = quantile(share);
        double rank = rank(share);
        double sum = 0;
        double squares = 0;
        double widths = 0;
        for (int bin = 0; bin < bins() && countBefore(bin) < rank; bin++) {
            double paths = Math.min(rank, (double) countUpTo[bin]) - countBefore(bin);
            double top = within(bin, paths / count(bin));
            double width = top - low[bin];
            double middle = Math.min(0, low[bin] + width / 2 - quantile);
            sum += paths * middle;
            squares += paths * (middle * middle + width * width / 12);
            widths += paths * (high[bin] - low[bin]);
        }
        double mean = sum / rank;
        return new LowerTail(quantile, quantile + mean, Math.max(0, squares / rank - mean * mean), widths / rank / 2);
    }

    /// The law of the negated column.
    BinnedValues negated() {
        Builder builder = new Builder(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int bin = bins() - 1; bin >= 0; bin--) {
            builder.add(-high[bin], -low[bin], count(bin));
        }
        return builder.build();
    }

    /// Rank of a probability, in [0, n]. Why the rounding: 1 − 0.95 is not 0.05, and an atom's edge would feel it.
    private double rank(double probability) {
        double rank = Math.clamp(probability, 0.0, 1.0) * count();
        double whole = Math.rint(rank);
        return Math.abs(rank - whole) < 1e-6 ? whole : rank;
    }

    private int binOf(double rank) {
        int first = 0;
        int last = bins() - 1;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (countUpTo[middle] < rank) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
    }

    private double within(int bin, double fraction) {
        return fraction >= 1 ? high[bin] : Math.min(high[bin], low[bin] + fraction * (high[bin] - low[bin]));
    }

    private long countBefore(int bin) {
        return bin == 0 ? 0 : countUpTo[bin - 1];
    }

    /// Of the lowest share of the paths. `resolution` bounds what the bins add to the error of the mean.
    record LowerTail(double quantile, double mean, double variance, double resolution) {}

    /// Takes bins in ascending order and cuts them to [min, max].
    static final class Builder {
        private final double min;
        private final double max;
        private double[] low = new double[64];
        private double[] high = new double[64];
        private long[] countUpTo = new long[64];
        private int bins;
        private long count;

        Builder(double min, double max) {
            this.min = min;
            this.max = max;
        }

        Builder add(double from, double to, long paths) {
            if (paths == 0) {
                return this;
            }
            if (bins == low.length) {
                grow();
            }
            count += paths;
            low[bins] = Math.clamp(from, min, max);
            high[bins] = Math.clamp(to, min, max);
            countUpTo[bins] = count;
            bins++;
            return this;
        }

        BinnedValues build() {
            return new BinnedValues(
                    Arrays.copyOf(low, bins), Arrays.copyOf(high, bins), Arrays.copyOf(countUpTo, bins));
        }

        private void grow() {
            low = Arrays.copyOf(low, 2 * bins);
            high = Arrays.copyOf(high, 2 * bins);
            countUpTo = Arrays.copyOf(countUpTo, 2 * bins);
        }
    }
}
