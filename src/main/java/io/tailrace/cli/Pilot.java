package io.tailrace.cli;

import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import java.util.Locale;

/// A short run that shows what a long one takes.
///
/// Its pace is that of the second half, when the virtual machine has compiled the model.
/// Error: about a third, more where other work shares the processors.
///
/// @param afterSeconds what comes after the last path, whatever the number of paths
record Pilot(RunResult run, double secondsPerPath, double afterSeconds) {
    /// Enough for the back-test's intervals to be far narrower than its tolerances.
    static final int PATHS = 1 << 15;

    /// Of a run like `like`, but short.
    static Pilot of(Simulation like, ProgressLine progress) {
        int threads = Math.min(like.threads(), PATHS / 1024);
        var simulation = new Simulation(like.plan(), like.seed(), PATHS, threads);
        var pace = new Pace(progress);
        RunResult run = RunResult.of(simulation, pace);
        return new Pilot(run, pace.secondsPerPath(), (System.nanoTime() - pace.lastNanos) / 1e9);
    }

    double seconds(long paths) {
        return paths * secondsPerPath + afterSeconds;
    }

    /// What the summary keeps and the threads work on, in bytes.
    long bytes(Simulation simulation) {
        return run.summary().estimatedBytes() + Memory.blocks(simulation);
    }

    String cost(Simulation simulation) {
        return String.format(
                Locale.ROOT,
                "A run of %,d paths on %d threads takes about %s and %,d MB of heap, however many paths (from a pilot of"
                        + " %,d).",
                simulation.paths(),
                simulation.threads(),
                Durations.text(seconds(simulation.paths())),
                Math.round(bytes(simulation) / 1e6),
                PATHS);
    }

    private static final class Pace implements Progress {
        private final Progress shown;
        private long halfPaths;
        private long halfNanos;
        private long lastPaths;
        private long lastNanos;

        Pace(Progress shown) {
            this.shown = shown;
        }

        @Override
        public synchronized void update(long done, long total) {
            shown.update(done, total);
            lastNanos = System.nanoTime();
            lastPaths = Math.max(lastPaths, done);
            if (halfPaths == 0 && done >= total / 2) {
                halfPaths = done;
                halfNanos = lastNanos;
            }
        }

        double secondsPerPath() {
            return (lastNanos - halfNanos) / 1e9 / Math.max(1, lastPaths - halfPaths);
        }
    }
}
