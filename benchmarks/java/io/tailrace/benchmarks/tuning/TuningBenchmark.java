package io.tailrace.benchmarks.tuning;

import io.tailrace.benchmarks.Scenarios;
import io.tailrace.engine.KernelChoice;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.Tuning;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.Summary;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A whole run from the first draw to the merged summary, on all threads, with the knobs that the process was started
/// with. Its answer is held against the scalar model's.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:MaxNewSize=128m"})
public class TuningBenchmark {
    static final int PATHS = 1 << 15;
    private static final int CHECKED_PATHS = 1 << 12;

    @Param("configs/aws-bedrock.yaml") public String scenario;

    private Simulation simulation;

    @Setup
    public void compile() {
        Plan plan = Scenarios.plan(Path.of(scenario));
        simulation = new Simulation(
                plan, new Sampling.Plain(2026), PATHS, Tuning.threads(), KernelChoice.forRunOf(Long.MAX_VALUE));
    }

    @Benchmark
    @OperationsPerInvocation(PATHS)
    public Summary run() {
        return simulation.run(Progress.NONE);
    }

    @TearDown
    public void check() {
        Simulation few = simulation.first(CHECKED_PATHS);
        var model = new Simulation(few.plan(), few.sampling(), CHECKED_PATHS, 1, KernelChoice.MODEL);
        if (!few.run(Progress.NONE).statistics().equals(model.run(Progress.NONE).statistics())) {
            throw new IllegalStateException("the tuned run and the model differ");
        }
    }
}
