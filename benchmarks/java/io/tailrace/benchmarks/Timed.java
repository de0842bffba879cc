package io.tailrace.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How everything small is timed: nanoseconds an operation, on one thread.
///
/// A benchmark has a method for each way of doing the same work: `lanes`, `scalar`, the plain twin, and `library`, what
/// others offer. It holds their answers against each other when its run ends, so that a fast wrong answer is an error.
/// Ways in lanes are not inlined into the timing loop, as the kernel's stages are not into theirs.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:MaxNewSize=128m"})
public abstract class Timed {
    /// Throws where two ways gave different bits.
    protected static void requireSame(String what, double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Double.doubleToLongBits(one[i]) != Double.doubleToLongBits(other[i])) {
                throw new IllegalStateException(what + ": " + one[i] + " and " + other[i] + " at " + i);
            }
        }
    }

    /// Throws where two ways differ by more than a share of the value.
    protected static void requireNear(String what, double[] one, double[] other, double tolerance) {
        for (int i = 0; i < one.length; i++) {
            if (!(Math.abs(one[i] - other[i]) <= tolerance * Math.max(1, Math.abs(other[i])))) {
                throw new IllegalStateException(what + ": " + one[i] + " and " + other[i] + " at " + i);
            }
        }
    }
}
