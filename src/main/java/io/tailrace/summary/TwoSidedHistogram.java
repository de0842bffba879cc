package io.tailrace.summary;

import org.HdrHistogram.Histogram;

/// Counts of one column's values, negative and positive, in the [Bins] of two HdrHistograms; exact extremes beside.
///
/// Memory: each side takes 16 KiB and 8 KiB more for every octave in use above 2,047 units, however many values are
/// counted: 120 KiB where the largest magnitude is 10⁵ at a resolution of 2⁻⁷.
/// Not safe for use by several threads; [Summary] locks. Adding is exact, so order does not matter.
final class TwoSidedHistogram {
    private final double resolution;
    private final double unitsPerOne;
    private final Histogram positive = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private final Histogram negative = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long leftOut;
    private long clamped;

    TwoSidedHistogram(Column column) {
        resolution = column.resolution();
        unitsPerOne = column.unitsPerOne();
        positive.setAutoResize(true);
        negative.setAutoResize(true);
    }

    /// Counts one value; NaN is left out.
    void record(double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("A histogram cannot hold " + value);
        }
        if (Double.isNaN(value)) {
            leftOut++;
        } else {
            count(value + 0.0);
        }
    }

    /// Counts the first `paths` values.
    void record(double[] values, int paths) {
        for (int path = 0; path < paths; path++) {
            record(values[path]);
        }
    }

    void add(TwoSidedHistogram other) {
        if (resolution != other.resolution) {
            throw new IllegalArgumentException("Resolutions differ: " + resolution + " and " + other.resolution);
        }
        positive.add(other.positive);
        negative.add(other.negative);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        leftOut += other.leftOut;
        clamped += other.clamped;
    }

    long count() {
        return positive.getTotalCount() + negative.getTotalCount();
    }

    long leftOut() {
        return leftOut;
    }

    /// How many values lay beyond [Bins#LARGEST_UNITS].
    long clamped() {
        return clamped;
    }

    /// Exact; NaN when nothing is counted.
    double min() {
        return count() == 0 ? Double.NaN : min;
    }

    /// Exact; NaN when nothing is counted.
    double max() {
        return count() == 0 ? Double.NaN : max;
    }

    /// See [BinnedValues#quantile]; for several questions ask [#values] once.
    double quantile(double probability) {
        return values().quantile(probability);
    }

    /// How many values lie in bins below that of `x`; below 0 that is every value under −1/2 unit.
    long countBelow(double x) {
        long units = Bins.units(x, unitsPerOne);
        int bin = Bins.bin(units);
        if (Bins.isNegative(x, units)) {
            return countBetween(negative, bin + 1, lastBin(negative));
        }
        return negative.getTotalCount() + countBetween(positive, 0, bin - 1);
    }

    /// The occupied bins in ascending order, cut to the exact extremes.
    BinnedValues values() {
        int last = lastBin(positive);
        BinnedValues.Builder builder = new BinnedValues.Builder(min(), max());
        for (int bin = lastBin(negative); bin >= 1; bin--) {
            builder.add(-upperEdge(bin), -lowerEdge(bin), countAt(negative, bin));
        }
        for (int bin = 0; bin <= last; bin++) {
            builder.add(lowerEdge(bin), upperEdge(bin), countAt(positive, bin));
        }
        return builder.build();
    }

    long estimatedBytes() {
        return positive.getEstimatedFootprintInBytes() + negative.getEstimatedFootprintInBytes();
    }

    private void count(double value) {
        long units = Bins.units(value, unitsPerOne);
        (Bins.isNegative(value, units) ? negative : positive).recordValue(units);
        if (units == Bins.LARGEST_UNITS && Math.abs(value) * unitsPerOne > Bins.LARGEST_UNITS) {
            clamped++;
        }
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /// A bin one unit wide stands for its unit; wider ones reach half a unit beyond their whole units.
    private double lowerEdge(int bin) {
        double lowest = Bins.lowestUnits(bin);
        return (Bins.widthUnits(bin) == 1 ? lowest : lowest - 0.5) * resolution;
    }

    /// The last bin holds all that was clamped.
    private double upperEdge(int bin) {
        if (bin == Bins.LAST_BIN) {
            return Double.POSITIVE_INFINITY;
        }
        double width = Bins.widthUnits(bin);
        return width == 1 ? lowerEdge(bin) : lowerEdge(bin) + width * resolution;
    }

    private static int lastBin(Histogram side) {
        return Bins.bin(side.getMaxValue());
    }

    private static long countAt(Histogram side, int bin) {
        return side.getCountAtValue(Bins.lowestUnits(bin));
    }

    private static long countBetween(Histogram side, int first, int last) {
        long count = 0;
        for (int bin = first; bin <= Math.min(last, lastBin(side)); bin++) {
            count += countAt(side, bin);
        }
        return count;
    }
}
