package io.tailrace.plan;

import static io.tailrace.plan.Law.STANDARD_NORMAL;

import io.tailrace.scenario.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Compiles distributions into [Curve]s.
final class Curves {
    private static final int CELLS = 128;
    /// Two breaks closer than this are one.
    private static final double NARROWEST = 1e-9;

    private Curves() {}

    static Curve of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Constant d -> new Curve.Constant(d.value());
            case Distribution.Normal d -> new Curve.Affine(d.mean(), d.standardDeviation());
            case Distribution.Lognormal d -> new Curve.Exponential(Math.log(d.median()), d.sigma());
            default -> {
                Law law = Law.of(distribution);
                yield piecewise(x -> quantileAtNormal(law, x), breaks(law), Curve.EDGE);
            }
        };
    }

    /// Mean over the distribution, by the midpoint rule in probability; exact closed forms are used where the caller has them.
    static double mean(Distribution distribution) {
        Law law = Law.of(distribution);
        int n = 1 << 16;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += law.quantile((i + 0.5) / n, (n - i - 0.5) / n);
        }
        return sum / n;
    }

    static double median(Distribution distribution) {
        return Law.of(distribution).quantile(0.5, 0.5);
    }

    /// √(dof / χ²) as a function of the standard normal that draws χ²: the common scale of a quarter's Student t shocks.
    static Curve studentScale(double degreesOfFreedom) {
        var chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
        return piecewise(
                x -> {
                    double u = STANDARD_NORMAL.cumulativeProbability(x);
                    double value = u < 0.5
                            ? chiSquared.inverseCumulativeProbability(u)
                            : chiSquared.inverseSurvivalProbability(STANDARD_NORMAL.survivalProbability(x));
                    return Math.sqrt(degreesOfFreedom / value);
                },
                List.of(),
                Curve.EDGE);
    }

    /// Φ⁻¹(T(y)) as a function of s = y / √(1 + y²/dof), which runs over (-√dof, √dof): a Student t made standard normal.
    static Curve studentToNormal(double degreesOfFreedom) {
        var student = TDistribution.of(degreesOfFreedom);
        double edge = Math.sqrt(degreesOfFreedom);
        return piecewise(
                s -> {
                    double magnitude = Math.min(Math.abs(s), edge * (1 - 1e-12));
                    double y = magnitude / Math.sqrt(1 - magnitude * magnitude / degreesOfFreedom);
                    double z = STANDARD_NORMAL.inverseSurvivalProbability(student.survivalProbability(y));
                    return s < 0 ? -z : z;
                },
                List.of(),
                edge);
    }

    private static double quantileAtNormal(Law law, double x) {
        return law.quantile(STANDARD_NORMAL.cumulativeProbability(x), STANDARD_NORMAL.survivalProbability(x));
    }

    /// Normal positions of the law's atoms and kinks.
    private static List<Double> breaks(Law law) {
        var breaks = new TreeSet<Double>();
        for (double special : law.specials()) {
            for (double u : new double[] {law.cdfBelow(special), law.cdf(special)}) {
                double x = STANDARD_NORMAL.inverseCumulativeProbability(Math.clamp(u, 0, 1));
                if (Math.abs(x) < Curve.EDGE) {
                    breaks.add(x);
                }
            }
        }
        return separated(breaks);
    }

    private static List<Double> separated(Iterable<Double> breaks) {
        var kept = new ArrayList<Double>();
        for (double x : breaks) {
            if (kept.isEmpty() || x - kept.getLast() > NARROWEST) {
                kept.add(x);
            }
        }
        return kept;
    }

    /// Each stretch between breaks becomes one constant piece, or two pieces with their origins at its two ends.
    private static Curve piecewise(DoubleUnaryOperator f, List<Double> breaks, double edge) {
        var pieces = new ArrayList<Piece>();
        double from = -edge;
        for (int i = 0; i <= breaks.size(); i++) {
            double to = i < breaks.size() ? breaks.get(i) : edge;
            addStretch(pieces, f, from, to);
            from = to;
        }
        return join(pieces);
    }

    private static void addStretch(List<Piece> pieces, DoubleUnaryOperator f, double from, double to) {
        double inset = (to - from) * 1e-9;
        double low = f.applyAsDouble(from + inset);
        double high = f.applyAsDouble(to - inset);
        if (low == high) {
            pieces.add(new Piece(from, to, from, new double[][] {{low}, {0}, {0}, {0}}));
            return;
        }
        double middle = from + (to - from) / 2;
        pieces.add(Piece.of(f, from, middle, from));
        pieces.add(Piece.of(f, middle, to, to));
    }

    private static Curve join(List<Piece> pieces) {
        int n = pieces.size();
        int total = pieces.stream().mapToInt(Piece::cells).sum();
        double[] breaks = new double[n - 1];
        double[] origin = new double[n];
        double[] scale = new double[n];
        int[] firstCell = new int[n];
        int[] cells = new int[n];
        double[][] coefficients = new double[4][total];
        int next = 0;
        for (int p = 0; p < n; p++) {
            Piece piece = pieces.get(p);
            if (p > 0) {
                breaks[p - 1] = piece.from;
            }
            origin[p] = piece.origin;
            scale[p] = piece.scale();
            firstCell[p] = next;
            cells[p] = piece.cells();
            for (int degree = 0; degree < 4; degree++) {
                System.arraycopy(piece.coefficients[degree], 0, coefficients[degree], next, piece.cells());
            }
            next += piece.cells();
        }
        return new Curve.Piecewise(breaks, origin, scale, firstCell, cells, coefficients);
    }

    /// Cubics on [from, to), equal cells in the root of the distance from `origin`, one of the two ends.
    private record Piece(double from, double to, double origin, double[][] coefficients) {
        static Piece of(DoubleUnaryOperator f, double from, double to, double origin) {
            double[][] coefficients = new double[4][CELLS];
            double width = Math.sqrt(to - from) / CELLS;
            double sign = origin == from ? 1 : -1;
            double inset = (to - from) * 1e-13;
            DoubleUnaryOperator inRoot = w -> f.applyAsDouble(origin + sign * Math.max(w * w, inset));
            for (int i = 0; i < CELLS; i++) {
                double[] cubic = cubicThroughFourPoints(inRoot, i * width, width);
                for (int degree = 0; degree < 4; degree++) {
                    coefficients[degree][i] = cubic[degree];
                }
            }
            return new Piece(from, to, origin, coefficients);
        }

        /// Interpolates at fractions 0, 1/3, 2/3, 1 of the cell, so that neighbouring cells meet.
        private static double[] cubicThroughFourPoints(DoubleUnaryOperator f, double start, double width) {
            double y0 = f.applyAsDouble(start);
            double y1 = f.applyAsDouble(start + width / 3);
            double y2 = f.applyAsDouble(start + 2 * width / 3);
            double y3 = f.applyAsDouble(start + width);
            double c1 = -5.5 * y0 + 9 * y1 - 4.5 * y2 + y3;
            double c2 = 9 * y0 - 22.5 * y1 + 18 * y2 - 4.5 * y3;
            double c3 = -4.5 * y0 + 13.5 * y1 - 13.5 * y2 + 4.5 * y3;
            return new double[] {y0, c1, c2, c3};
        }

        int cells() {
            return coefficients[0].length;
        }

        double scale() {
            return cells() == 1 ? 0 : CELLS / Math.sqrt(to - from);
        }
    }
}
