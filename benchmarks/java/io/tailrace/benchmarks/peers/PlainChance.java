package io.tailrace.benchmarks.peers;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Good everyday Java: a generator of the JDK, its ziggurat normals, a Cholesky factor by hand.
final class PlainChance implements Chance {
    private final RandomGenerator generator;
    private final double[][] cholesky = cholesky(W1.CORRELATION);
    private final double[] independent = new double[W1.CORRELATION.length];
    private final double[] factors = new double[W1.CORRELATION.length];

    /// @param algorithm a name of the JDK, such as `Xoshiro256PlusPlus` or `L64X128MixRandom`
    PlainChance(String algorithm, long seed) {
        generator = RandomGeneratorFactory.of(algorithm).create(seed);
    }

    @Override
    public double uniform() { return generator.nextDouble(); }

    @Override
    public double normal() { return generator.nextGaussian(); }

    @Override
    public double[] factors() {
        for (int i = 0; i < factors.length; i++) {
            independent[i] = generator.nextGaussian();
            double sum = 0;
            for (int j = 0; j <= i; j++) sum += cholesky[i][j] * independent[j];
            factors[i] = sum;
        }
        return factors;
    }

    private static double[][] cholesky(double[][] matrix) {
        double[][] factor = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
        return factor;
    }
}
