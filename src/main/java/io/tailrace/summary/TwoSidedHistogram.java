package io.tailrace.summary;

import org.HdrHistogram.Histogram;

/// Counts of one column's values, negative and positive, in the [Bins] of two HdrHistograms; exact extremes beside.
///
/// Memory: each HdrHistogram takes 16 KiB and 8 KiB more for every octave in use above 2,047 units, however many
/// values are counted (120 KiB where the largest magnitude is 10⁵ at a resolution of 2⁻⁷).
/// Not safe for use by several threads; [Summary] locks. Adding is exact, so order does not matter.
final class TwoSidedHistogram {
    private final double resolution;
    private final double unitsPerOne;
    private final Histogram positive = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private final Histogram negative = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long leftOut;

    TwoSidedHistogram(Column column) {
        resolution = column.resolution();
        unitsPerOne = column.unitsPerOne();
        positive.setAutoResize(true);
        negative.setAutoResize(true);
    }

    /// Counts what a thread has counted since it was last asked, in bins of this histogram's units.
    void pour(NarrowCounts counts) {
        leftOut += counts.leftOut();
        min = Math.min(min, counts.min());
        max = Math.max(max, counts.max());
        counts.pour(negative, positive);
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
    }

    /// Forgets every value, and keeps the room for them.
    void clear() {
        positive.reset();
        negative.reset();
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        leftOut = 0;
    }

    long count() {
        return positive.getTotalCount() + negative.getTotalCount();
    }

    long leftOut() {
        return leftOut;
    }

    /// How many values lay at or beyond [Bins#LARGEST_UNITS].
    long clamped() {
        return countAt(Bins.LAST_BIN) + countAt(-Bins.LAST_BIN);
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

    /// How many values lie in bins below that of `x`; below 0 that is every value of −1/2 unit or less.
    long countBelow(double x) {
        long below = 0;
        int end = Math.min(Bins.of(x, unitsPerOne), highestBin() + 1);
        for (int bin = lowestBin(); bin < end; bin++) {
            below += countAt(bin);
        }
        return below;
    }

    /// The occupied bins in ascending order, cut to the exact extremes.
    BinnedValues values() {
        BinnedValues.Builder builder = new BinnedValues.Builder(min(), max());
        int highest = highestBin();
        for (int bin = lowestBin(); bin <= highest; bin++) {
            long count = countAt(bin);
            if (count > 0) {
                builder.add(Bins.low(bin) * resolution, Bins.high(bin) * resolution, count);
            }
        }
        return builder.build();
    }

    /// Occupied bins in ascending order, each as its distance from the one before, with its count.
    void write(Encoder to) {
        to.count(leftOut);
        to.bits(min);
        to.bits(max);
        to.signed(lowestBin());
        int before = lowestBin() - 1;
        for (int bin = lowestBin(); bin <= highestBin(); bin++) {
            long count = countAt(bin);
            if (count > 0) {
                to.count(bin - before);
                to.count(count);
                before = bin;
            }
        }
        to.count(0);
    }

    /// Into an empty histogram.
    void read(Decoder from) {
        leftOut = from.count();
        min = from.bits();
        max = from.bits();
        int bin = Math.toIntExact(from.signed()) - 1;
        for (long step = from.count(); step > 0; step = from.count()) {
            bin = Math.toIntExact(bin + step);
            (bin < 0 ? negative : positive).recordValueWithCount(Bins.lowestUnits(bin), from.count());
        }
    }

    double unitsPerOne() {
        return unitsPerOne;
    }

    long estimatedBytes() {
        return (long) positive.getEstimatedFootprintInBytes() + negative.getEstimatedFootprintInBytes();
    }

    /// Of an empty histogram 0 to 0, whose count is 0.
    private int lowestBin() {
        return count() == 0 ? 0 : Bins.of(min, unitsPerOne);
    }

    private int highestBin() {
        return count() == 0 ? 0 : Bins.of(max, unitsPerOne);
    }

    /// HdrHistogram answers beyond its range with its last bin, which is not that of `bin`.
    private long countAt(int bin) {
        Histogram side = bin < 0 ? negative : positive;
        long units = Bins.lowestUnits(bin);
        return units > side.getMaxValue() ? 0 : side.getCountAtValue(units);
    }
}
