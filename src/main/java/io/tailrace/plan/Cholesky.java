package io.tailrace.plan;

/// Lower triangular root of a correlation matrix that may be singular.
///
/// Commons Math's decomposition refuses a singular matrix, which perfectly correlated factors give; here a pivot
/// that is zero to rounding has a zero column.
final class Cholesky {
    private static final double ZERO = 1e-12;

    private Cholesky() {}

    static double[][] lowerTriangle(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int column = 0; column < n; column++) {
            double pivot = matrix[column][column] - dot(root[column], root[column], column);
            if (pivot <= ZERO) {
                continue;
            }
            root[column][column] = Math.sqrt(pivot);
            for (int row = column + 1; row < n; row++) {
                root[row][column] = (matrix[row][column] - dot(root[row], root[column], column)) / root[column][column];
            }
        }
        return root;
    }

    /// Root of the same matrix that is lower triangular after rows and columns are put into that order.
    static double[][] inOrder(double[][] root, int[] order) {
        int n = order.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = dot(root[order[i]], root[order[j]], n);
            }
        }
        double[][] ordered = lowerTriangle(matrix);
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                result[order[i]][order[j]] = ordered[i][j];
            }
        }
        return result;
    }

    static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
