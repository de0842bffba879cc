package io.tailrace.kernel;

import io.tailrace.benchmarks.Timed;
import io.tailrace.random.Philox;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/// A tile's words of one stream in one quarter, a word an operation.
public class GeneratorBenchmark extends Timed {
    private static final int WORDS = 4 * Tile.USUAL_PATHS;
    private static final long SEED = 2026;

    private final int[][] words = new int[4][Tile.USUAL_PATHS];
    private final int[] four = new int[4];

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(WORDS)
    public int[][] lanes() {
        LaneRandom.words(SEED, 0, 1, 7, words);
        return words;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(WORDS)
    public int[][] scalar() {
        for (int path = 0; path < Tile.USUAL_PATHS; path++) {
            Philox.words(SEED, path, 1, 7, four);
            for (int word = 0; word < 4; word++) {
                words[word][path] = four[word];
            }
        }
        return words;
    }

    @TearDown
    public void check() {
        for (int word = 0; word < 4; word++) {
            double[] lanes = widened(lanes()[word]);
            requireSame("word " + word, lanes, widened(scalar()[word]));
        }
    }

    private static double[] widened(int[] words) {
        double[] wide = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            wide[i] = words[i];
        }
        return wide;
    }
}
