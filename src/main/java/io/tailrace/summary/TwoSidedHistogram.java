package io.tailrace.summary;

import org.HdrHistogram.Histogram;

/// Counts of one column's values, negative and positive, in the [Bins] of two HdrHistograms; exact extremes beside.
///
/// Blocks are counted in [NarrowCounts] first, which are poured into the HdrHistograms when somebody asks.
/// Memory: each HdrHistogram takes 16 KiB and 8 KiB more for every octave in use above 2,047 units, however many
/// values are counted (120 KiB where the largest magnitude is 10⁵ at a resolution of 2⁻⁷); the narrow counts 16 KiB and
/// 4 bytes for each bin from the lowest to the highest in use.
/// Not safe for use by several threads; [Summary] locks. Adding is exact, so order does not matter.
final class TwoSidedHistogram {
    private final double resolution;
    private final double unitsPerOne;
    private final Histogram positive = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private final Histogram negative = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
    private final NarrowCounts recent = new NarrowCounts();
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long leftOut;

    TwoSidedHistogram(Column column) {
        resolution = column.resolution();
        unitsPerOne = column.unitsPerOne();
        positive.setAutoResize(true);
        negative.setAutoResize(true);
    }

    /// Counts one value; NaN is left out.
    void record(double value) {
        BinnedColumn single = new BinnedColumn();
        single.fill(new double[]{value}, 1, unitsPerOne);
        add(single);
    }

    /// Counts a block's values, filled with this histogram's units.
    void add(BinnedColumn block) {
        leftOut += block.leftOut();
        if (block.counted() == 0) {
            return;
        }
        if (!recent.hasRoomFor(block.counted())) {
            pour();
        }
        int lowest = Bins.of(block.min(), unitsPerOne);
        int highest = Bins.of(block.max(), unitsPerOne);
        recent.add(block.bins, block.counted(), lowest, highest);
        min = Math.min(min, block.min());
        max = Math.max(max, block.max());
    }

    void add(TwoSidedHistogram other) {
        if (resolution != other.resolution) {
            throw new IllegalArgumentException("Resolutions differ: " + resolution + " and " + other.resolution);
        }
        other.pour();
        positive.add(other.positive);
        negative.add(other.negative);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        leftOut += other.leftOut;
    }

    long count() {
        return positive.getTotalCount() + negative.getTotalCount() + recent.total();
    }

    long leftOut() {
        return leftOut;
    }

    /// How many values lay at or beyond [Bins#LARGEST_UNITS].
    long clamped() {
        pour();
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
        pour();
        long below = 0;
        for (int bin = lowestBin(); bin < Math.min(Bins.of(x, unitsPerOne), highestBin() + 1); bin++) {
            below += countAt(bin);
        }
        return below;
    }

    /// The occupied bins in ascending order, cut to the exact extremes.
    BinnedValues values() {
        pour();
        BinnedValues.Builder builder = new BinnedValues.Builder(min(), max());
        for (int bin = lowestBin(); bin <= highestBin(); bin++) {
            builder.add(Bins.low(bin) * resolution, Bins.high(bin) * resolution, countAt(bin));
        }
        return builder.build();
    }

    double unitsPerOne() {
        return unitsPerOne;
    }

    long estimatedBytes() {
        return positive.getEstimatedFootprintInBytes()
                + negative.getEstimatedFootprintInBytes()
                + recent.estimatedBytes();
    }

    private void pour() {
        if (recent.total() > 0) {
            recent.pour(negative, positive);
        }
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
