package io.tailrace.engine;

/// Where one thread's blocks go.
interface BlockSink {
    /// The first `paths` values of each column, `[column][path in block]`, overwritten after the call.
    void take(long block, double[][] columns, int paths);

    /// After the thread's last block.
    default void end() {}
}
