package io.tailrace.plan;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Cubics on [from, to), in cells that are equal in the root of the distance from `origin`, one of the two ends.
///
/// Shape: `coefficients[degree][cell]`.
record CurvePiece(double from, double to, double origin, double[][] coefficients) {
    /// Cells that rise by less than this, relative to their value, are straight: rounding would bend them out of bounds.
    private static final double FLAT = 1e-9;

    static CurvePiece constant(double from, double value) {
        return new CurvePiece(from, from, from, new double[][]{{value}, {0}, {0}, {0}});
    }

    static CurvePiece empty(double from, double to, double origin, int cells) {
        return new CurvePiece(from, to, origin, new double[4][cells]);
    }

    /// Lays a cell through `f`, which rises, and is asked no nearer to the ends than `inset`, since it may be infinite
    /// there.
    ///
    /// @param start what `f` is at the start of the cell, as the cell before it returned it
    /// @return the same at its end
    double fit(int cell, double start, DoubleUnaryOperator f, double inset) {
        double end = at(f, cell + 1, inset);
        double[] cubic = rising(start, at(f, cell + 1.0 / 3, inset), at(f, cell + 2.0 / 3, inset), end);
        for (int degree = 0; degree < 4; degree++) {
            coefficients[degree][cell] = cubic[degree];
        }
        return end;
    }

    /// `f` where so many cells from the origin are passed.
    double at(DoubleUnaryOperator f, double cellsFromOrigin, double inset) {
        double margin = Math.min(inset, (to - from) / 1000);
        return f.applyAsDouble(Math.clamp(x(cellsFromOrigin), from + margin, to - margin));
    }

    /// Through the points at fractions 0, 1/3, 2/3, 1 of the cell, so that neighbours meet. Where that cubic would turn
    /// back it is made flat at the start, which is all it takes where a smooth function is seen in the root of the
    /// distance, and else a straight line.
    private static double[] rising(double y0, double y1, double y2, double y3) {
        double rise = y3 - y0;
        double c1 = 9 * (y1 - y0) - 4.5 * (y2 - y0) + rise;
        double c2 = -22.5 * (y1 - y0) + 18 * (y2 - y0) - 4.5 * rise;
        double c3 = 13.5 * (y1 - y0) - 13.5 * (y2 - y0) + 4.5 * rise;
        if (!Double.isFinite(c1 + c2 + c3)) {
            throw new IllegalStateException(
                    "a distribution's quantile is " + y0 + " to " + y3 + " where it must be finite");
        }
        if (Math.abs(rise) < FLAT * Math.abs(y0)) {
            return new double[]{y0, rise, 0, 0};
        }
        if (rises(rise, c1, c2, c3)) {
            return new double[]{y0, c1, c2, c3};
        }
        return rises(rise, 0, rise - c3, c3)
                ? new double[]{y0, 0, rise - c3, c3}
                : new double[]{y0, rise, 0, 0};
    }

    /// Whether the slope c1 + 2 c2 x + 3 c3 x² has the sign of `rise` on all of [0, 1].
    private static boolean rises(double rise, double c1, double c2, double c3) {
        double sign = Math.signum(rise);
        double turning = c3 == 0 ? 0 : Math.clamp(-c2 / (3 * c3), 0, 1);
        return sign * c1 >= 0
                && sign * (c1 + 2 * c2 + 3 * c3) >= 0
                && sign * (c1 + turning * (2 * c2 + turning * 3 * c3)) >= 0;
    }

    static Curve.Piecewise join(List<CurvePiece> pieces) {
        int n = pieces.size();
        double[] breaks = new double[n - 1];
        double[] origin = new double[n];
        double[] scale = new double[n];
        int[] firstCell = new int[n];
        int[] cells = new int[n];
        double[][] coefficients = new double[4][pieces.stream().mapToInt(CurvePiece::cells).sum()];
        for (int p = 0; p < n; p++) {
            CurvePiece piece = pieces.get(p);
            origin[p] = piece.origin;
            scale[p] = piece.cellsPerRoot();
            cells[p] = piece.cells();
            if (p > 0) {
                breaks[p - 1] = piece.from;
                firstCell[p] = firstCell[p - 1] + cells[p - 1];
            }
            for (int degree = 0; degree < 4; degree++) {
                System.arraycopy(piece.coefficients[degree], 0, coefficients[degree], firstCell[p], cells[p]);
            }
        }
        return new Curve.Piecewise(breaks, origin, scale, firstCell, cells, coefficients);
    }

    int cells() {
        return coefficients[0].length;
    }

    private double cellsPerRoot() {
        return from == to ? 0 : cells() / Math.sqrt(to - from);
    }

    /// Where `cellsFromOrigin` cells are passed.
    double x(double cellsFromOrigin) {
        double root = cellsFromOrigin * Math.sqrt(to - from) / cells();
        return origin == from ? from + root * root : to - root * root;
    }

    double at(int cell, double fraction) {
        double value = coefficients[3][cell];
        for (int degree = 2; degree >= 0; degree--) {
            value = Math.fma(value, fraction, coefficients[degree][cell]);
        }
        return value;
    }
}
