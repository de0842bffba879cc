package io.tailrace.summary;

/// One row of integers per signed bin: how many paths fell into the bin, and for each asked column its count, its
/// negatives, its sum and its sum of squares over them.
///
/// Row: `[paths, (count, negatives, sum, squares high, squares low) × columns]`.
final class TailCells {
    /// Values are summed in whole numbers of 1 / UNITS_PER_ONE.
    static final double UNITS_PER_ONE = 1024;

    private static final int CELLS_PER_COLUMN = 5;

    private final int stride;
    private BinRange range = BinRange.NONE;
    private long[] cells = {};

    TailCells(int columns) {
        stride = 1 + CELLS_PER_COLUMN * columns;
    }

    /// Counts a path whose condition lies in `bin`; `values[of[k]][path]` are what it is asked for.
    void record(int bin, double[][] values, int[] of, int path) {
        cover(bin, bin);
        int row = (bin - range.first()) * stride;
        cells[row]++;
        for (int k = 0; k < of.length; k++) {
            double x = values[of[k]][path];
            if (!Double.isNaN(x)) {
                addValue(row + 1 + k * CELLS_PER_COLUMN, x);
            }
        }
    }

    void add(TailCells other) {
        if (other.range.isEmpty()) {
            return;
        }
        cover(other.range.first(), other.range.end() - 1);
        int shift = (other.range.first() - range.first()) * stride;
        for (int row = 0; row < other.cells.length; row += stride) {
            addRow(row + shift, other.cells, row);
        }
    }

    /// Sums of asked column k over the paths of the lowest ranks up to `rank`, a bin's row split in proportion.
    Portion lowest(int k, double rank) {
        Portion portion = Portion.NONE;
        double before = 0;
        for (int row = 0; row < cells.length && before < rank; row += stride) {
            if (cells[row] > 0) {
                double weight = Math.min(1, (rank - before) / cells[row]);
                portion = portion.plus(portion(row + 1 + k * CELLS_PER_COLUMN, weight));
                before += cells[row];
            }
        }
        return portion;
    }

    /// Paths whose condition is known.
    long paths() {
        long paths = 0;
        for (int row = 0; row < cells.length; row += stride) {
            paths += cells[row];
        }
        return paths;
    }

    long estimatedBytes() {
        return (long) Long.BYTES * cells.length;
    }

    void write(Encoder to) {
        to.signed(range.first());
        to.signed(range.end());
        for (long cell : cells) {
            to.signed(cell);
        }
    }

    /// In place of what is there.
    void read(Decoder from) {
        range = new BinRange(Math.toIntExact(from.signed()), Math.toIntExact(from.signed()));
        if (range.size() < 0 || range.size() > 2 * Bins.LAST_BIN) {
            throw new IllegalArgumentException(range + " is no range of bins");
        }
        cells = new long[range.size() * stride];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = from.signed();
        }
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

    private void addValue(int at, double x) {
        long units = Math.round(x * UNITS_PER_ONE);
        cells[at]++;
        cells[at + 1] += x < 0 ? 1 : 0;
        cells[at + 2] = WideSum.exact(cells[at + 2], units);
        WideSum.addSquare(cells, at + 3, units);
    }

    private void addRow(int row, long[] from, int fromRow) {
        cells[row] += from[fromRow];
        for (int i = 1; i < stride; i += CELLS_PER_COLUMN) {
            int at = row + i;
            cells[at] += from[fromRow + i];
            cells[at + 1] += from[fromRow + i + 1];
            cells[at + 2] = WideSum.exact(cells[at + 2], from[fromRow + i + 2]);
            WideSum.add(cells, at + 3, from[fromRow + i + 3], from[fromRow + i + 4]);
        }
    }

    private Portion portion(int at, double weight) {
        return new Portion(
                weight * cells[at],
                weight * cells[at + 1],
                weight * cells[at + 2] / UNITS_PER_ONE,
                weight * WideSum.toDouble(cells, at + 3) / (UNITS_PER_ONE * UNITS_PER_ONE));
    }

    private void cover(int low, int high) {
        if (!range.covers(low, high)) {
            BinRange wider = range.including(low, high);
            long[] moved = new long[wider.size() * stride];
            int at = range.isEmpty() ? 0 : (range.first() - wider.first()) * stride;
            System.arraycopy(cells, 0, moved, at, cells.length);
            cells = moved;
            range = wider;
        }
    }
}
