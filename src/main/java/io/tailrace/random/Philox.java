package io.tailrace.random;

/// Philox4x32-10: a keyed permutation of a 128-bit counter, so that a draw is a pure function of its address.
///
/// Domain: every seed, path, stream and quarter. The key is the seed; the counter words are (low half of path, high
/// half of path, quarter, stream), which no two addresses share.
/// Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
/// Why: published, with known answers and a clean BigCrush record; ten rounds are the authors' choice, seven pass.
/// Words are held in the low halves of longs because that is how lanes multiply 32 by 32 bits into 64.
public final class Philox {
    private static final long MASK = 0xFFFF_FFFFL;
    private static final long MULTIPLIER_0 = 0xD251_1F53L;
    private static final long MULTIPLIER_1 = 0xCD9E_8D57L;
    private static final long WEYL_0 = 0x9E37_79B9L;
    private static final long WEYL_1 = 0xBB67_AE85L;
    private static final int ROUNDS = 10;

    private Philox() {}

    /// Fills `four` with the words 0..3 of one stream of one path in one quarter; see [Streams] for what each is for.
    public static void words(long seed, long path, int stream, int quarter, int[] four) {
        block((int) path, (int) (path >>> 32), quarter, stream, (int) seed, (int) (seed >>> 32), four);
    }

    /// The permutation itself: counter words `c0..c3` under key words `k0, k1`.
    static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] four) {
        long x0 = c0 & MASK;
        long x1 = c1 & MASK;
        long x2 = c2 & MASK;
        long x3 = c3 & MASK;
        long key0 = k0 & MASK;
        long key1 = k1 & MASK;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = x0 * MULTIPLIER_0;
            long product1 = x2 * MULTIPLIER_1;
            x0 = (product1 >>> 32) ^ x1 ^ key0;
            x1 = product1 & MASK;
            x2 = (product0 >>> 32) ^ x3 ^ key1;
            x3 = product0 & MASK;
            key0 = (key0 + WEYL_0) & MASK;
            key1 = (key1 + WEYL_1) & MASK;
        }
        four[0] = (int) x0;
        four[1] = (int) x1;
        four[2] = (int) x2;
        four[3] = (int) x3;
    }
}
