package io.tailrace.analysis;

import io.tailrace.random.NormalQuantile;
import io.tailrace.random.Philox;

/// Standard normal columns, a stream for each, as tests of analyses use them.
final class Normals {
    private Normals() {}

    static double[] of(int stream, int paths) {
        int[] words = new int[4];
        double[] normals = new double[paths];
        for (int path = 0; path < paths; path++) {
            Philox.words(5, path, stream, 1, words);
            normals[path] = NormalQuantile.of(words[0]);
        }
        return normals;
    }

    /// With that correlation to `x`.
    static double[] correlated(double[] x, double correlation, int stream) {
        double[] own = of(stream, x.length);
        for (int path = 0; path < own.length; path++) {
            own[path] = correlation * x[path] + Math.sqrt(1 - correlation * correlation) * own[path];
        }
        return own;
    }
}
