package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

/// Shapley effects against the linear Gaussian case, where they are known with correlation, and Ishigami's function.
final class ShapleyEffectsTest {
    private static final double[] BETA = {1, 2, -1, 0};
    private static final RealMatrix COVARIANCE = new Array2DRowRealMatrix(new double[][]{
        {1, 0.6, 0, 0.3},
        {0.6, 1, -0.4, 0},
        {0, -0.4, 1, 0.2},
        {0.3, 0, 0.2, 1}});

    /// Source: Iooss & Prieur, Shapley effects for sensitivity analysis with correlated inputs, International Journal
    /// for Uncertainty Quantification 9 (2019): β₁² σ₁² (1 - ρ²/2) + β₁ β₂ ρ σ₁ σ₂ + β₂² σ₂² ρ²/2, over the variance.
    @Test
    void twoCorrelatedNormalsAreExact() {
        double rho = 0.7;
        double b1 = 3;
        double b2 = -1.5;
        double variance = b1 * b1 + b2 * b2 + 2 * rho * b1 * b2;
        double first = b1 * b1 * (1 - rho * rho / 2) + b1 * b2 * rho + b2 * b2 * rho * rho / 2;
        double[] worth = {0, Math.pow(b1 + b2 * rho, 2), Math.pow(b2 + b1 * rho, 2), variance};
        double[] effects = exact(2, subset -> worth[subset]);
        assertThat(effects[0]).isCloseTo(first, within(1e-12));
        assertThat(effects[1]).isCloseTo(variance - first, within(1e-12));
    }

    /// All 24 orders, their halves mirrored, on paths of their own: within four standard errors and 0.01 of the truth;
    /// the fourth input has no coefficient, and a share by its correlations alone.
    @Test
    void walksWithConditionalDrawsGiveTheLinearGaussianCase() {
        double[] exact = exact(4, ShapleyEffectsTest::worth);
        double variance = worth(15);
        assertThat(Arrays.stream(exact).sum()).isCloseTo(variance, within(1e-12));
        double[][] parts = new double[48][];
        for (int i = 0; i < parts.length; i++) {
            int[] order = order(i % 24);
            parts[i] = ShapleyEffects.ofOrder(order, walk(order, 2L * i, 1 << 13));
        }
        Estimate[] shares = ShapleyEffects.shares(parts);
        for (int input = 0; input < 4; input++) {
            assertThat(shares[input].value()).isCloseTo(exact[input] / variance, within(0.01));
            assertThat(Math.abs(shares[input].value() - exact[input] / variance))
                    .isLessThan(4 * shares[input].standardError());
        }
        assertThat(exact[3]).isGreaterThan(0.005 * variance);
        assertThat(Arrays.stream(shares).mapToDouble(Estimate::value).sum()).isCloseTo(1, within(1e-12));
    }

    /// Independent inputs share what they do together by halves: here 0.4358, 0.4424, 0.1218.
    @Test
    void ishigamisInteractionIsSharedByHalves() {
        double b = 0.1;
        double fourth = Math.pow(Math.PI, 4);
        double first = Math.pow(1 + b * fourth / 5, 2) / 2;
        double both = b * b * fourth * fourth * 8 / 225;
        double variance = first + 49.0 / 8 + both;
        double[][] parts = new double[48][];
        int[][] orders = {{0, 1, 2}, {2, 1, 0}, {0, 2, 1}, {1, 2, 0}, {1, 0, 2}, {2, 0, 1}};
        for (int i = 0; i < parts.length; i++) {
            int[] order = orders[i % 6];
            double[][] x = ToyInputs.uniform(2L * i, 3, 1 << 13);
            double[][] other = ToyInputs.uniform(2L * i + 1, 3, 1 << 13);
            double[][] walk = new double[4][];
            walk[0] = ToyInputs.run(ToyInputs::ishigami, x);
            for (int k = 0; k < 3; k++) {
                x = ToyInputs.with(x, order[k], other[order[k]]);
                walk[k + 1] = ToyInputs.run(ToyInputs::ishigami, x);
            }
            parts[i] = ShapleyEffects.ofOrder(order, walk);
        }
        Estimate[] shares = ShapleyEffects.shares(parts);
        assertThat(shares[0].value()).isCloseTo((first + both / 2) / variance, within(0.01));
        assertThat(shares[1].value()).isCloseTo(49.0 / 8 / variance, within(0.01));
        assertThat(shares[2].value()).isCloseTo(both / 2 / variance, within(0.01));
    }

    /// From the worth of every subset, given as bits.
    private static double[] exact(int inputs, IntToDoubleFunction worth) {
        double[] effects = new double[inputs];
        for (int input = 0; input < inputs; input++) {
            for (int subset = 0; subset < 1 << inputs; subset++) {
                if ((subset >> input & 1) == 0) {
                    double orders = CombinatoricsUtils.binomialCoefficientDouble(inputs - 1, Integer.bitCount(subset));
                    double added = worth.applyAsDouble(subset | 1 << input) - worth.applyAsDouble(subset);
                    effects[input] += added / (inputs * orders);
                }
            }
        }
        return effects;
    }

    /// Variance of the sum's mean given a subset.
    private static double worth(int subset) {
        int[] given = IntStream.range(0, 4).filter(i -> (subset >> i & 1) == 1).toArray();
        if (given.length == 0) {
            return 0;
        }
        int[] all = {0, 1, 2, 3};
        double[] covariances = COVARIANCE.getSubMatrix(given, all).operate(BETA);
        RealMatrix own = COVARIANCE.getSubMatrix(given, given);
        double[] solved = new LUDecomposition(own).getSolver().getInverse().operate(covariances);
        double worth = 0;
        for (int i = 0; i < given.length; i++) {
            worth += covariances[i] * solved[i];
        }
        return worth;
    }

    /// After k inputs of the order got new draws, given the rest: the rest come first in the triangular root.
    private static double[][] walk(int[] order, long seed, int paths) {
        int n = order.length;
        int[] keptFirst = IntStream.range(0, n).map(k -> order[n - 1 - k]).toArray();
        double[][] root = new CholeskyDecomposition(COVARIANCE.getSubMatrix(keptFirst, keptFirst)).getL().getData();
        double[][] normals = ToyInputs.normal(seed, n, paths);
        double[][] others = ToyInputs.normal(seed + 1, n, paths);
        double[][] walk = new double[n + 1][];
        for (int k = 0; k <= n; k++) {
            if (k > 0) {
                normals = ToyInputs.with(normals, n - k, others[n - k]);
            }
            walk[k] = ToyInputs.run(
                    e -> {
                        double sum = 0;
                        for (int i = 0; i < n; i++) {
                            for (int j = 0; j <= i; j++) {
                                sum += BETA[keptFirst[i]] * root[i][j] * e[j];
                            }
                        }
                        return sum;
                    },
                    normals);
        }
        return walk;
    }

    /// The permutation of that number.
    private static int[] order(int number) {
        int[] order = {0, 1, 2, 3};
        int left = number;
        for (int i = 3; i > 0; i--) {
            int j = left % (i + 1);
            left /= i + 1;
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
