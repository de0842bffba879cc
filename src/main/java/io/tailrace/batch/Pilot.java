package io.tailrace.batch;

import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;

/// A short run that shows what a long one takes.
///
/// It is run several times: the first time the virtual machine still compiles the kernel and the statistics are
/// computed, as in every run; the fastest of the others shows the pace that a long run settles at.
/// Error: about a third, more where other work comes and goes on the same processors.
///
/// @param firstSeconds all of the first time
/// @param secondsPerPath of the fastest repetition
public record Pilot(RunResult run, double firstSeconds, double secondsPerPath) {
    /// Enough for the back-test's intervals to be far narrower than its tolerances.
    public static final int PATHS = 1 << 15;
    private static final int REPETITIONS = 4;

    /// The first paths of `like`, by the same kernel.
    public static Pilot of(Simulation like, Progress progress) {
        Simulation simulation = like.first(PATHS);
        long begin = System.nanoTime();
        RunResult run = RunResult.of(simulation, progress);
        double first = (System.nanoTime() - begin) / 1e9;
        double fastest = Double.POSITIVE_INFINITY;
        for (int again = 0; again < REPETITIONS; again++) {
            begin = System.nanoTime();
            simulation.run(progress);
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e9);
        }
        return new Pilot(run, first, fastest / PATHS);
    }

    /// What a run of so many paths takes.
    public double seconds(long paths) {
        return firstSeconds + Math.max(0, paths - PATHS) * secondsPerPath;
    }

    /// What the summary keeps and the threads work on, in bytes.
    public long bytes(Simulation simulation) {
        return run.summary().estimatedBytes() + HeapNeed.blocks(simulation);
    }
}
