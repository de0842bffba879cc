package io.tailrace.kernel;

import static jdk.incubator.vector.VectorOperators.GE;

import io.tailrace.plan.Curve;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// Values of a [Curve] at standard normals, lane by lane.
final class LaneCurve {
    private LaneCurve() {}

    /// Fills `to` with the curve's values at `normals`.
    static void values(Curve curve, double[] normals, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            value(curve, Lanes.load(normals, i), to, i);
        }
    }

    private static void value(Curve curve, DoubleVector x, double[] to, int i) {
        switch (curve) {
            case Curve.Constant c -> Lanes.all(c.value()).intoArray(to, i);
            case Curve.Affine c -> x.mul(c.standardDeviation()).add(c.mean()).intoArray(to, i);
            case Curve.Exponential c -> LaneMath.exp(x.mul(c.sigma()).add(c.logMedian())).intoArray(to, i);
            case Curve.Piecewise c -> piecewise(c, x, to, i);
        }
    }

    /// The twin of [Curve.Piecewise#at]; cells are looked up path by path, the arithmetic is in lanes.
    private static void piecewise(Curve.Piecewise c, DoubleVector x, double[] to, int i) {
        int[] piece = new int[Lanes.COUNT];
        for (double b : c.breaks()) {
            var beyond = x.compare(GE, b);
            for (int lane = 0; lane < piece.length; lane++) {
                piece[lane] += beyond.laneIsSet(lane) ? 1 : 0;
            }
        }
        double[] gathered = new double[Lanes.COUNT];
        DoubleVector origin = gather(c.origin(), piece, gathered);
        DoubleVector scale = gather(c.scale(), piece, gathered);
        DoubleVector w = x.sub(origin).abs().lanewise(VectorOperators.SQRT).mul(scale);
        double[] position = w.toArray();
        int[] index = new int[Lanes.COUNT];
        for (int lane = 0; lane < index.length; lane++) {
            int cell = Math.min((int) position[lane], c.cells()[piece[lane]] - 1);
            position[lane] = position[lane] - cell;
            index[lane] = c.firstCell()[piece[lane]] + cell;
        }
        DoubleVector fraction = Lanes.load(position, 0);
        DoubleVector value = gather(c.coefficients()[3], index, gathered);
        for (int degree = 2; degree >= 0; degree--) {
            value = value.fma(fraction, gather(c.coefficients()[degree], index, gathered));
        }
        value.intoArray(to, i);
    }

    private static DoubleVector gather(double[] table, int[] index, double[] room) {
        for (int lane = 0; lane < index.length; lane++) {
            room[lane] = table[index[lane]];
        }
        return Lanes.load(room, 0);
    }
}
