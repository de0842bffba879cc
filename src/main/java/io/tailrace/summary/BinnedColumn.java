package io.tailrace.summary;

/// The bins of one column over one block; room for one block that a thread fills again and again.
final class BinnedColumn {
    final int[] bins = new int[BlockSummary.PATHS]; // of the counted paths, in order; the rest is stale
    private int counted;
    private int leftOut;
    private double min;
    private double max;

    /// NaN is left out and −0 is 0; fails where a value is infinite.
    void fill(double[] values, int paths, double unitsPerOne) {
        int next = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int path = 0; path < paths; path++) {
            double x = values[path] + 0.0;
            bins[next] = Bins.of(x, unitsPerOne);
            next += Double.isNaN(x) ? 0 : 1;
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        if (next > 0 && (Double.isInfinite(low) || Double.isInfinite(high))) {
            throw new IllegalArgumentException("A histogram cannot hold " + (Double.isInfinite(low) ? low : high));
        }
        counted = next;
        leftOut = paths - next;
        min = low;
        max = high;
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
}
