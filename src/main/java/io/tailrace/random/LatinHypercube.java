package io.tailrace.random;

/// Latin hypercube points: in every coordinate each of n equal cells holds one point of a replicate, anywhere in it.
///
/// Source: McKay, Beckman & Conover, "A comparison of three methods for selecting values of input variables" (1979). The
/// permutation of a coordinate is a keyed bijection of 0 … n - 1, n a power of two, built of multiplications by odd
/// numbers and exclusive-ors with shifted copies, in the manner of Kensler, "Correlated multi-jittered sampling" (2013),
/// so that any point is found without the others.
final class LatinHypercube implements CubePoints {
    private static final int ROUNDS = 4;

    private final long seed;
    private final int bits;
    private final int[] four = new int[4];

    LatinHypercube(long seed, long points) {
        this.seed = seed;
        bits = Long.numberOfTrailingZeros(points);
    }

    @Override
    public int dimensions() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void words(long replicate, int dimension, long first, int[] to) {
        Philox.words(seed, replicate, Streams.SCRAMBLE, dimension, four);
        int key0 = four[0];
        int key1 = four[1];
        int jitter0 = four[2];
        int jitter1 = four[3];
        for (int i = 0; i < to.length; i++) {
            int point = (int) first + i;
            int within = mix((point * 0x9E37_79B1) ^ jitter0) + jitter1;
            to[i] = (permuted(point, key0, key1, bits) << (32 - bits)) | (mix(within) >>> bits);
        }
    }

    /// A bijection of the numbers below 2^bits, another one for every pair of keys.
    static int permuted(int point, int key0, int key1, int bits) {
        int mask = (1 << bits) - 1;
        int half = (bits + 1) / 2;
        int x = point;
        for (int round = 0; round < ROUNDS; round++) {
            int key = mix(key0 + round * key1);
            x = (x + key) & mask;
            x ^= x >>> half;
            x = (x * (mix(key + 0x9E37_79B9) | 1)) & mask;
            x ^= x >>> half;
        }
        return x;
    }

    /// Spreads every bit over the word; the finaliser of MurmurHash3 (Appleby).
    private static int mix(int word) {
        int x = word;
        x = (x ^ (x >>> 16)) * 0x85eb_ca6b;
        x = (x ^ (x >>> 13)) * 0xc2b2_ae35;
        return x ^ (x >>> 16);
    }
}
