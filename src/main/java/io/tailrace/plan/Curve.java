package io.tailrace.plan;

import io.tailrace.random.Elementary;
import java.util.Arrays;

/// A distribution as a function of one standard normal draw: value = quantile(Φ(x)).
///
/// Drawing in normal space makes every parameter a smooth, monotone function of one normal, lets
/// delays share a common factor, and keeps run-time arithmetic to + × √ and table look-ups, which are
/// the same bits everywhere. Domain: any x; a [Piecewise] curve holds its value beyond |x| = 6.5, which no 32-bit
/// draw reaches and a sum of two, as in a delay, once in 10¹⁰.
public sealed interface Curve {
    /// Beyond this no draw falls: the outermost 32-bit normal is at 6.34.
    double EDGE = 6.5;

    /// Value at standard normal `x`, the same bits everywhere.
    double at(double x);

    /// The curve of the same number times a positive factor.
    default Curve times(double factor) {
        return switch (this) {
            case Constant constant -> new Constant(factor * constant.value);
            case Affine affine -> new Affine(factor * affine.mean, factor * affine.standardDeviation);
            case Exponential exponential ->
                new Exponential(exponential.logMedian + Elementary.log(factor), exponential.sigma);
            case Piecewise curve -> curve.scaled(factor);
        };
    }

    /// x plays no part.
    record Constant(double value) implements Curve {
        @Override
        public double at(double x) { return value; }
    }

    /// mean + sd x.
    record Affine(double mean, double standardDeviation) implements Curve {
        @Override
        public double at(double x) { return mean + standardDeviation * x; }
    }

    /// exp(logMedian + sigma x).
    record Exponential(double logMedian, double sigma) implements Curve {
        @Override
        public double at(double x) { return Elementary.exp(logMedian + sigma * x); }
    }

    /// Piecewise cubic between the points where a distribution has an atom or a kink.
    ///
    /// Piece p holds x in [breaks[p-1], breaks[p]). Its cells are equal in w = √|x - origin[p]|, because quantile
    /// functions may be infinitely steep at a break and are smooth in the root of the distance from it;
    /// `scale[p]` is cells per unit of w; cell i of the piece holds cubic coefficients
    /// `coefficients[degree][firstCell[p] + i]` in the fraction of the cell. Error: see [Curves].
    record Piecewise(
            double[] breaks,
            double[] origin,
            double[] scale,
            int[] firstCell,
            int[] cells,
            double[][] coefficients)
            implements
                Curve {
        private Piecewise scaled(double factor) {
            double[][] scaled = Arrays.stream(coefficients)
                    .map(row -> Arrays.stream(row).map(c -> factor * c).toArray())
                    .toArray(double[][]::new);
            return new Piecewise(breaks, origin, scale, firstCell, cells, scaled);
        }

        @Override
        public double at(double x) {
            int piece = 0;
            for (double b : breaks) {
                piece += x >= b ? 1 : 0;
            }
            double w = Math.sqrt(Math.abs(x - origin[piece])) * scale[piece];
            int cell = Math.min((int) w, cells[piece] - 1);
            double fraction = w - cell;
            int i = firstCell[piece] + cell;
            return Math.fma(
                    Math.fma(Math.fma(coefficients[3][i], fraction, coefficients[2][i]), fraction, coefficients[1][i]),
                    fraction,
                    coefficients[0][i]);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Piecewise p
                    && Arrays.equals(breaks, p.breaks)
                    && Arrays.equals(origin, p.origin)
                    && Arrays.equals(scale, p.scale)
                    && Arrays.equals(firstCell, p.firstCell)
                    && Arrays.equals(cells, p.cells)
                    && Arrays.deepEquals(coefficients, p.coefficients);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(coefficients);
        }

        @Override
        public String toString() {
            return "Piecewise[" + cells.length + " pieces]";
        }
    }
}
