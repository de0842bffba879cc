package io.tailrace.random;

import java.util.List;
import java.util.Set;

/// How the draws of a run are made. Whatever the kind, a draw is a pure function of the sampling and its address.
///
/// Why: the scalar model and the lanes ask the same sampling, each in its own shape, so that a new kind of sampling is
/// a kind here and nothing in the model.
public sealed interface Sampling {
    /// Key of the random numbers; every seed, 0 included, is a seed.
    long seed();

    /// Samplings whose draws are words at addresses: each is drawn by itself, at no other's cost.
    sealed interface ByWords extends Sampling {
        /// Fills `four` with words 0 to 3 of a stream of a path in a quarter.
        void words(long path, int stream, int quarter, int[] four);
    }

    /// Samplings whose draws hang together, and are made for a few paths at once.
    sealed interface ByTable extends Sampling {}

    /// Independent paths, plain Monte Carlo.
    record Plain(long seed) implements ByWords {
        @Override
        public void words(long path, int stream, int quarter, int[] four) {
            Philox.words(seed, path, stream, quarter, four);
        }
    }

    /// Plain paths of which some draws are made under another seed.
    ///
    /// Path N is path N of `Plain(seed)` but for the draws in `replaced`, which are those of path N of
    /// `Plain(otherSeed)`. With nothing replaced it is the one, with everything replaced the other.
    /// Source: the pick-freeze scheme of Sobol', "Sensitivity estimates for nonlinear mathematical models" (1993).
    record PickFreeze(long seed, long otherSeed, Set<DrawAddress> replaced) implements ByWords {
        public PickFreeze {
            replaced = Set.copyOf(replaced);
        }

        @Override
        public void words(long path, int stream, int quarter, int[] four) {
            var other = new int[4];
            Philox.words(otherSeed, path, stream, quarter, other);
            Philox.words(seed, path, stream, quarter, four);
            for (int word = 0; word < 4; word++) {
                four[word] = replaces(stream, word) ? other[word] : four[word];
            }
        }

        public boolean replaces(int stream, int word) {
            return replaced.contains(new DrawAddress(stream, word));
        }
    }

    /// Paths of which most are drawn by other laws than the model's, under which a rare event is less rare.
    ///
    /// Of sixteen consecutive paths four are plain, or all where there is no tilt, and the others shared among the
    /// tilts. Each path counts with its [PathWeights].
    record Tilted(long seed, List<Tilt> tilts) implements ByTable {
        /// Paths in which every law has its share.
        public static final int PERIOD = 16;
        private static final int PLAIN = 4;

        public Tilted {
            tilts = List.copyOf(tilts);
            if (tilts.size() > PERIOD - PLAIN) {
                throw new IllegalArgumentException(tilts.size() + " tilts are too many");
            }
        }

        /// Which of the tilts a path is drawn by, −1 for the model's law.
        int lawOf(long path) {
            int place = (int) (path & (PERIOD - 1)) - PLAIN;
            return tilts.isEmpty() || place < 0 ? -1 : place * tilts.size() / (PERIOD - PLAIN);
        }

        /// Share of the paths that are plain.
        double plainShare() {
            return tilts.isEmpty() ? 1 : (double) PLAIN / PERIOD;
        }

        /// Share of the paths that a tilt draws.
        double share(int tilt) {
            int paths = 0;
            for (int path = 0; path < PERIOD; path++) {
                paths += lawOf(path) == tilt ? 1 : 0;
            }
            return (double) paths / PERIOD;
        }
    }

    /// Points that fill the unit cube more evenly than chance does, in replicates that are independent of each other.
    ///
    /// Paths 0 to n - 1 are the first replicate, n to 2n - 1 the second, …, n = `points`, a power of two. Within a
    /// replicate points hang together, so only the spread of replicates tells an estimate's error.
    ///
    /// @param points in a replicate, a power of two, 1,024 to 2^30
    /// @param design what the points are
    record QuasiRandom(long seed, long points, Design design) implements ByTable {
        /// Fewer replicates than this say too little about the error.
        public static final int FEWEST_REPLICATES = 16;
        public static final long FEWEST_POINTS = 1024;
        private static final long MOST_POINTS = 1L << 30;

        public enum Design {
            SOBOL("sobol", "scrambled Sobol points"), LATIN_HYPERCUBE("latin-hypercube", "Latin hypercubes");

            private final String key;
            private final String text;

            Design(String key, String text) {
                this.key = key;
                this.text = text;
            }

            /// Name in scenarios, on the command line and in manifests.
            public String key() {
                return key;
            }

            public String text() {
                return text;
            }
        }

        public QuasiRandom {
            if (points < FEWEST_POINTS || points > MOST_POINTS || Long.bitCount(points) != 1) {
                throw new IllegalArgumentException(points + " points are no power of two from 2^10 to 2^30");
            }
        }

        /// Replicates as large as leave sixteen of them in a run of so many paths.
        public static QuasiRandom forRunOf(long paths, long seed, Design design) {
            long points = Long.highestOneBit(Math.max(paths / FEWEST_REPLICATES, FEWEST_POINTS));
            return new QuasiRandom(seed, Math.min(points, MOST_POINTS), design);
        }

        /// So many paths rounded up to whole replicates, at least sixteen.
        public long wholeReplicates(long paths) {
            return Math.max(FEWEST_REPLICATES, Math.ceilDiv(paths, points)) * points;
        }

        CubePoints cubePoints() {
            return switch (design) {
                case SOBOL -> new SobolPoints(seed);
                case LATIN_HYPERCUBE -> new LatinHypercube(seed, points);
            };
        }
    }
}
