package io.tailrace.kernel;

/// Computes blocks of paths. One instance belongs to one thread.
public interface Kernel {
    /// Fills `columns` `[column][path in block]` with the paths `firstPath` … `firstPath + paths - 1`.
    void block(long firstPath, int paths, double[][] columns);
}
