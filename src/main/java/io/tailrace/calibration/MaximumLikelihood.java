package io.tailrace.calibration;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/// Parameters under which what was observed is likeliest, with standard errors from the observed information.
///
/// Source: simplex search of Nelder & Mead (1965), started anew from its result until that stays; information:
/// Efron & Hinkley, Assessing the accuracy of the maximum likelihood estimator: observed versus expected Fisher
/// information, Biometrika 65 (1978).
///
/// @param standardErrors empty where the likelihood has no single peak: the history does not tell the parameters apart
record MaximumLikelihood(double[] parameters, double logLikelihood, Optional<double[]> standardErrors) {
    private static final int STARTS = 20;

    /// @param start a sensible first guess
    /// @param scale of each parameter, such as its likely error
    /// @param logLikelihood negative infinity where the parameters make no sense
    static MaximumLikelihood of(double[] start, double[] scale, ToDoubleFunction<double[]> logLikelihood) {
        MultivariateFunction function = point -> logLikelihood.applyAsDouble(point);
        double[] best = start;
        double highest = logLikelihood.applyAsDouble(start);
        for (int i = 0; i < STARTS; i++) {
            var found = new SimplexOptimizer(1e-14, 1e-12).optimize(
                    new MaxEval(100_000), new ObjectiveFunction(function), GoalType.MAXIMIZE, new InitialGuess(best),
                    new NelderMeadSimplex(scale));
            boolean stays = found.getValue() - highest < 1e-10 && i > 0;
            best = found.getPoint();
            highest = found.getValue();
            if (stays) {
                break;
            }
        }
        return new MaximumLikelihood(best, highest, standardErrors(best, scale, logLikelihood));
    }

    private static Optional<double[]> standardErrors(
            double[] at, double[] scale, ToDoubleFunction<double[]> logLikelihood) {
        int n = at.length;
        var information = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double second = -mixedDifference(at, scale, i, j, logLikelihood);
                if (!Double.isFinite(second)) {
                    return Optional.empty();
                }
                // In units of the scale, so that the eigenvalues can be compared.
                information.setEntry(i, j, second);
                information.setEntry(j, i, second);
            }
        }
        var eigen = new EigenDecomposition(information);
        double[] roots = eigen.getRealEigenvalues();
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double root : roots) {
            largest = Math.max(largest, root);
            smallest = Math.min(smallest, root);
        }
        if (!(smallest > 1e-7 * largest)) {
            return Optional.empty();
        }
        var covariance = eigen.getSolver().getInverse();
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            errors[i] = scale[i] * Math.sqrt(covariance.getEntry(i, i));
        }
        return Optional.of(errors);
    }

    /// Second derivative with respect to parameters i and j, both in units of their scale.
    private static double mixedDifference(
            double[] at, double[] scale, int i, int j, ToDoubleFunction<double[]> function) {
        double step = 1e-3;
        double sum = 0;
        for (int a = -1; a <= 1; a += 2) {
            for (int b = -1; b <= 1; b += 2) {
                double[] moved = at.clone();
                moved[i] += a * step * scale[i];
                moved[j] += b * step * scale[j];
                sum += a * b * function.applyAsDouble(moved);
            }
        }
        return sum / (4 * step * step);
    }
}
