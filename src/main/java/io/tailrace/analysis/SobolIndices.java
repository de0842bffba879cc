package io.tailrace.analysis;

import io.tailrace.summary.Estimate;

/// How much of an output's variance goes with one group of inputs, from runs that share draws (pick-freeze).
///
/// Error: sampling only. For N paths the standard errors are about √(2 first / N) and √2 total / √N: small indices are
/// known well, and a true 0 may come out slightly negative.
/// Source: Sobol', Sensitivity estimates for nonlinear mathematical models (1993); total: Jansen, Analysis of variance
/// designs for model output, Computer Physics Communications 117 (1999). First: the product of two runs that share the
/// group, with the product of two that share nothing as its control variate, which does what Owen, Better estimation of
/// small Sobol' sensitivity indices, ACM TOMACS 23 (2013), does with a fixed coefficient.
///
/// @param first variance of the output's mean given the group, over its variance: what knowing the group would remove
/// @param total mean of the output's variance given all but the group, over its variance: what would remain if all else
///     were known
record SobolIndices(Estimate first, Estimate total) {

    /// @param base output of each path
    /// @param other output of the same paths, all draws replaced
    /// @param mixed as `base`, the group's draws replaced
    static SobolIndices of(double[] base, double[] other, double[] mixed) {
        Influence variance = variance(base, other);
        return new SobolIndices(
                first(other, mixed, base, variance).estimate(), total(base, mixed, variance).estimate());
    }

    /// From two runs that share the group's draws and nothing else; `rest` shares all other draws with the second.
    static Influence first(double[] one, double[] sharing, double[] rest, Influence variance) {
        Influence together = products(one, sharing);
        Influence apart = products(one, rest);
        return together.minus(apart.times(slope(together, apart))).over(variance);
    }

    /// From two runs that share all draws but the group's.
    static Influence total(double[] one, double[] sharing, Influence variance) {
        double[] halfSquares = new double[one.length];
        for (int i = 0; i < halfSquares.length; i++) {
            halfSquares[i] = (one[i] - sharing[i]) * (one[i] - sharing[i]) / 2;
        }
        return Influence.mean(halfSquares).over(variance);
    }

    /// Pooled over two runs that share nothing.
    static Influence variance(double[] base, double[] other) {
        double mean = (Influence.average(base) + Influence.average(other)) / 2;
        double[] squares = new double[base.length];
        for (int i = 0; i < squares.length; i++) {
            double a = base[i] - mean;
            double b = other[i] - mean;
            squares[i] = (a * a + b * b) / 2;
        }
        return Influence.mean(squares);
    }

    /// The mean of centred products. That the means are estimated adds nothing of first order.
    private static Influence products(double[] x, double[] y) {
        double meanX = Influence.average(x);
        double meanY = Influence.average(y);
        double[] products = new double[x.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = (x[i] - meanX) * (y[i] - meanY);
        }
        return Influence.mean(products);
    }

    /// Least-squares slope, which leaves the least error.
    private static double slope(Influence y, Influence x) {
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.of().length; i++) {
            xy = Math.fma(x.of()[i], y.of()[i], xy);
            xx = Math.fma(x.of()[i], x.of()[i], xx);
        }
        return xx > 0 ? xy / xx : 0;
    }
}
