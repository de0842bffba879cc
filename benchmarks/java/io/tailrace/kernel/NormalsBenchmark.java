package io.tailrace.kernel;

import io.tailrace.benchmarks.Timed;
import io.tailrace.random.NormalQuantile;
import io.tailrace.random.Philox;
import io.tailrace.random.Uniform;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/// A tile's standard normals from their words. The library is Commons Statistics' inverse of the normal law.
public class NormalsBenchmark extends Timed {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final int[] words = new int[Tile.USUAL_PATHS];
    private final float[] normals = new float[Tile.USUAL_PATHS];
    private final double[] exact = new double[Tile.USUAL_PATHS];

    public NormalsBenchmark() {
        int[] four = new int[4];
        for (int path = 0; path < Tile.USUAL_PATHS; path++) {
            Philox.words(2026, path, 0, 1, four);
            words[path] = four[0];
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(Tile.USUAL_PATHS)
    public float[] lanes() {
        LaneRandom.normals(words, normals);
        return normals;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(Tile.USUAL_PATHS)
    public float[] scalar() {
        for (int i = 0; i < Tile.USUAL_PATHS; i++) {
            normals[i] = NormalQuantile.of(words[i]);
        }
        return normals;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(Tile.USUAL_PATHS)
    public double[] library() {
        for (int i = 0; i < Tile.USUAL_PATHS; i++) {
            exact[i] = NORMAL.inverseCumulativeProbability(Uniform.of(words[i]));
        }
        return exact;
    }

    @TearDown
    public void check() {
        double[] lanes = widened(lanes());
        requireSame("normals", lanes, widened(scalar()));
        requireNear("normals", lanes, library(), 1e-6);
    }

    private static double[] widened(float[] normals) {
        double[] wide = new double[normals.length];
        for (int i = 0; i < normals.length; i++) {
            wide[i] = normals[i];
        }
        return wide;
    }
}
