package io.tailrace.random;

/// Standard normal from one word by the inverse distribution function, in float arithmetic.
///
/// Domain: every word, read as the probability p = (unsigned word + 1/2) / 2^32; results lie within ±6.34.
/// Error: at most 4.7e-7 absolute over all words, 3.0e-7 within ±4, 2.1e-7 within ±2 (rounding to float alone costs
/// 2.4e-7 beyond ±4). Non-decreasing in the unsigned word, and `of(~word)` is exactly `-of(word)`, so that every odd
/// moment over all words is 0.
/// Source: own fit of the inverse error function, see [NormalQuantileTable]; the idea of one polynomial per binary
/// octave of the tail probability is that of Lee, Luk, Villasenor & Cheung, "A Gaussian noise generator for
/// hardware-based simulations" (IEEE Transactions on Computers 53, 2004).
/// Why: one word, no logarithm, no root and no branch; the tail is resolved to the last word.
public final class NormalQuantile {
    /// The largest float below 2^31, so that no distance rounds up into a 33rd octave.
    private static final int LARGEST_DISTANCE = 0x7FFF_FF80;

    private static final int MANTISSA = 0x007F_FFFF;
    private static final int EXPONENT_OF_ONE = 0x3F80_0000;
    /// Biased exponent of 1/2, the smallest distance from the tail.
    private static final int FIRST_EXPONENT = 126;

    private static final float[] C0 = NormalQuantileTable.ofDegree(0);
    private static final float[] C1 = NormalQuantileTable.ofDegree(1);
    private static final float[] C2 = NormalQuantileTable.ofDegree(2);
    private static final float[] C3 = NormalQuantileTable.ofDegree(3);
    private static final float[] C4 = NormalQuantileTable.ofDegree(4);
    private static final float[] C5 = NormalQuantileTable.ofDegree(5);
    private static final float[] C6 = NormalQuantileTable.ofDegree(6);
    private static final float[] C7 = NormalQuantileTable.ofDegree(7);

    private NormalQuantile() {}

    /// The value below which a standard normal falls with probability (unsigned word + 1/2) / 2^32.
    public static float of(int word) {
        int cells = word ^ (word >> 31);
        float distance = (float) Math.min(cells, LARGEST_DISTANCE) + 0.5f;
        int bits = Float.floatToRawIntBits(distance);
        int octave = (bits >>> 23) - FIRST_EXPONENT;
        float u = Float.intBitsToFloat((bits & MANTISSA) | EXPONENT_OF_ONE) - 1.5f;
        float z = C7[octave];
        z = Math.fma(z, u, C6[octave]);
        z = Math.fma(z, u, C5[octave]);
        z = Math.fma(z, u, C4[octave]);
        z = Math.fma(z, u, C3[octave]);
        z = Math.fma(z, u, C2[octave]);
        z = Math.fma(z, u, C1[octave]);
        z = Math.fma(z, u, C0[octave]);
        return Float.intBitsToFloat(Float.floatToRawIntBits(z) ^ (word & Integer.MIN_VALUE));
    }
}
