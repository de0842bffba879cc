package io.tailrace.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Takes in blocks on behalf of one thread; what it counts reaches the [Summary] with [#pour].
///
/// Memory: 4 bytes for each column's bins from the lowest to the highest in use.
public final class Recorder {
    /// Of a column with usual magnitudes: eight octaves of bins.
    public static final long USUAL_BYTES_PER_COLUMN = 32 << 10;

    private final Summary summary;
    private final Layout layout;
    private final ColumnReader reader;
    private final BlockColumn column = new BlockColumn();
    private final NarrowCounts[] counts; // by column
    private final double[] unitsPerOne; // by column

    Recorder(Summary summary, ColumnReader reader) {
        this.summary = summary;
        this.reader = reader;
        layout = summary.layout();
        int columns = layout.columns().size();
        counts = Stream.generate(NarrowCounts::new).limit(columns).toArray(NarrowCounts[]::new);
        unitsPerOne = layout.columns().stream().mapToDouble(Column::unitsPerOne).toArray();
    }

    /// Takes in the first `paths` values of each column, `[column][path in block]`, of block number `block`.
    ///
    /// An infinite value is an error of the program's: the exception names its column and path, and neither this
    /// recorder nor its summary is of use any more.
    public void record(long block, double[][] values, int paths) {
        BlockSummary.requireShape(block, paths);
        if (values.length != counts.length) {
            throw new IllegalArgumentException(values.length + " columns of values for " + counts.length + " columns");
        }
        List<Moments> moments = new ArrayList<>(counts.length);
        for (int c = 0; c < counts.length; c++) {
            moments.add(count(c, block, values[c], paths));
        }
        summary.merge(BlockSummary.of(layout, block, values, paths, moments, summary.worstLimits()), values);
    }

    /// Moves what was counted since the last time over to the summary.
    public void pour() {
        for (int c = 0; c < counts.length; c++) {
            summary.pour(c, counts[c]);
        }
    }

    private Moments count(int c, long block, double[] values, int paths) {
        reader.read(values, paths, unitsPerOne[c], column);
        if (!column.isFinite()) {
            throw infinite(layout.columns().get(c), block, values);
        }
        if (!counts[c].hasRoomFor(paths)) {
            summary.pour(c, counts[c]);
        }
        counts[c].add(column, unitsPerOne[c]);
        return column.moments();
    }

    private static IllegalStateException infinite(Column column, long block, double[] values) {
        int path = 0;
        while (!Double.isInfinite(values[path])) {
            path++;
        }
        return new IllegalStateException(
                column.label() + " of path " + (block * BlockSummary.PATHS + path) + " is " + values[path]);
    }
}
