package io.tailrace.benchmarks.peers;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.random.CorrelatedRandomVectorGenerator;
import org.apache.commons.math3.random.GaussianRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/// Commons Math 3 alone, as its user guide has it: WELL, its normal distribution, its correlated vectors.
final class CommonsMathChance implements Chance {
    private static final double SMALLEST_PIVOT = 1e-12;

    private final RandomGenerator generator;
    private final NormalDistribution normal;
    private final CorrelatedRandomVectorGenerator factors;

    CommonsMathChance(long seed) {
        generator = new Well19937c(seed);
        normal = new NormalDistribution(generator, 0, 1);
        factors = new CorrelatedRandomVectorGenerator(MatrixUtils.createRealMatrix(W1.CORRELATION), SMALLEST_PIVOT,
                new GaussianRandomGenerator(generator));
    }

    @Override
    public double uniform() { return generator.nextDouble(); }

    @Override
    public double normal() { return normal.sample(); }

    @Override
    public double[] factors() { return factors.nextVector(); }
}
