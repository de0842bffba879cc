package io.tailrace.engine;

import java.util.Optional;
import java.util.function.LongSupplier;

/// Deals a range of blocks out in order until none is left or a checkpoint is due; negative then.
final class Dealer implements LongSupplier {
    private final long end;
    private final Checkpoints checkpoints;
    private long next;
    private boolean paused;

    Dealer(long first, long end, Checkpoints checkpoints) {
        next = first;
        this.end = end;
        this.checkpoints = checkpoints;
    }

    @Override
    public synchronized long getAsLong() {
        paused |= next < end && checkpoints.isDue();
        return next < end && !paused ? next++ : -1;
    }

    /// Blocks that may still be dealt.
    synchronized long left() {
        paused |= next < end && checkpoints.isDue();
        return paused ? 0 : end - next;
    }

    /// The next blocks, at most so many, as one stretch.
    synchronized Optional<Stretch> stretch(long most) {
        long blocks = Math.min(most, left());
        if (blocks == 0) {
            return Optional.empty();
        }
        next += blocks;
        return Optional.of(new Stretch(next - blocks, next));
    }

    /// No block is dealt any more.
    synchronized void stop() {
        paused = true;
    }

    /// The first block that was not dealt.
    synchronized long next() {
        return next;
    }
}
