package io.tailrace.benchmarks.peers;

import umontreal.ssj.randvar.NormalGen;
import umontreal.ssj.randvarmulti.MultinormalCholeskyGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/// SSJ as its examples have it: a stream of MRG32k3a for each purpose, normals by inversion, Cholesky vectors.
final class SsjChance implements Chance {
    private final RandomStream uniforms = new MRG32k3a("uniforms");
    private final NormalGen normal = new NormalGen(new MRG32k3a("normals"));
    private final MultinormalCholeskyGen correlated;
    private final double[] factors = new double[W1.CORRELATION.length];

    SsjChance() {
        NormalGen independent = new NormalGen(new MRG32k3a("factors"));
        correlated = new MultinormalCholeskyGen(independent, new double[factors.length], W1.CORRELATION);
    }

    @Override
    public double uniform() { return uniforms.nextDouble(); }

    @Override
    public double normal() { return normal.nextDouble(); }

    @Override
    public double[] factors() {
        correlated.nextPoint(factors);
        return factors;
    }
}
