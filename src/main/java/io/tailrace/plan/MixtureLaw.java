package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// One of several laws, chosen with the weights.
record MixtureLaw(List<Law> of, double[] weights, double[] specials) implements Law {
    static MixtureLaw of(Distribution.Mixture d) {
        List<Law> laws = d.of().stream().map(Law::of).toList();
        double sum = d.weights().stream().mapToDouble(w -> w).sum();
        double[] weights = d.weights().stream().mapToDouble(w -> w / sum).toArray();
        double[] specials =
                laws.stream().flatMapToDouble(l -> DoubleStream.of(l.specials())).sorted().distinct().toArray();
        return new MixtureLaw(laws, weights, specials);
    }

    @Override
    public double cdf(double v) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * of.get(i).cdf(v);
        }
        return sum;
    }

    @Override
    public double cdfBelow(double v) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * of.get(i).cdfBelow(v);
        }
        return sum;
    }

    @Override
    public double survival(double v) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * of.get(i).survival(v);
        }
        return sum;
    }

    @Override
    public double survivalFrom(double v) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * of.get(i).survivalFrom(v);
        }
        return sum;
    }

    @Override
    public double quantile(double u, double upper) {
        double low = of.stream().mapToDouble(l -> l.quantile(u, upper)).min().orElseThrow();
        double high = of.stream().mapToDouble(l -> l.quantile(u, upper)).max().orElseThrow();
        for (double special : specials) {
            if (special >= low && special <= high && reaches(special, u, upper) && !passes(special, u, upper)) {
                return special;
            }
        }
        if (low == high) {
            return low;
        }
        double top = high < Double.POSITIVE_INFINITY ? high : finiteAbove(low, u, upper);
        return between(low, top, v -> u < 0.5 ? cdf(v) - u : upper - survival(v));
    }

    /// Where `f`, which rises, is 0; the end next to it where rounding leaves none inside.
    private static double between(double low, double high, UnivariateFunction f) {
        if (f.value(low) >= 0) {
            return low;
        }
        return f.value(high) <= 0 ? high : new BrentSolver(1e-15, 1e-300, 0).solve(1000, f, low, high);
    }

    /// A finite value beyond the quantile, for parts that may be infinite.
    private double finiteAbove(double low, double u, double upper) {
        double high = Math.max(1, Math.abs(low));
        while (!reaches(high, u, upper)) {
            high *= 2;
        }
        return high;
    }

    /// P(V ≤ v) ≥ u, decided in the smaller tail.
    private boolean reaches(double v, double u, double upper) {
        return u < 0.5 ? cdf(v) >= u : survival(v) <= upper;
    }

    /// P(V < v) ≥ u.
    private boolean passes(double v, double u, double upper) {
        return u < 0.5 ? cdfBelow(v) >= u : survivalFrom(v) <= upper;
    }
}
