package io.tailrace.plan;

import static io.tailrace.plan.Law.STANDARD_NORMAL;

import io.tailrace.scenario.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Compiles distributions into [Curve]s.
///
/// Error: 1e-7 of the interquartile range plus the distance from the median, for |x| ≤ 6.3 and 1e-4 away from atoms
/// and from values of infinite slope; in proportion more nearer to them.
final class Curves {
    /// Two breaks closer than this are one.
    private static final double NARROWEST = 1e-9;
    /// Nearer to an atom than this, where one draw in 10,000 falls, a quantile may be less exact.
    private static final double NEAREST = 1e-4;

    /// Fitting one takes some ten milliseconds, and analyses compile plans that differ in one parameter.
    private static final Map<Distribution, Curve> FITTED = new ConcurrentHashMap<>();

    private Curves() {}

    static Curve of(Distribution distribution) {
        return distribution instanceof Distribution.Constant(double value)
                ? new Curve.Constant(value)
                : FITTED.computeIfAbsent(distribution, Curves::fit);
    }

    private static Curve fit(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Normal d when d.standardDeviation() == 0 -> new Curve.Constant(d.mean());
            case Distribution.Lognormal d when d.sigma() == 0 -> new Curve.Constant(d.median());
            case Distribution.Normal d -> new Curve.Affine(d.mean(), d.standardDeviation());
            case Distribution.Lognormal d -> new Curve.Exponential(Math.log(d.median()), d.sigma());
            default -> {
                Law law = Law.of(distribution);
                yield piecewise(x -> quantileAtNormal(law, x), breaks(law), Curve.EDGE, NEAREST);
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
                Curve.EDGE,
                0);
    }

    /// Φ⁻¹(T(y)) as a function of s = y / √(1 + y²/dof), which runs over (-√dof, √dof): a Student t made standard normal.
    ///
    /// Domain: up to the s whose normal is 6.5, and held there.
    static Curve studentToNormal(double degreesOfFreedom) {
        var student = TDistribution.of(degreesOfFreedom);
        double largest = student.inverseSurvivalProbability(STANDARD_NORMAL.survivalProbability(Curve.EDGE));
        double edge = largest / Math.sqrt(1 + largest * largest / degreesOfFreedom);
        return piecewise(
                s -> {
                    double y = Math.abs(s) / Math.sqrt(1 - s * s / degreesOfFreedom);
                    double z = STANDARD_NORMAL.inverseSurvivalProbability(student.survivalProbability(y));
                    return s < 0 ? -z : z;
                },
                List.of(),
                edge,
                0);
    }

    private static double quantileAtNormal(Law law, double x) {
        return law.quantile(STANDARD_NORMAL.cumulativeProbability(x), STANDARD_NORMAL.survivalProbability(x));
    }

    /// Normal positions of the law's atoms and kinks.
    private static List<Double> breaks(Law law) {
        var breaks = new TreeSet<Double>();
        for (double special : law.specials()) {
            double below = normal(law.cdfBelow(special), law.survivalFrom(special));
            double upTo = normal(law.cdf(special), law.survival(special));
            for (double x : new double[]{below, upTo}) {
                if (Math.abs(x) < Curve.EDGE) {
                    breaks.add(x);
                }
            }
        }
        return separated(breaks);
    }

    /// The normal below which a share u falls; from the smaller tail, which has its digits.
    private static double normal(double u, double upper) {
        return u < 0.5
                ? STANDARD_NORMAL.inverseCumulativeProbability(Math.clamp(u, 0, 1))
                : STANDARD_NORMAL.inverseSurvivalProbability(Math.clamp(upper, 0, 1));
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

    /// Each stretch between breaks becomes one constant piece, or pieces with their origins at its two ends.
    private static Curve piecewise(DoubleUnaryOperator f, List<Double> breaks, double edge, double nearest) {
        var fit = new CurveFit(f, edge, nearest);
        double from = -edge;
        for (int i = 0; i <= breaks.size(); i++) {
            double to = i < breaks.size() ? breaks.get(i) : edge;
            fit.addStretch(from, to);
            from = to;
        }
        return fit.curve();
    }
}
