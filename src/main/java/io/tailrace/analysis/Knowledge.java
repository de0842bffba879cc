package io.tailrace.analysis;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// What may be learnt before a choice, and what it lets one expect.
///
/// Paths fall into [#PARTS] parts by number, so that what one part teaches can be tried on another.
sealed interface Knowledge {
    int PARTS = 3;

    /// Expectation of a utility on every path, learnt from the paths of that part alone.
    double[] expected(double[] utility, int part);

    /// One input, by bins of equally many paths.
    ///
    /// Source: Strong & Oakley, An efficient method for computing single-parameter partial expected value of perfect
    /// information, Medical Decision Making 33 (2013).
    ///
    /// @param binOf `[path]`
    record Bins(int[] binOf, int bins) implements Knowledge {
        static Bins of(double[] input, int bins) {
            double[] sorted = Influence.sorted(input);
            double[] cuts = new double[bins - 1];
            for (int cut = 0; cut < cuts.length; cut++) {
                cuts[cut] = sorted[(int) ((long) sorted.length * (cut + 1) / bins)];
            }
            int[] binOf = Arrays.stream(input).mapToInt(value -> bin(cuts, value)).toArray();
            return new Bins(binOf, bins);
        }

        /// How many cuts are at or below the value.
        private static int bin(double[] cuts, double value) {
            int low = 0;
            int high = cuts.length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (cuts[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public double[] expected(double[] utility, int part) {
            double[] sums = new double[bins];
            int[] counts = new int[bins];
            for (int path = part; path < utility.length; path += PARTS) {
                sums[binOf[path]] += utility[path];
                counts[binOf[path]]++;
            }
            double[] expected = new double[utility.length];
            for (int path = 0; path < expected.length; path++) {
                int bin = binOf[path];
                expected[path] = counts[bin] == 0 ? Double.NaN : sums[bin] / counts[bin];
            }
            return expected;
        }
    }

    /// Several inputs at once: least squares on them and their squares, then bins of what these fit.
    ///
    /// What is learnt this way is worth no more than what the inputs say. Source: Strong, Oakley & Brennan, Estimating
    /// multiparameter partial expected value of perfect information from a probabilistic sensitivity analysis sample: a
    /// nonparametric regression approach, Medical Decision Making 34 (2014). Why bins: a utility bends where a loss
    /// begins, which no sum of squares does.
    final class Regression implements Knowledge {
        private final int bins;
        /// `[term][path]`
        private final double[][] terms;
        /// `[part]`, of the terms' products
        private final SingularValueDecomposition[] products = new SingularValueDecomposition[PARTS];

        /// @param inputs `[input][path]`
        Regression(double[][] inputs, int bins) {
            this.bins = bins;
            terms = new double[2 * inputs.length + 1][];
            terms[0] = new double[inputs[0].length];
            Arrays.fill(terms[0], 1);
            for (int i = 0; i < inputs.length; i++) {
                terms[2 * i + 1] = standard(inputs[i]);
                terms[2 * i + 2] = Arrays.stream(terms[2 * i + 1]).map(z -> z * z).toArray();
            }
            for (int part = 0; part < PARTS; part++) {
                products[part] = new SingularValueDecomposition(products(part));
            }
        }

        @Override
        public double[] expected(double[] utility, int part) {
            double[] sums = new double[terms.length];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = product(terms[i], utility, part);
            }
            double[] weights = products[part].getSolver().solve(new ArrayRealVector(sums, false)).toArray();
            double[] fitted = new double[utility.length];
            for (int i = 0; i < weights.length; i++) {
                for (int path = 0; path < fitted.length; path++) {
                    fitted[path] = Math.fma(weights[i], terms[i][path], fitted[path]);
                }
            }
            return Bins.of(fitted, bins).expected(utility, part);
        }

        private Array2DRowRealMatrix products(int part) {
            var products = new Array2DRowRealMatrix(terms.length, terms.length);
            for (int i = 0; i < terms.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double product = product(terms[i], terms[j], part);
                    products.setEntry(i, j, product);
                    products.setEntry(j, i, product);
                }
            }
            return products;
        }

        private static double product(double[] x, double[] y, int part) {
            double sum = 0;
            for (int path = part; path < x.length; path += PARTS) {
                sum = Math.fma(x[path], y[path], sum);
            }
            return sum;
        }

        private static double[] standard(double[] x) {
            Influence mean = Influence.mean(x);
            double deviation = mean.standardError() * Math.sqrt(x.length);
            return Arrays.stream(mean.of()).map(v -> deviation > 0 ? v / deviation : 0).toArray();
        }
    }
}
