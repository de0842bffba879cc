package io.tailrace.random;

import java.util.stream.IntStream;

/// Random orders, as functions of seed and number.
public final class Permutation {
    private Permutation() {}

    /// Of 0 to n - 1, each order equally likely up to 2⁻³² n.
    ///
    /// Source: Fisher & Yates, Statistical Tables (1938).
    public static int[] of(long seed, long number, int n) {
        int[] order = IntStream.range(0, n).toArray();
        int[] words = new int[4];
        for (int i = n - 1; i > 0; i--) {
            Philox.words(seed, number, Streams.ORDER, i, words);
            int j = (int) (Uniform.of(words[0]) * (i + 1));
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
