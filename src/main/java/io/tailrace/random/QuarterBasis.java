package io.tailrace.random;

import java.util.Arrays;

/// Makes the normals of a shock in all quarters from as many others, the first of which decide most of its path.
///
/// Score k weighs quarter t by 2 / √(2T + 1) · cos((2k - 1)(2t - 1)π / (4T + 2)): the principal components of a random
/// walk's path, written for its steps. The matrix is orthogonal, so independent standard normals stay so.
/// Error: rows are orthonormal to 1e-15; sums are in float, like the normals themselves.
/// Source: Acworth, Broadie & Glasserman, "A comparison of some Monte Carlo and quasi Monte Carlo techniques for option
/// pricing" (1998); the walk's eigenvectors are those of Åkesson & Lehoczky (2000).
final class QuarterBasis {
    private static final int TERMS = 12;

    /// `[t - 1][k - 1]`
    private final float[][] weights;

    QuarterBasis(int quarters) {
        weights = new float[quarters][quarters];
        int period = 4 * (2 * quarters + 1);
        double length = 2 / Math.sqrt(2 * quarters + 1);
        for (int t = 1; t <= quarters; t++) {
            for (int k = 1; k <= quarters; k++) {
                weights[t - 1][k - 1] = (float) (length * cosine((2 * k - 1) * (2 * t - 1) % period, period));
            }
        }
    }

    /// Fills `normals` `[t][path]`, t = 1 … T, from `scores` `[k - 1][path]`.
    void combine(float[][] scores, float[][] normals) {
        for (int t = 1; t <= weights.length; t++) {
            float[] to = normals[t];
            Arrays.fill(to, 0);
            for (int k = 0; k < scores.length; k++) {
                add(weights[t - 1][k], scores[k], to);
            }
        }
    }

    private static void add(float weight, float[] score, float[] to) {
        for (int path = 0; path < to.length; path++) {
            to[path] = Math.fma(weight, score[path], to[path]);
        }
    }

    float weight(int t, int k) {
        return weights[t - 1][k - 1];
    }

    /// cos(2π n / period), 0 ≤ n < period, period a multiple of 4: by symmetry from the first quadrant, there by Taylor.
    static double cosine(int n, int period) {
        int folded = Math.min(n, period - n);
        if (folded > period / 4) {
            return -cosine(period / 2 - folded, period);
        }
        double x = 2 * Math.PI * folded / period;
        double square = x * x;
        double sum = 1;
        for (int term = TERMS; term >= 1; term--) {
            sum = Math.fma(-square / (2.0 * term * (2.0 * term - 1)), sum, 1);
        }
        return sum;
    }
}
