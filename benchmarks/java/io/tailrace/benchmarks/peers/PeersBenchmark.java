package io.tailrace.benchmarks.peers;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.engine.KernelChoice;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;
import io.tailrace.summary.Summary;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import net.finmath.stochastic.RandomVariable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a path of W1, on one thread, with all 168 values recorded.
///
/// Every peer's means are held against [Expected] when its run ends, so a fast wrong answer is an error.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:MaxNewSize=128m"})
public class PeersBenchmark {
    private static final int PATHS = 16_384;
    private static final int MODEL_PATHS = 1 << 16;
    private static final int OWN_PATHS = 1 << 20;
    private static final long SEED = 2026;

    /// Tailrace in lanes: a whole run from the first draw to the merged summary.
    @Benchmark
    @OperationsPerInvocation(OWN_PATHS)
    @Warmup(iterations = 5, time = 5)
    public Summary tailrace(Tailrace peer) { return peer.simulate(KernelChoice.LANES); }

    /// Tailrace's readable model, path by path.
    @Benchmark
    @OperationsPerInvocation(MODEL_PATHS)
    public Summary tailraceModel(Tailrace peer) { return peer.model(); }

    /// Commons Math alone, path by path.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public void commonsMath(CommonsMath peer) { peer.simulate(); }

    /// SSJ, path by path.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public void ssj(Ssj peer) { peer.simulate(); }

    /// Good everyday Java, path by path, on xoshiro256++.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public void goodScalarXoshiro(Xoshiro peer) { peer.simulate(); }

    /// The same on L64X128Mix.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public void goodScalarL64X128(L64X128 peer) { peer.simulate(); }

    /// finmath-lib, all paths of a batch at once, recorded like the others so that batches can be merged.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public void finmath(Finmath peer) { peer.simulate(); }

    /// The same with the library's own mean, standard error and eleven quantiles of each batch instead.
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public double[][] finmathOwnStatistics(FinmathOwnStatistics peer) { return peer.simulate(); }

    /// On the shipped scenario that W1 is.
    @State(Scope.Thread)
    public static class Tailrace {
        private final Plan plan = Scenarios.plan("reference");
        private Summary last;

        Summary simulate(KernelChoice kernel) { return simulate(kernel, OWN_PATHS); }

        Summary model() { return simulate(KernelChoice.MODEL, MODEL_PATHS); }

        private Summary simulate(KernelChoice kernel, int paths) {
            last = new Simulation(plan, new Sampling.Plain(SEED), paths, 1, kernel).run(Progress.NONE);
            return last;
        }

        @TearDown(Level.Trial)
        public void check() { report("Tailrace", this::estimate); }

        private Estimate estimate(int column) {
            var mean = last.mean(ownColumn(column));
            return new Estimate(mean.value(), mean.standardError());
        }

        /// W1's quantities and metrics by their names among all that the scenario records.
        private int ownColumn(int column) {
            for (Output output : Output.values()) {
                if (output.ordinal() < Output.NPV_TAAS.ordinal()) {
                    int quarter = column - output.column(1) + 1;
                    if (quarter >= 1 && quarter <= W1.QUARTERS) {
                        return last.layout().indexOf(Quantity.valueOf(output.name()).key(), quarter);
                    }
                } else if (output.column() == column) {
                    return last.layout().indexOf(metric(output), 0);
                }
            }
            throw new IllegalArgumentException("no column " + column);
        }

        private static String metric(Output output) {
            return switch (output) {
                case NPV_MIX_25 -> Plan.mixKey(0.25);
                case NPV_MIX_50 -> Plan.mixKey(0.5);
                case NPV_MIX_75 -> Plan.mixKey(0.75);
                default -> Metric.valueOf(output.name()).key();
            };
        }
    }

    /// A peer that simulates path by path.
    public abstract static class PathByPath {
        private final String name;
        private final Recorder recorder;
        private final W1Path path;

        PathByPath(String name, Chance chance, Recorder recorder) {
            this.name = name;
            this.recorder = recorder;
            this.path = new W1Path(chance, recorder);
        }

        void simulate() {
            for (int i = 0; i < PATHS; i++) path.simulate();
        }

        @TearDown(Level.Trial)
        public void check() { report(name, recorder::estimate); }
    }

    @State(Scope.Thread)
    public static class CommonsMath extends PathByPath {
        public CommonsMath() { super("Commons Math", new CommonsMathChance(SEED), new Recorder(PowerSums::new)); }
    }

    @State(Scope.Thread)
    public static class Ssj extends PathByPath {
        public Ssj() { super("SSJ", new SsjChance(), new Recorder(TallyMoments::new)); }
    }

    @State(Scope.Thread)
    public static class Xoshiro extends PathByPath {
        public Xoshiro() {
            super("Good scalar, xoshiro256++", new PlainChance("Xoshiro256PlusPlus", SEED),
                    new Recorder(PowerSums::new));
        }
    }

    @State(Scope.Thread)
    public static class L64X128 extends PathByPath {
        public L64X128() {
            super("Good scalar, L64X128Mix", new PlainChance("L64X128MixRandom", SEED),
                    new Recorder(PowerSums::new));
        }
    }

    @State(Scope.Thread)
    public static class Finmath {
        private final Recorder recorder = new Recorder(PowerSums::new);
        private int batch;

        void simulate() {
            RandomVariable[] values = FinmathPaths.simulate(PATHS, batch++);
            for (int column = 0; column < values.length; column++) record(column, values[column]);
        }

        private void record(int column, RandomVariable value) {
            for (int path = 0; path < PATHS; path++) recorder.record(column, value.get(path));
        }

        @TearDown(Level.Trial)
        public void check() { report("finmath-lib", recorder::estimate); }
    }

    @State(Scope.Thread)
    public static class FinmathOwnStatistics {
        private static final double[] PROBABILITIES = {0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

        private int batch;
        private RandomVariable[] last = {};

        /// [column][statistic]: mean, standard error, quantiles.
        double[][] simulate() {
            last = FinmathPaths.simulate(PATHS, batch++);
            return Arrays.stream(last).map(FinmathOwnStatistics::statistics).toArray(double[][]::new);
        }

        private static double[] statistics(RandomVariable value) {
            double[] statistics = new double[2 + PROBABILITIES.length];
            statistics[0] = value.getAverage();
            statistics[1] = value.getStandardError();
            for (int i = 0; i < PROBABILITIES.length; i++) statistics[2 + i] = value.getQuantile(PROBABILITIES[i]);
            return statistics;
        }

        @TearDown(Level.Trial)
        public void check() {
            report("finmath-lib, own statistics, last batch",
                    column -> new Estimate(last[column].getAverage(), last[column].getStandardError()));
        }
    }

    private static void report(String peer, IntFunction<Estimate> estimates) {
        System.out.println(Expected.check(peer, estimates));
    }
}
