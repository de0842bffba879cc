package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void theRootTimesItsTransposeIsTheMatrix() {
        double[][] matrix = {{1, 0.3, -0.4}, {0.3, 1, 0.2}, {-0.4, 0.2, 1}};
        restores(matrix);
        assertThat(Cholesky.lowerTriangle(matrix)[1][1]).isCloseTo(Math.sqrt(1 - 0.09), within(1e-15));
    }

    @Test
    void theIdentityIsItsOwnRoot() {
        double[][] identity = {{1, 0}, {0, 1}};
        assertThat(Cholesky.lowerTriangle(identity)).isDeepEqualTo(identity);
    }

    @Test
    void perfectlyCorrelatedFactorsShareOneNormal() {
        double[][] root = Cholesky.lowerTriangle(new double[][]{{1, 1, -1}, {1, 1, -1}, {-1, -1, 1}});
        assertThat(root).isDeepEqualTo(new double[][]{{1, 0, 0}, {1, 0, 0}, {-1, 0, 0}});
    }

    /// Rank 2 and rank 1 blocks, where rounding makes pivots as small as ±1e-17.
    @Test
    void singularMatricesAreRestored() {
        restores(new double[][]{{1, 0.6, 0.6}, {0.6, 1, 1}, {0.6, 1, 1}});
        restores(new double[][]{{1, 0.8, 0.6}, {0.8, 1, 0.96}, {0.6, 0.96, 1}});
        double third = -1.0 / 2;
        restores(new double[][]{{1, third, third}, {third, 1, third}, {third, third, 1}});
    }

    @Test
    void randomCorrelationsOfEveryRankAreRestored() {
        var random = new SplittableRandom(91);
        for (int rank = 1; rank <= 8; rank++) {
            for (int repeat = 0; repeat < 50; repeat++) {
                restores(correlation(random, rank));
            }
        }
    }

    /// Of eight vectors in `rank` dimensions.
    private static double[][] correlation(SplittableRandom random, int rank) {
        double[][] vectors = new double[8][rank];
        double[][] matrix = new double[8][8];
        for (double[] vector : vectors) {
            double squares = 0;
            for (int k = 0; k < rank; k++) {
                vector[k] = random.nextGaussian();
                squares += vector[k] * vector[k];
            }
            for (int k = 0; k < rank; k++) {
                vector[k] /= Math.sqrt(squares);
            }
        }
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                matrix[i][j] = i == j ? 1 : dot(vectors[Math.max(i, j)], vectors[Math.min(i, j)]);
            }
        }
        return matrix;
    }

    private static void restores(double[][] matrix) {
        double[][] root = Cholesky.lowerTriangle(matrix);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                assertThat(dot(root[i], root[j])).isCloseTo(matrix[i][j], within(1e-6));
                assertThat(j <= i || root[i][j] == 0).as("lower triangular").isTrue();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
