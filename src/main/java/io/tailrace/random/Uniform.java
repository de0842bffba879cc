package io.tailrace.random;

/// Maps a word to the middle of one of 2^32 equal cells of the unit interval.
///
/// Domain: every word. Error: none; the result has at most 33 significant bits.
/// Why: never 0 or 1, and `of(~word)` is exactly `1 - of(word)`. The sign bit is flipped so that the signed
/// conversion, the only one lanes have, orders the words as unsigned.
public final class Uniform {
    private static final double HALF_RANGE_AND_HALF_CELL = 0x1p31 + 0.5;

    private Uniform() {}

    /// (unsigned word + 1/2) / 2^32.
    public static double of(int word) {
        return ((double) (word ^ Integer.MIN_VALUE) + HALF_RANGE_AND_HALF_CELL) * 0x1p-32;
    }
}
