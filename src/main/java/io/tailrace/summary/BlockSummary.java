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
        requireShape(block, paths);
    }

    static void requireShape(long block, int paths) {
        if (block < 0 || paths < 1 || paths > PATHS) {
            throw new IllegalArgumentException("Block " + block + " of " + paths + " paths");
        }
    }

    /// From `values` `[column][path in block]` and the moments of every column.
    ///
    /// @param limits parallel to [Layout#worstColumns]: beyond them no path is a candidate
    static BlockSummary of(
            Layout layout, long block, double[][] values, int paths, List<Moments> moments, double[] limits) {
        List<WorstPaths> worst = new ArrayList<>();
        for (int kept = 0; kept < limits.length; kept++) {
            double[] column = values[layout.worstColumns().get(kept)];
            worst.add(WorstPaths.of(column, paths, block * PATHS, limits[kept]));
        }
        return new BlockSummary(block, paths, moments, worst);
    }
}
