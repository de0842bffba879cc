package io.tailrace.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// Correlations of the quarterly shocks, in the order of [#FACTORS].
public final class CorrelationMatrix {
    public static final List<String> FACTORS =
            List.of("demand", "growth", "price", "channel", "trainium", "efficiency", "spot", "base");
    private static final int MOST_STEPS = 10_000;
    private static final double ROUNDING = 1e-12;
    private static final double CONVERGED = 1e-13;
    private static final double SMALLEST_EIGENVALUE = 1e-10;

    private final double[][] entries; // [factor][factor]

    private CorrelationMatrix(double[][] entries) {
        this.entries = entries;
    }

    /// Pairs not named are uncorrelated; a pair may be named in either order. Factors must be known.
    public static CorrelationMatrix of(Map<String, Map<String, Double>> pairs) {
        var entries = MatrixUtils.createRealIdentityMatrix(FACTORS.size()).getData();
        pairs.forEach((left, row) -> row.forEach((right, value) -> {
            entries[FACTORS.indexOf(left)][FACTORS.indexOf(right)] = value;
            entries[FACTORS.indexOf(right)][FACTORS.indexOf(left)] = value;
        }));
        return new CorrelationMatrix(entries);
    }

    /// A symmetric matrix with unit diagonal, of any size.
    public static CorrelationMatrix of(double[][] entries) {
        return new CorrelationMatrix(copy(entries));
    }

    public double[][] entries() {
        return copy(entries);
    }

    public double smallestEigenvalue() {
        var eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(entries)).getRealEigenvalues();
        return Arrays.stream(eigenvalues).min().orElseThrow();
    }

    /// Up to rounding.
    public boolean isPositiveSemiDefinite() {
        return smallestEigenvalue() >= -ROUNDING;
    }

    /// The nearest correlation matrix in the Frobenius norm, kept off the edge by eigenvalues of at least 1e-10.
    ///
    /// Source: Higham, Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22 (2002):
    /// alternating projections with Dykstra's correction.
    public CorrelationMatrix nearest() {
        RealMatrix unitDiagonal = new Array2DRowRealMatrix(entries);
        RealMatrix correction = unitDiagonal.scalarMultiply(0);
        for (int step = 0; step < MOST_STEPS; step++) {
            var corrected = unitDiagonal.subtract(correction);
            var positive = withEigenvaluesFrom(0, corrected);
            correction = positive.subtract(corrected);
            var next = positive.copy();
            for (int i = 0; i < entries.length; i++) {
                next.setEntry(i, i, 1);
            }
            double change = next.subtract(unitDiagonal).getNorm();
            unitDiagonal = next;
            if (change < CONVERGED) {
                break;
            }
        }
        return new CorrelationMatrix(withUnitDiagonal(withEigenvaluesFrom(SMALLEST_EIGENVALUE, unitDiagonal)));
    }

    /// Largest absolute difference of two entries in the same place.
    public double largestChange(CorrelationMatrix other) {
        double largest = 0;
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries.length; j++) {
                largest = Math.max(largest, Math.abs(entries[i][j] - other.entries[i][j]));
            }
        }
        return largest;
    }

    /// The pairs that are correlated, each once.
    public Map<String, Map<String, Double>> pairs() {
        var pairs = new LinkedHashMap<String, Map<String, Double>>();
        for (int i = 0; i < FACTORS.size(); i++) {
            for (int j = i + 1; j < FACTORS.size(); j++) {
                if (entries[i][j] != 0) {
                    pairs.computeIfAbsent(FACTORS.get(i), _ -> new LinkedHashMap<>()).put(FACTORS.get(j),
                            entries[i][j]);
                }
            }
        }
        return pairs;
    }

    private static RealMatrix withEigenvaluesFrom(double smallest, RealMatrix symmetric) {
        var eigen = new EigenDecomposition(symmetric);
        var raised = Arrays.stream(eigen.getRealEigenvalues()).map(v -> Math.max(v, smallest)).toArray();
        var product = eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(raised)).multiply(eigen.getVT());
        return product.add(product.transpose()).scalarMultiply(0.5);
    }

    private static double[][] withUnitDiagonal(RealMatrix covariance) {
        var entries = covariance.getData();
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < i; j++) {
                double scale = Math.sqrt(covariance.getEntry(i, i) * covariance.getEntry(j, j));
                entries[i][j] = covariance.getEntry(i, j) / scale;
                entries[j][i] = entries[i][j];
            }
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i][i] = 1;
        }
        return entries;
    }

    private static double[][] copy(double[][] entries) {
        return Arrays.stream(entries).map(double[]::clone).toArray(double[][]::new);
    }
}
