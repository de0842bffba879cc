package io.tailrace.summary;

/// Moments of one column over one block, by a sum of fixed shape that scalar code and lanes give to the same bits.
///
/// With p the block's first counted value (the *pivot*), dᵢ = xᵢ − p where path i is counted and +0 where xᵢ is NaN:
/// - slot j of 8 sums, over the paths i ≡ j (mod 8) of the block in ascending i and from +0, the powers
///   dᵢ, dᵢ·dᵢ, (dᵢ·dᵢ)·dᵢ and (dᵢ·dᵢ)·(dᵢ·dᵢ), each product and sum rounded by itself (no fma);
/// - the eight slots of a power are folded as ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
/// - from the folded sums [#toMoments] goes on in scalars.
///
/// A path that is left out, or missing from a short block, adds +0, which changes no sum: masks need no branch.
/// Error: the pivot is one of the n ≤ 1,024 values, so it lies k ≤ √n standard deviations σ from their mean and
/// M2 ≥ k²σ², M4 ≥ max(k⁴, n)σ⁴. Moving the origin to the mean therefore costs M2 and M4 at most three of sixteen
/// digits, whatever the values; M3 likewise, against nσ³·max(1, k). Equal values give exactly 0.
public final class PivotSums {
    public static final int SLOTS = 8;

    private PivotSums() {}

    static Moments moments(double[] values, int paths) {
        int first = firstCounted(values, paths);
        if (first == paths) {
            return Moments.NONE;
        }
        double pivot = values[first];
        double[][] sums = new double[4][SLOTS]; // [power - 1][slot]
        long count = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            count += sumSlot(values, paths, pivot, slot, sums);
        }
        return toMoments(count, pivot, sums);
    }

    /// From n, the pivot and the slots of the four powers, `[power − 1][slot]`.
    public static Moments toMoments(long n, double pivot, double[][] sums) {
        return toMoments(n, pivot, fold(sums[0]), fold(sums[1]), fold(sums[2]), fold(sums[3]));
    }

    /// From n, the pivot and the sums of the first four powers of the deviations from it.
    static Moments toMoments(long n, double pivot, double s1, double s2, double s3, double s4) {
        double m = s1 / n;
        double m2 = s2 - s1 * m;
        double m3 = s3 - 3 * m * s2 + 2 * m * m * s1;
        double m4 = s4 - 4 * m * s3 + 6 * m * m * s2 - 3 * m * m * m * s1;
        return new Moments(n, pivot + m, Math.max(0, m2), m3, Math.max(0, m4));
    }

    public static double fold(double[] s) {
        return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
    }

    private static int firstCounted(double[] values, int paths) {
        int path = 0;
        while (path < paths && Double.isNaN(values[path])) {
            path++;
        }
        return path;
    }

    private static long sumSlot(double[] values, int paths, double pivot, int slot, double[][] sums) {
        long count = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int path = slot; path < paths; path += SLOTS) {
            double x = values[path];
            boolean counted = !Double.isNaN(x);
            double d = counted ? x - pivot : 0.0;
            double square = d * d;
            s1 += d;
            s2 += square;
            s3 += square * d;
            s4 += square * square;
            count += counted ? 1 : 0;
        }
        sums[0][slot] = s1;
        sums[1][slot] = s2;
        sums[2][slot] = s3;
        sums[3][slot] = s4;
        return count;
    }
}
