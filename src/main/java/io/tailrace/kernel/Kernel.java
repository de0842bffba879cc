package io.tailrace.kernel;

import io.tailrace.summary.ColumnReader;

/// Computes blocks of paths. One instance belongs to one thread.
public interface Kernel {
    /// Fills `columns` `[column][path in block]` with the paths `firstPath` … `firstPath + paths - 1`.
    void block(long firstPath, int paths, double[][] columns);

    /// What reads this kernel's columns fastest.
    default ColumnReader reader() {
        return ColumnReader.SCALAR;
    }
}
