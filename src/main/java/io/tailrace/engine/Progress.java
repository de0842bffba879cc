package io.tailrace.engine;

/// Hears of paths as they are done; called from several threads.
@FunctionalInterface
public interface Progress {
    /// Says nothing.
    Progress NONE = (_, _) -> {};

    /// `done` of `total` paths are in the summary.
    void update(long done, long total);
}
