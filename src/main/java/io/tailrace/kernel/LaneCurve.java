package io.tailrace.kernel;

import io.tailrace.plan.Curve;
import java.util.Arrays;

/// Values of a [Curve] at the standard normals of a tile.
final class LaneCurve {
    private LaneCurve() {}

    /// Fills `to` with the curve's values at `normals`.
    static void values(Curve curve, double[] normals, double[] to) {
        switch (curve) {
            case Curve.Constant c -> Arrays.fill(to, c.value());
            case Curve.Affine c -> affine(c, normals, to);
            case Curve.Exponential c -> exponential(c, normals, to);
            case Curve.Piecewise c -> piecewise(c, normals, to);
        }
    }

    private static void affine(Curve.Affine c, double[] normals, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            Lanes.load(normals, i).mul(c.standardDeviation()).add(c.mean()).intoArray(to, i);
        }
    }

    private static void exponential(Curve.Exponential c, double[] normals, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            LaneMath.exp(Lanes.load(normals, i).mul(c.sigma()).add(c.logMedian())).intoArray(to, i);
        }
    }

    /// Path by path: nearly all of it is looking up cells, which lanes do no faster.
    private static void piecewise(Curve.Piecewise c, double[] normals, double[] to) {
        for (int path = 0; path < Tile.PATHS; path++) {
            to[path] = c.at(normals[path]);
        }
    }
}
