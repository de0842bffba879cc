package io.tailrace.random;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/// Owen-scrambled Sobol points.
///
/// Point i of a replicate is the exclusive-or of the direction numbers at the bits of i, scrambled in every coordinate
/// by a nested random permutation: each digit is permuted depending on the digits above it alone. A scrambled
/// coordinate is a pure function of (seed, replicate, point, dimension), uniform by itself, and the first 2^m points of
/// a replicate are still a net.
/// Source: directions of Joe & Kuo, "Constructing Sobol sequences with better two-dimensional projections" (2008), from
/// Commons Math. Scrambling of Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995), by an integer hash in
/// which a bit depends on lower ones only, taken backwards, after Laine & Karras, "Stratified sampling for stochastic
/// transparency" (2011), with the constants of Burley, "Practical hash-based Owen scrambling" (2020); the multiplication by a second
/// key between them keeps two coordinates of like first keys apart.
final class SobolPoints implements CubePoints {
    /// Coordinates beyond these of a path decide little.
    static final int DIMENSIONS = 256;

    private static final int BITS = 31;
    /// `[dimension][bit]` direction numbers with their bits reversed, as the hash wants them.
    private static final int[][] DIRECTIONS = directions();

    private final long seed;
    private final int[] key = new int[4];

    SobolPoints(long seed) {
        this.seed = seed;
    }

    /// Point 2^(k + 1) - 1 of the sequence, and no other, is numbered in Gray code by the single bit k.
    private static int[][] directions() {
        var sequence = new SobolSequenceGenerator(DIMENSIONS);
        var directions = new int[DIMENSIONS][BITS];
        for (int bit = 0; bit < BITS; bit++) {
            double[] point = sequence.skipTo((int) ((1L << (bit + 1)) - 1));
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                directions[dimension][bit] = Integer.reverse((int) (long) (point[dimension] * 0x1p32));
            }
        }
        return directions;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public void words(long replicate, int dimension, long first, int[] to) {
        int[] directions = DIRECTIONS[dimension];
        int lowest = Integer.numberOfTrailingZeros(to.length);
        int base = 0;
        for (int bit = lowest; bit < BITS; bit++) {
            base ^= directions[bit] & -(int) ((first >>> bit) & 1);
        }
        to[0] = base;
        for (int bit = 0; bit < lowest; bit++) {
            int half = 1 << bit;
            for (int i = 0; i < half; i++) {
                to[half + i] = to[i] ^ directions[bit];
            }
        }
        Philox.words(seed, replicate, Streams.SCRAMBLE, dimension, key);
        int shift = key[0];
        int factor = key[1] | 1;
        for (int i = 0; i < to.length; i++) {
            to[i] = Integer.reverse(scramble(to[i], shift, factor));
        }
    }

    /// A permutation of the words in which a bit of the result depends on that bit and lower ones.
    static int scramble(int word, int shift, int factor) {
        int x = word + shift;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x *= factor;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return x;
    }
}
