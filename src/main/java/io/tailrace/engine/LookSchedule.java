package io.tailrace.engine;

import java.util.stream.LongStream;

/// After how many blocks a run is looked at: 1, 2, 3, 4, 6, 8, 12, 16, 24 …, the powers of two and their sums of two
/// neighbours; so there are two looks an octave, however long the run.
///
/// Between two looks lies a *segment*. Its blocks are dealt to [#BATCHES] batches in turn, so that at every look from
/// [#FIRST_WITH_BATCHES] blocks on each batch holds the same number of paths, and never more than a block too many.
/// Why: both depend on block numbers alone, so what is seen at a look is a function of the paths before it.
final class LookSchedule {
    /// Enough for the spread of batch means to be known to a sixth, few enough for a batch to have a tail.
    static final int BATCHES = 16;

    static final long FIRST_WITH_BATCHES = 2 * BATCHES;

    private LookSchedule() {}

    /// The first look after so many blocks.
    static long next(long blocks) {
        if (blocks < 1) {
            return 1;
        }
        long power = Long.highestOneBit(blocks);
        long between = power + power / 2;
        return blocks < between ? between : 2 * power;
    }

    /// The last look at or before so many blocks, 0 if none.
    static long last(long blocks) {
        if (blocks < 1) {
            return 0;
        }
        long power = Long.highestOneBit(blocks);
        long between = power + power / 2;
        return blocks >= between ? between : power;
    }

    /// Which batch a block belongs to: one of [#BATCHES] in turn.
    static int batch(long block) {
        return (int) (block % BATCHES);
    }

    /// Looks from `first` blocks on, and one at `last`.
    static long count(long first, long last) {
        return 1 + LongStream.iterate(next(first - 1), look -> look < last, LookSchedule::next).count();
    }
}
