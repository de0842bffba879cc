package io.tailrace.summary;

/// Reads one column of a block: bins, extremes and moments. Every reader gives the same bits.
public interface ColumnReader {
    /// In plain words; lanes do the same.
    ColumnReader SCALAR = ColumnReader::readOneByOne;

    /// From the first `paths` values; `unitsPerOne` as in [Bins#of]. NaN is left out and −0 is 0.
    void read(double[] values, int paths, double unitsPerOne, BlockColumn into);

    private static void readOneByOne(double[] values, int paths, double unitsPerOne, BlockColumn into) {
        int counted = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int path = 0; path < paths; path++) {
            double x = values[path] + 0.0;
            into.bins[counted] = Bins.of(x, unitsPerOne);
            counted += Double.isNaN(x) ? 0 : 1;
            min = x < min ? x : min;
            max = x > max ? x : max;
        }
        into.set(paths, counted, min, max, PivotSums.moments(values, paths));
    }
}
