package io.tailrace.summary;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/// Counts of one column by one thread: counters of 32 bits over the range of bins in use, with the exact extremes.
///
/// Why: threads that count for themselves wait for nobody, and counters half as wide as HdrHistogram's stay in the
/// cache. They are poured into the histograms of the run when its blocks are done, or before one could overflow.
final class NarrowCounts {
    private BinRange range = BinRange.NONE;
    private int[] counts = {}; // by bin - range.first()
    private int total;
    private int leftOut;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /// Whether so many more can be taken without an overflow.
    boolean hasRoomFor(int more) {
        return total + leftOut <= Integer.MAX_VALUE - more;
    }

    /// Counts a block of the column whose bins were found with `unitsPerOne`.
    void add(BlockColumn block, double unitsPerOne) {
        leftOut += block.leftOut();
        if (block.counted() > 0) {
            cover(Bins.of(block.min(), unitsPerOne), Bins.of(block.max(), unitsPerOne));
            count(block.bins, block.counted());
            min = Math.min(min, block.min());
            max = Math.max(max, block.max());
        }
    }

    /// Moves all counts over.
    void pour(Histogram negative, Histogram positive) {
        // The outermost bins first: each histogram then grows once.
        for (int i = counts.length - 1; i >= 0 && range.first() + i >= 0; i--) {
            pour(i, positive);
        }
        for (int i = 0; i < counts.length && range.first() + i < 0; i++) {
            pour(i, negative);
        }
        Arrays.fill(counts, 0);
        total = 0;
        leftOut = 0;
    }

    private void pour(int i, Histogram side) {
        if (counts[i] != 0) {
            side.recordValueWithCount(Bins.lowestUnits(range.first() + i), counts[i]);
        }
    }

    /// Paths counted since the last pouring.
    int total() {
        return total;
    }

    /// Paths without a value since the last pouring.
    int leftOut() {
        return leftOut;
    }

    /// Of all values ever counted; infinity where there was none.
    double min() {
        return min;
    }

    /// Of all values ever counted; minus infinity where there was none.
    double max() {
        return max;
    }

    long estimatedBytes() {
        return (long) Integer.BYTES * counts.length;
    }

    private void count(int[] bins, int n) {
        int[] cells = counts;
        int first = range.first();
        for (int i = 0; i < n; i++) {
            cells[bins[i] - first]++;
        }
        total += n;
    }

    private void cover(int low, int high) {
        if (!range.covers(low, high)) {
            BinRange wider = range.including(low, high);
            int[] moved = new int[wider.size()];
            System.arraycopy(counts, 0, moved, range.isEmpty() ? 0 : range.first() - wider.first(), counts.length);
            counts = moved;
            range = wider;
        }
    }
}
