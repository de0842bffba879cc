package io.tailrace.model;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Values;

/// Everything that chance decides on one path.
///
/// Shapes: `factors[factor][t]`, the others `[t]` with t = 1 … T (index 0 is unused), `delays[project]` in quarters,
/// infinite where the project is cancelled. Factors and jump sizes are standard normal, factors already
/// correlated; the others are uniform on (0, 1).
public final class Draws {
    public final Values parameters;
    public final double[] delays;
    public final double[][] factors;
    public final double[] regime;
    public final double[] jump;
    public final double[] jumpSize;
    public final double[] defaults;
    public final double[] renegotiation;

    public Draws(Plan plan) {
        int length = plan.quarters() + 1;
        parameters = plan.parameters().pointValues();
        delays = new double[plan.projects().size()];
        factors = new double[Factor.COUNT][length];
        regime = new double[length];
        jump = new double[length];
        jumpSize = new double[length];
        defaults = new double[length];
        renegotiation = new double[length];
    }

    /// Takes over all that another path of the same plan was given.
    public void set(Draws other) {
        other.parameters.copyTo(parameters);
        copy(other.delays, delays);
        for (int i = 0; i < factors.length; i++) {
            copy(other.factors[i], factors[i]);
        }
        copy(other.regime, regime);
        copy(other.jump, jump);
        copy(other.jumpSize, jumpSize);
        copy(other.defaults, defaults);
        copy(other.renegotiation, renegotiation);
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    double factor(Factor factor, int t) {
        return factors[factor.ordinal()][t];
    }
}
