package io.tailrace.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Fits a [Curve.Piecewise] to a rising function on [-edge, edge], finer where it bends more, and constant beyond.
///
/// A stretch gets two pieces whose origins are its ends. Their cells are doubled in number until the error is
/// tolerable, and where that does not help, as at the all but sudden rise between two humps of a mixture, the stretch
/// is cut at its worst point.
final class CurveFit {
    private static final double TOLERANCE = 1e-7;
    /// How far from a break the function is asked, in units of `nearest`; breaks are known to 1e-14.
    private static final double INSET = 1e-7;
    private static final int FEWEST_CELLS = 128;
    private static final int MOST_CELLS = 1024;
    private static final int MOST_CUTS = 6;
    /// Where the error is measured inside a cell, between the points it goes through.
    ///
    /// Why: a smooth function is missed most near the ends of a cell, and about as much at both. Near the origin, where
    /// it may bend within a cell, more is asked; elsewhere one question in four is enough to pay for.
    private static final double[] PROBES = {0.125, 0.5, 0.875};

    private static final double[] ONE_PROBE = {0.125};
    private static final int CELLS_NEAR_ORIGIN = 8;

    private final DoubleUnaryOperator f;
    private final double edge;
    private final double nearest;
    private final double centre;
    private final double spread;
    private final List<CurvePiece> pieces = new ArrayList<>();

    /// @param nearest distance from a break within which the tolerance widens in proportion: few draws fall there
    CurveFit(DoubleUnaryOperator f, double edge, double nearest) {
        this.f = f;
        this.edge = edge;
        this.nearest = nearest;
        this.centre = finite(f.applyAsDouble(0));
        this.spread = finite(f.applyAsDouble(edge / 10) - f.applyAsDouble(-edge / 10));
    }

    void addStretch(double from, double to) {
        double inset = (to - from) * 1e-9;
        double low = f.applyAsDouble(from + inset);
        if (low == f.applyAsDouble(to - inset)) {
            pieces.add(CurvePiece.constant(from, low));
        } else {
            addRise(from, to, MOST_CUTS);
        }
    }

    Curve curve() {
        var all = new ArrayList<CurvePiece>();
        all.add(CurvePiece.constant(-edge, f.applyAsDouble(-edge)));
        all.addAll(pieces);
        all.add(CurvePiece.constant(edge, f.applyAsDouble(edge)));
        return CurvePiece.join(all);
    }

    private void addRise(double from, double to, int cuts) {
        double middle = from + (to - from) / 2;
        Fit left = fit(from, middle, from);
        Fit right = fit(middle, to, to);
        Fit worse = left.excess > right.excess ? left : right;
        double cut = worse.cut();
        if (worse.excess > 1 && cuts > 0 && cut > from && cut < to) {
            addRise(from, cut, cuts - 1);
            addRise(cut, to, cuts - 1);
        } else {
            pieces.add(left.piece);
            pieces.add(right.piece);
        }
    }

    private Fit fit(double from, double to, double origin) {
        int cells = FEWEST_CELLS;
        Fit fit = fit(from, to, origin, cells);
        while (fit.excess > 1 && cells < MOST_CELLS) {
            cells *= 2;
            fit = fit(from, to, origin, cells);
        }
        return fit;
    }

    /// Ends at the first cell that is not good enough where finer cells are to be tried anyway: most of the time goes
    /// into asking the function.
    private Fit fit(double from, double to, double origin, int cells) {
        var piece = CurvePiece.empty(from, to, origin, cells);
        double excess = 0;
        double worst = origin;
        double start = piece.at(f, 0, nearest * INSET);
        for (int cell = 0; cell < cells && (excess <= 1 || cells == MOST_CELLS); cell++) {
            start = piece.fit(cell, start, f, nearest * INSET);
            for (double fraction : cell < CELLS_NEAR_ORIGIN ? PROBES : ONE_PROBE) {
                double x = piece.x(cell + fraction);
                double exact = f.applyAsDouble(x);
                double error = Math.abs(piece.at(cell, fraction) - exact);
                double here = error / tolerance(exact, Math.abs(x - origin));
                if (here > excess) {
                    excess = here;
                    worst = x;
                }
            }
        }
        return new Fit(piece, excess, worst);
    }

    private double tolerance(double value, double distance) {
        double scale = spread + Math.abs(value - centre);
        return TOLERANCE * Math.max(1, nearest / distance) * (scale > 0 ? scale : Math.abs(value));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /// @param excess largest error over what is tolerable
    /// @param worst where it is
    private record Fit(CurvePiece piece, double excess, double worst) {
        /// The worst point; from one in the first cells a good way into the piece, on the scale of its logarithm, since
        /// there the function bends on every scale.
        double cut() {
            double distance = Math.abs(worst - piece.origin());
            double width = piece.to() - piece.from();
            boolean inFirstCells = distance < width * Math.pow(4.0 / piece.cells(), 2);
            double from = inFirstCells ? Math.sqrt(distance * width) : distance;
            return piece.origin() == piece.from() ? piece.from() + from : piece.to() - from;
        }
    }
}
