package io.tailrace.summary;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/// Counters of 32 bits over the range of bins in use, poured into HdrHistograms before they can overflow.
///
/// Why: a run has a thousand histograms and visits them in turn, so counting waits for memory. Counters half as wide,
/// visited every fourth block only, take a seventh of the time of calling HdrHistogram for every value.
final class NarrowCounts {
    private final int[] waiting = new int[4 * BlockSummary.PATHS]; // bins not counted yet
    private int waits;
    private BinRange range = BinRange.NONE;
    private int[] counts = {}; // by bin - range.first()
    private int total;

    /// Whether so many more can be taken without an overflow.
    boolean hasRoomFor(int more) {
        return total <= Integer.MAX_VALUE - more;
    }

    /// Takes the first `n` bins, all between `low` and `high`.
    void add(int[] bins, int n, int low, int high) {
        cover(low, high);
        if (n > waiting.length - waits) {
            count();
        }
        System.arraycopy(bins, 0, waiting, waits, n);
        waits += n;
        total += n;
    }

    /// Moves all counts over.
    void pour(Histogram negative, Histogram positive) {
        count();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                int bin = range.first() + i;
                (bin < 0 ? negative : positive).recordValueWithCount(Bins.lowestUnits(bin), counts[i]);
            }
        }
        Arrays.fill(counts, 0);
        total = 0;
    }

    int total() {
        return total;
    }

    long estimatedBytes() {
        return (long) Integer.BYTES * (counts.length + waiting.length);
    }

    private void count() {
        int first = range.first();
        for (int i = 0; i < waits; i++) {
            counts[waiting[i] - first]++;
        }
        waits = 0;
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
