package io.tailrace.summary;

/// One column over one block: the bins of its counted paths, their extremes and moments; room for one block that a
/// thread fills again and again by its [ColumnReader].
public final class BlockColumn {
    /// Of the counted paths, in order; the rest is stale. Written by the reader, before [#set].
    public final int[] bins = new int[BlockSummary.PATHS];

    private int counted;
    private int leftOut;
    private double min;
    private double max;
    private Moments moments = Moments.NONE;

    /// What a reader found: `counted` bins, the exact extremes (infinite ones of the wrong sign where nothing is
    /// counted) and the moments by [PivotSums].
    public void set(int paths, int counted, double min, double max, Moments moments) {
        this.counted = counted;
        leftOut = paths - counted;
        this.min = min;
        this.max = max;
        this.moments = moments;
    }

    /// Whether every counted value is a number.
    boolean isFinite() {
        return counted == 0 || (Double.isFinite(min) && Double.isFinite(max));
    }

    int counted() {
        return counted;
    }

    int leftOut() {
        return leftOut;
    }

    /// Exact; infinity where nothing is counted.
    double min() {
        return min;
    }

    /// Exact; minus infinity where nothing is counted.
    double max() {
        return max;
    }

    Moments moments() {
        return moments;
    }
}
