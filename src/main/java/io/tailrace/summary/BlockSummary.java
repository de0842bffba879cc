package io.tailrace.summary;

import java.util.ArrayList;
import java.util.List;

/// What a block contributes beyond its histogram counts: moments of every column, and candidates for the worst paths.
///
/// A block is a run of [#PATHS] consecutive paths: block b begins with path b · 1,024; the last may be shorter.
/// `worst` runs parallel to [Layout#worstColumns].
public record BlockSummary(long block, int paths, List<Moments> moments, List<WorstPaths> worst) {
    /// Paths in a block. It is part of every result's bits.
    public static final int PATHS = 1024;

    public BlockSummary {
        moments = List.copyOf(moments);
        worst = List.copyOf(worst);
        if (block < 0 || paths < 1 || paths > PATHS) {
            throw new IllegalArgumentException("Block " + block + " of " + paths + " paths");
        }
    }

    /// From `values` `[column][path in block]`; fails where one is infinite.
    public static BlockSummary of(Layout layout, long block, double[][] values, int paths) {
        if (values.length != layout.columns().size()) {
            throw new IllegalArgumentException(
                    values.length + " columns of values for " + layout.columns().size() + " columns");
        }
        List<Moments> moments = new ArrayList<>(values.length);
        for (int column = 0; column < values.length; column++) {
            requireFinite(layout.columns().get(column), block, values[column], paths);
            moments.add(PivotSums.moments(values[column], paths));
        }
        List<WorstPaths> worst = layout.worstColumns().stream()
                .map(column -> WorstPaths.of(values[column], paths, block * PATHS))
                .toList();
        return new BlockSummary(block, paths, moments, worst);
    }

    private static void requireFinite(Column column, long block, double[] values, int paths) {
        for (int path = 0; path < paths; path++) {
            if (Double.isInfinite(values[path])) {
                throw new IllegalStateException(
                        column.label() + " of path " + (block * PATHS + path) + " is " + values[path]);
            }
        }
    }
}
