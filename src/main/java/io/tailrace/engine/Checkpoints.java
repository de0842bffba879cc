package io.tailrace.engine;

import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the state of a run is kept while it runs, so that another process can go on with it.
///
/// State is kept between blocks: those that were begun are finished first, so that it is what a run of so many paths
/// knows, and a run that goes on from it ends in the same bits as one that was never stopped.
public interface Checkpoints {
    /// Keeps nothing and has nothing.
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<Decoder> last() { return Optional.empty(); }

        @Override
        public boolean isDue() { return false; }

        @Override
        public void keep(long paths, Consumer<Encoder> state) {}
    };

    /// State to go on from, if there is one.
    Optional<Decoder> last();

    /// Whether it is time to keep the state; asked before every block, by every thread.
    boolean isDue();

    /// Keeps the state after so many paths in place of what was kept before.
    ///
    /// @throws RunStoppedException when the state is kept and the run is to end
    void keep(long paths, Consumer<Encoder> state);
}
