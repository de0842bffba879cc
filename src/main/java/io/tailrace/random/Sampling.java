package io.tailrace.random;

import java.util.Set;

/// How the draws of a run are made. Whatever the kind, a draw is a pure function of the sampling and its address.
///
/// Why: the scalar model and the lanes ask the same sampling, each in its own shape, so that a new kind of sampling is
/// a kind here and nothing in the model.
public sealed interface Sampling {
    /// Key of the random numbers; every seed, 0 included, is a seed.
    long seed();

    /// Fills `four` with words 0 to 3 of a stream of a path in a quarter.
    void words(long path, int stream, int quarter, int[] four);

    /// Independent paths, plain Monte Carlo.
    record Plain(long seed) implements Sampling {
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
    record PickFreeze(long seed, long otherSeed, Set<DrawAddress> replaced) implements Sampling {
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
}
