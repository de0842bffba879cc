package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.ControlSums;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// Means with what chance did to numbers of known mean taken out: control variates.
///
/// The metric is regressed on the controls, each less its known mean; the intercept is the mean that remains when no
/// control is off. Variance ratio: of the plain mean over that of the intercept.
/// Error: the coefficients come from the same paths, which costs a bias and a loss of order k/n for k controls.
/// Source: Lavenberg & Welch, "A perspective on the use of control variables to increase the efficiency of Monte Carlo
/// simulations" (1981).
///
/// @param controls how many
public record ControlledMeans(int controls, List<Mean> means) implements Analysis {
    /// A smaller ratio is not worth the trouble.
    private static final double WORTHWHILE = 1.05;
    private static final int STRONGEST = 3;

    /// One metric, in its own unit.
    ///
    /// @param mean the better one
    /// @param plain without controls
    /// @param varianceRatio of plain over controlled
    /// @param controlled whether `mean` is the controlled one
    /// @param strongest controls by what they moved the metric from path to path
    public record Mean(
            Metric metric,
            Estimate mean,
            Estimate plain,
            double varianceRatio,
            boolean controlled,
            List<String> strongest) {}

    static ControlledMeans of(Study study) {
        return of(study, Outcomes.ALL);
    }

    static ControlledMeans of(Study study, List<Metric> metrics) {
        ControlSums sums = study.controls(metrics.stream().map(ColumnKey::of).toArray(ColumnKey[]::new));
        int size = 1 + sums.names().size();
        RealMatrix normal = new Array2DRowRealMatrix(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                normal.setEntry(a, b, sums.products()[Math.min(a, b)][Math.max(a, b)] / sums.paths());
            }
        }
        var solver = new SingularValueDecomposition(normal);
        RealMatrix inverse = solver.getSolver().getInverse();
        List<Mean> means = IntStream.range(0, metrics.size())
                .mapToObj(m -> mean(metrics.get(m), sums, size + m, inverse, solver.getRank()))
                .toList();
        return new ControlledMeans(sums.names().size(), means);
    }

    private static Mean mean(Metric metric, ControlSums sums, int y, RealMatrix inverse, int rank) {
        int size = inverse.getRowDimension();
        double n = sums.paths();
        double[] withMetric = new double[size];
        for (int a = 0; a < size; a++) {
            withMetric[a] = sums.products()[a][y] / n;
        }
        double[] coefficients = inverse.operate(withMetric);
        double square = sums.products()[y][y] / n;
        double explained = IntStream.range(0, size).mapToDouble(a -> coefficients[a] * withMetric[a]).sum();
        double plainMean = withMetric[0];
        double variance = Math.max(0, square - plainMean * plainMean) * n / (n - 1);
        double residual = Math.max(0, square - explained) * n / Math.max(1, n - rank);
        Estimate plain = Estimate.normal(plainMean, Math.sqrt(variance / n));
        Estimate controlled =
                Estimate.normal(coefficients[0], Math.sqrt(residual * Math.max(1, inverse.getEntry(0, 0)) / n));
        double ratio = variance / Math.max(residual, variance * 1e-12);
        boolean used = ratio > WORTHWHILE;
        return new Mean(metric, used ? controlled : plain, plain, ratio, used, strongest(sums, coefficients));
    }

    private static List<String> strongest(ControlSums sums, double[] coefficients) {
        return IntStream.range(1, coefficients.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> -Math.abs(coefficients[k]) * Math.sqrt(sums.products()[k][k])))
                .limit(STRONGEST)
                .map(k -> sums.names().get(k - 1))
                .toList();
    }
}
