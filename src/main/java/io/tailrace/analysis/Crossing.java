package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Where a statistic of the paths is zero as one number of the scenario moves: the smallest such number, with interval.
///
/// A scan over given points on few paths finds the first change of sign, Brent's method the zero in it, and again on all
/// paths within reach of the first zero's error. The same paths at every point (common random numbers), so the statistic
/// is as smooth as the model.
/// Error: the zero's is the statistic's over its slope (delta method); numerically a ten-thousandth of that. Two zeros
/// between neighbouring points of the scan are not seen.
/// Source: Brent (1973), Algorithms for minimization without derivatives, chapter 4.
final class Crossing {
    private static final int MOST_EVALUATIONS = 100;
    private static final double FIRST_ACCURACY = 1e-3;
    private static final double ACCURACY = 1e-4;
    private static final double REACH = 4;

    /// The statistic at `x`, on the first `paths` paths.
    @FunctionalInterface
    interface Statistic {
        Influence at(double x, int paths);
    }

    private record Point(double x, int paths) {}

    private final Statistic statistic;
    private final double[] scan;
    private final int few;
    private final int paths;
    private final Map<Point, Influence> known = new HashMap<>();

    /// @param scan ascending
    private Crossing(Statistic statistic, double[] scan, int few, int paths) {
        this.statistic = statistic;
        this.scan = scan;
        this.few = few;
        this.paths = paths;
    }

    /// Empty where the sign is the same at all points of the scan.
    static Optional<Estimate> first(Statistic statistic, double[] scan, int few, int paths) {
        var crossing = new Crossing(statistic, scan, few, paths);
        for (int i = 0; i + 1 < scan.length; i++) {
            if (crossing.isBetween(scan[i], scan[i + 1], few)) {
                Optional<Estimate> zero = crossing.refined(scan[i], scan[i + 1]);
                if (zero.isPresent()) {
                    return zero;
                }
            }
        }
        return Optional.empty();
    }

    /// Evenly spaced, ends included.
    static double[] evenly(double from, double to, int points) {
        double[] scan = new double[points];
        for (int i = 0; i < points; i++) {
            scan[i] = from + (to - from) * i / (points - 1);
        }
        return scan;
    }

    private Optional<Estimate> refined(double low, double high) {
        double near = solve(low, high, few, FIRST_ACCURACY);
        double slope = (value(high, few) - value(low, few)) / (high - low);
        double error = at(near, few).standardError() / Math.abs(slope);
        double start = scan[0];
        double end = scan[scan.length - 1];
        for (double reach = Math.max(REACH * error, FIRST_ACCURACY * (high - low));; reach *= 2) {
            double from = Math.max(start, near - reach);
            double to = Math.min(end, near + reach);
            if (isBetween(from, to, paths)) {
                return Optional.of(zero(from, to));
            }
            if (from == start && to == end) {
                return Optional.empty();
            }
        }
    }

    private Estimate zero(double from, double to) {
        double zero = solve(from, to, paths, ACCURACY);
        double slope = (value(to, paths) - value(from, paths)) / (to - from);
        return Estimate.normal(zero, at(zero, paths).standardError() / Math.abs(slope));
    }

    private boolean isBetween(double from, double to, int on) {
        return Math.signum(value(from, on)) != Math.signum(value(to, on));
    }

    private double solve(double from, double to, int on, double accuracy) {
        var solver = new BrentSolver(accuracy * (to - from));
        return solver.solve(MOST_EVALUATIONS, x -> value(x, on), from, to);
    }

    private double value(double x, int on) {
        return at(x, on).value();
    }

    private Influence at(double x, int on) {
        return known.computeIfAbsent(new Point(x, on), point -> statistic.at(point.x, point.paths));
    }
}
