package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// How closely an output rises with each of several inputs, by ranks, so that no tail decides it.
///
/// Source: Spearman (1904); partial: Iman & Conover, The use of the rank transform in regression, Technometrics 21
/// (1979). Intervals by Fisher's z with the variance 1.06 / (N - 3) of Fieller, Hartley & Pearson (1957).
final class RankCorrelations {
    private final int[][] orders;
    /// `[input][path]`, standard ranks
    private final double[][] inputs;
    private final RealMatrix amongInputs;

    /// @param inputs `[input][path]`
    RankCorrelations(double[][] inputs) {
        int n = inputs.length;
        orders = Arrays.stream(inputs).parallel().map(RankCorrelations::order).toArray(int[][]::new);
        this.inputs = IntStream.range(0, n)
                .mapToObj(i -> standardRanks(inputs[i], orders[i]))
                .toArray(double[][]::new);
        amongInputs = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            amongInputs.setEntry(i, i, 1);
            for (int j = 0; j < i; j++) {
                double correlation = product(this.inputs[i], this.inputs[j]);
                amongInputs.setEntry(i, j, correlation);
                amongInputs.setEntry(j, i, correlation);
            }
        }
    }

    /// Paths from the lowest to the highest value of an input.
    int[] orderOf(int input) {
        return orders[input];
    }

    /// Of the ranks of output and input.
    Estimate[] plain(double[] output) {
        double[] ranks = standardRanks(output);
        return Arrays.stream(inputs)
                .map(input -> interval(product(input, ranks), output.length))
                .toArray(Estimate[]::new);
    }

    /// Of what the other inputs' ranks leave of both: 1 where the output is monotone in sums of monotone functions of
    /// the inputs, and each input matters. Not known where inputs repeat each other, or there are as many as paths.
    Estimate[] partial(double[] output) {
        double[] ranks = standardRanks(output);
        int n = inputs.length;
        var all = new Array2DRowRealMatrix(n + 1, n + 1);
        all.setSubMatrix(amongInputs.getData(), 0, 0);
        all.setEntry(n, n, 1);
        for (int i = 0; i < n; i++) {
            double correlation = product(inputs[i], ranks);
            all.setEntry(i, n, correlation);
            all.setEntry(n, i, correlation);
        }
        var partial = new Estimate[n];
        DecompositionSolver solver = new LUDecomposition(all).getSolver();
        if (!solver.isNonSingular() || output.length <= n + 2) {
            Arrays.fill(partial, Estimate.unknown(Double.NaN));
            return partial;
        }
        RealMatrix inverse = solver.getInverse();
        for (int i = 0; i < n; i++) {
            double scale = Math.sqrt(inverse.getEntry(i, i) * inverse.getEntry(n, n));
            partial[i] = interval(-inverse.getEntry(i, n) / scale, output.length - n + 1);
        }
        return partial;
    }

    private static Estimate interval(double correlation, int n) {
        double z = Math.log((1 + correlation) / (1 - correlation)) / 2;
        double error = Math.sqrt(1.06 / (n - 3.0));
        Estimate transformed = Estimate.normal(z, error);
        return new Estimate(
                correlation,
                error * (1 - correlation * correlation),
                Math.tanh(transformed.low()),
                Math.tanh(transformed.high()));
    }

    /// Ranks with mean 0 and sum of squares 1; equal values share their mean rank.
    static double[] standardRanks(double[] x) {
        return standardRanks(x, order(x));
    }

    private static double[] standardRanks(double[] x, int[] order) {
        int n = x.length;
        double[] ranks = new double[n];
        double squares = 0;
        for (int from = 0; from < n;) {
            int to = from + 1;
            while (to < n && x[order[to]] == x[order[from]]) {
                to++;
            }
            double rank = (from + to - n) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
                squares += rank * rank;
            }
            from = to;
        }
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        return Arrays.stream(ranks).map(rank -> rank * scale).toArray();
    }

    /// Paths from the lowest to the highest value, equal ones by number.
    static int[] order(double[] x) {
        double[] sorted = Influence.sorted(x);
        int[] order = new int[x.length];
        int[] placed = new int[x.length]; // of the equal ones, at the first one's rank
        for (int path = 0; path < x.length; path++) {
            int first = firstRank(sorted, x[path]);
            order[first + placed[first]++] = path;
        }
        return order;
    }

    private static int firstRank(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }
}
