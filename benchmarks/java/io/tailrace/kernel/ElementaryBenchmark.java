package io.tailrace.kernel;

import io.tailrace.benchmarks.Timed;
import io.tailrace.random.Elementary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/// exp and log of a thousand numbers as the model meets them. The library is the JDK's StrictMath.
public class ElementaryBenchmark extends Timed {
    private static final int COUNT = 1024;

    @Param({"exp", "log"}) public String function;

    private final double[] x = new double[COUNT];
    private final double[] y = new double[COUNT];

    public ElementaryBenchmark() {
        for (int i = 0; i < COUNT; i++) {
            x[i] = 0.001 + 0.01 * i;
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(COUNT)
    public double[] lanes() {
        if (function.equals("exp")) {
            for (int i = 0; i < COUNT; i += Lanes.COUNT) {
                LaneMath.exp(Lanes.load(x, i)).intoArray(y, i);
            }
        } else {
            for (int i = 0; i < COUNT; i += Lanes.COUNT) {
                LaneMath.log(Lanes.load(x, i)).intoArray(y, i);
            }
        }
        return y;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(COUNT)
    public double[] scalar() {
        if (function.equals("exp")) {
            for (int i = 0; i < COUNT; i++) {
                y[i] = Elementary.exp(x[i]);
            }
        } else {
            for (int i = 0; i < COUNT; i++) {
                y[i] = Elementary.log(x[i]);
            }
        }
        return y;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @OperationsPerInvocation(COUNT)
    public double[] library() {
        if (function.equals("exp")) {
            for (int i = 0; i < COUNT; i++) {
                y[i] = StrictMath.exp(x[i]);
            }
        } else {
            for (int i = 0; i < COUNT; i++) {
                y[i] = StrictMath.log(x[i]);
            }
        }
        return y;
    }

    @TearDown
    public void check() {
        double[] lanes = lanes().clone();
        requireSame(function, lanes, scalar());
        requireNear(function, lanes, library(), 1e-15);
    }
}
