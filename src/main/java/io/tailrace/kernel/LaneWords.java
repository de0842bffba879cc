package io.tailrace.kernel;

import io.tailrace.random.Sampling;
import java.util.stream.IntStream;

/// The words of a sampling for a tile of paths; lane twin of [Sampling.ByWords#words], asked once a stream and quarter.
@FunctionalInterface
interface LaneWords {
    /// Fills `words` `[word][path]` with words 0 to 3 of the paths `firstPath` … of a tile.
    void fill(long firstPath, int stream, int quarter, int[][] words);

    static LaneWords of(Sampling.ByWords sampling) {
        return switch (sampling) {
            case Sampling.Plain plain -> {
                long seed = plain.seed();
                yield (first, stream, quarter, words) -> LaneRandom.words(seed, first, stream, quarter, words);
            }
            case Sampling.PickFreeze pick -> new Picked(pick);
        };
    }

    /// A stream of which all words or none are replaced is drawn once, a mixed one twice.
    final class Picked implements LaneWords {
        private final Sampling.PickFreeze pick;
        private final int[][] other = new int[4][Tile.PATHS];

        Picked(Sampling.PickFreeze pick) {
            this.pick = pick;
        }

        @Override
        public void fill(long firstPath, int stream, int quarter, int[][] words) {
            int[] replaced = IntStream.range(0, 4).filter(word -> pick.replaces(stream, word)).toArray();
            long first = replaced.length == 4 ? pick.otherSeed() : pick.seed();
            LaneRandom.words(first, firstPath, stream, quarter, words);
            if (replaced.length > 0 && replaced.length < 4) {
                LaneRandom.words(pick.otherSeed(), firstPath, stream, quarter, other);
                for (int word : replaced) {
                    System.arraycopy(other[word], 0, words[word], 0, Tile.PATHS);
                }
            }
        }
    }
}
