package io.tailrace.summary;

import java.util.Arrays;

/// One row of integers per bin and side: how many paths fell into the bin, and for each asked column its count, its
/// negatives, its sum and its sum of squares over them.
///
/// Row: `[paths, (count, negatives, sum, squares high, squares low) × columns]`. Rows end at the outermost bin seen.
final class TailCells {
    /// Values are summed in whole numbers of 1 / UNITS_PER_ONE.
    static final double UNITS_PER_ONE = 1024;

    private static final int CELLS_PER_COLUMN = 5;

    private final int stride;
    private long[] positive = {};
    private long[] negative = {};

    TailCells(int columns) {
        stride = 1 + CELLS_PER_COLUMN * columns;
    }

    /// Counts a path whose condition lies in `bin`; `values[of[k]][path]` are what it is asked for.
    void record(boolean onNegativeSide, int bin, double[][] values, int[] of, int path) {
        long[] side = onNegativeSide ? reachNegative(bin) : reachPositive(bin);
        int row = bin * stride;
        side[row]++;
        for (int k = 0; k < of.length; k++) {
            double x = values[of[k]][path];
            if (!Double.isNaN(x)) {
                addValue(side, row + 1 + k * CELLS_PER_COLUMN, x);
            }
        }
    }

    void add(TailCells other) {
        addSide(reachPositive(other.bins(other.positive) - 1), other.positive);
        addSide(reachNegative(other.bins(other.negative) - 1), other.negative);
    }

    /// Sums of asked column k over the paths of the lowest ranks up to `rank`, a bin's rows split in proportion.
    Portion lowest(int k, double rank) {
        Portion portion = Portion.NONE;
        double before = 0;
        for (int bin = bins(negative) - 1; bin >= 1 && before < rank; bin--) {
            portion = portion.plus(share(negative, bin, k, rank - before));
            before += negative[bin * stride];
        }
        for (int bin = 0; bin < bins(positive) && before < rank; bin++) {
            portion = portion.plus(share(positive, bin, k, rank - before));
            before += positive[bin * stride];
        }
        return portion;
    }

    /// Paths whose condition is known.
    long paths() {
        long paths = 0;
        for (int row = 0; row < positive.length; row += stride) {
            paths += positive[row];
        }
        for (int row = 0; row < negative.length; row += stride) {
            paths += negative[row];
        }
        return paths;
    }

    long estimatedBytes() {
        return (long) Long.BYTES * (positive.length + negative.length);
    }

    /// Sums over a real number of paths.
    record Portion(double count, double negatives, double sum, double squares) {
        static final Portion NONE = new Portion(0, 0, 0, 0);

        Portion plus(Portion o) {
            return new Portion(count + o.count, negatives + o.negatives, sum + o.sum, squares + o.squares);
        }

        Portion minus(Portion o) {
            return new Portion(count - o.count, negatives - o.negatives, sum - o.sum, squares - o.squares);
        }

        double mean() {
            return sum / count;
        }

        double variance() {
            return Math.max(0, squares / count - mean() * mean());
        }

        double negativeShare() {
            return negatives / count;
        }
    }

    private static void addValue(long[] side, int at, double x) {
        long units = Math.round(x * UNITS_PER_ONE);
        side[at]++;
        side[at + 1] += x < 0 ? 1 : 0;
        side[at + 2] = Math.addExact(side[at + 2], units);
        WideSum.addSquare(side, at + 3, units);
    }

    private void addSide(long[] to, long[] from) {
        for (int row = 0; row < from.length; row += stride) {
            to[row] += from[row];
            for (int at = row + 1; at < row + stride; at += CELLS_PER_COLUMN) {
                to[at] += from[at];
                to[at + 1] += from[at + 1];
                to[at + 2] = Math.addExact(to[at + 2], from[at + 2]);
                WideSum.add(to, at + 3, from[at + 3], from[at + 4]);
            }
        }
    }

    private Portion share(long[] side, int bin, int k, double wanted) {
        int row = bin * stride;
        if (side[row] == 0) {
            return Portion.NONE;
        }
        double weight = Math.min(1, wanted / side[row]);
        int at = row + 1 + k * CELLS_PER_COLUMN;
        return new Portion(
                weight * side[at],
                weight * side[at + 1],
                weight * side[at + 2] / UNITS_PER_ONE,
                weight * WideSum.toDouble(side, at + 3) / (UNITS_PER_ONE * UNITS_PER_ONE));
    }

    private int bins(long[] side) {
        return side.length / stride;
    }

    private long[] reachPositive(int bin) {
        positive = reach(positive, bin);
        return positive;
    }

    private long[] reachNegative(int bin) {
        negative = reach(negative, bin);
        return negative;
    }

    /// Grows by halves, to whole rows.
    private long[] reach(long[] side, int bin) {
        int bins = bins(side);
        return bin < bins ? side : Arrays.copyOf(side, stride * Math.max(bin + 1, bins + bins / 2));
    }
}
