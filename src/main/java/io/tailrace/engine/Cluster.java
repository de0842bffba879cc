package io.tailrace.engine;

import java.util.Optional;

/// Other machines that compute the blocks of runs of one scenario.
///
/// Why so narrow: which blocks there are, when a run ends, looks at itself or keeps its state, and how summaries are
/// added is decided here, the same for threads and machines; a cluster only has stretches computed, by [StretchResult].
public interface Cluster {
    /// Has all stretches computed that the work gives out, and gives back what is kept of them, first blocks first.
    ///
    /// Returns when all are back and none is given out any more. What a method of `work` throws ends it.
    void compute(Simulation simulation, Work work);

    /// What a run wants computed now; for use by one thread.
    interface Work {
        /// Columns that the run's course watches, as [StretchResult#compute] wants them.
        int[] watched();

        /// Blocks that may be given out before others have come back.
        long left();

        /// The next blocks, at most so many; empty where there are none until others have come back.
        Optional<Stretch> next(long most);

        /// The result of a stretch, or of several that follow each other, in their order.
        void take(byte[] result);

        /// While the work waits: so many paths are done in stretches that have not come back. To be called often.
        void waiting(long paths);
    }
}
