package io.tailrace.engine;

import java.util.List;

/// Hears of paths as they are done; called from several threads.
@FunctionalInterface
public interface Progress {
    /// Says nothing.
    Progress NONE = (_, _) -> {};

    /// `done` of `total` paths are in the summary.
    void update(long done, long total);

    /// The run goes on after so many paths that another process has done.
    default void resumed(long done) {}

    /// A run with targets has looked at its errors and expects them all to hold after so many paths.
    default void look(List<Precision.State> targets, long expectedPaths) {}
}
