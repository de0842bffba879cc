package io.tailrace.random;

/// exp, log and the logistic function, free of branches and with the same bits on every machine and lane width.
///
/// Error: at most 1.1 ulp (exp), 0.83 ulp (log), 2.5 ulp (logistic), the largest over 40 million points each.
/// Source: argument reduction after Cody & Waite (1980) and, for log, after FdLibm's `e_log.c`; polynomials are own
/// minimax fits by `src/test/resources/random/exp-log.py`.
/// Why: `Math.exp` and the vector API's may differ in the last bits between machines and widths; fma does not.
/// Even and odd powers go in two chains so that they overlap in the pipeline.
public final class Elementary {
    /// Largest magnitude of an exponent: results stay normal numbers, 1e-304 to 1e304.
    static final double LARGEST_EXPONENT = 700;

    /// Adding it rounds to an integer, which is then found in the lowest bits; 1.5 * 2^52.
    private static final double ROUNDER = 0x1.8p52;

    private static final long ROUNDER_BITS = 0x4338_0000_0000_0000L;

    private static final double LOG2_E = 0x1.71547652b82fep0; // 1.4426950408889634

    /// The first 40 bits of ln 2, so that multiples of it are exact, and the rest.
    private static final double LN2_HIGH = 0x1.62e42fefa2p-1; // 0.69314718055920821

    private static final double LN2_LOW = 0x1.9ef35793c7673p-41; // 7.3710025651677989e-13

    private static final double E2 = 0x1.000000000000ap-1; // 0.50000000000000106
    private static final double E3 = 0x1.55555555554fap-3; // 0.16666666666666413
    private static final double E4 = 0x1.5555555550889p-5; // 0.041666666666530245
    private static final double E5 = 0x1.1111111127aaep-7; // 0.0083333333334939211
    private static final double E6 = 0x1.6c16c18426f5p-10; // 0.0013888888943602469
    private static final double E7 = 0x1.a01a012abdfeap-13; // 0.00019841269507714305
    private static final double E8 = 0x1.a0199a15c08d4p-16; // 2.4801493132117099e-5
    private static final double E9 = 0x1.71df24770ffd3p-19; // 2.7557585400572547e-6
    private static final double E10 = 0x1.28ad6974a9291p-22; // 2.7630235103552798e-7
    private static final double E11 = 0x1.ad80b8e7c9bcdp-26; // 2.5000354591339776e-8

    /// Bits of the square root of 1/2, where mantissas begin.
    private static final long ROOT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;

    private static final double L1 = 0x1.5555555555592p-1; // 0.66666666666667342
    private static final double L2 = 0x1.999999997fee5p-2; // 0.39999999999416351
    private static final double L3 = 0x1.24924941e0f34p-2; // 0.28571428742019411
    private static final double L4 = 0x1.c71c521628f8ep-3; // 0.22222198610426997
    private static final double L5 = 0x1.74663c5a3b517p-3; // 0.18183562422147111
    private static final double L6 = 0x1.39a1faf902832p-3; // 0.15314098427217144
    private static final double L7 = 0x1.2f02ebd46c645p-3; // 0.14795479051604069

    private Elementary() {}

    /// e^x.
    ///
    /// Domain: every x, taken as -700 below and 700 above; NaN gives NaN. Exactly 1 at 0.
    public static double exp(double x) {
        double inside = Math.min(Math.max(x, -LARGEST_EXPONENT), LARGEST_EXPONENT);
        double shifted = Math.fma(inside, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, inside));
        double square = r * r;
        double even = Math.fma(square, E10, E8);
        double odd = Math.fma(square, E11, E9);
        even = Math.fma(square, even, E6);
        odd = Math.fma(square, odd, E7);
        even = Math.fma(square, even, E4);
        odd = Math.fma(square, odd, E5);
        even = Math.fma(square, even, E2);
        odd = Math.fma(square, odd, E3);
        double mantissa = 1 + Math.fma(square, Math.fma(r, odd, even), r);
        long exponent = Double.doubleToRawLongBits(shifted) << 52;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(mantissa) + exponent);
    }

    /// The natural logarithm.
    ///
    /// Domain: positive normal numbers; nothing is promised elsewhere. Exactly 0 at 1.
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = (bits - ROOT_HALF_BITS) >> 52;
        double n = Double.longBitsToDouble(exponent + ROUNDER_BITS) - ROUNDER;
        double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1;
        double s = f / (2 + f);
        double square = s * s;
        double fourth = square * square;
        double even = Math.fma(fourth, L6, L4);
        double odd = Math.fma(fourth, L7, L5);
        even = Math.fma(fourth, even, L2);
        odd = Math.fma(fourth, odd, L3);
        odd = Math.fma(fourth, odd, L1);
        double rest = Math.fma(square, odd, fourth * even);
        double half = 0.5 * f * f;
        double correction = half - Math.fma(s, half + rest, n * LN2_LOW);
        return Math.fma(n, LN2_HIGH, f - correction);
    }

    /// The smaller of two numbers that are not NaN.
    ///
    /// Why: one comparison and one choice in lanes, where `Math.min` must also order zeros and pass NaN on.
    public static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    /// The larger of two numbers that are not NaN.
    public static double larger(double a, double b) {
        return a > b ? a : b;
    }

    /// 1 / (1 + e^-x).
    ///
    /// Domain: as [#exp]; strictly positive, and exactly 1 from about 37 on. Exactly 1/2 at 0.
    public static double logistic(double x) {
        return 1 / (1 + exp(-x));
    }
}
