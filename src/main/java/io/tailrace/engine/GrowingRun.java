package io.tailrace.engine;

import io.tailrace.random.Sampling;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Summary;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A run that grows: more paths extend the earlier ones, and nothing is computed twice.
///
/// Its result is at any time that of one run of so many paths, bit for bit: paths are known by their number alone, and
/// blocks merge exactly in any grouping. Not for use by several threads; each growth has the simulation's own.
/// Memory: that of a run, as long as it may still grow.
public final class GrowingRun {
    private final Simulation simulation;
    private final Course course;
    private final Summary summary;

    /// @param simulation with the most paths that it may grow to; independent ones
    public GrowingRun(Simulation simulation) {
        if (!(simulation.sampling() instanceof Sampling.Plain)) {
            throw new IllegalArgumentException("replicates do not grow");
        }
        this.simulation = simulation;
        course = new Course(simulation, Precision.NONE, Checkpoints.NONE, Progress.NONE);
        course.growTo(0, () -> true);
        summary = new Summary(Recording.layout(simulation.plan()));
    }

    public Simulation simulation() {
        return simulation;
    }

    public long paths() {
        return course.paths();
    }

    /// Adds paths until there are so many, up to the next whole block, or until the time is up.
    public void growTo(long paths, BooleanSupplier timeIsUp, Progress progress) {
        course.growTo(Math.ceilDiv(paths, (long) BlockSummary.PATHS), timeIsUp);
        simulation.leg(course, summary, progress);
    }

    /// What is known of a measure now.
    public Reading read(Measure measure) {
        return Reading.of(measure, summary);
    }

    /// That of a run of so many paths.
    public RunResult result() {
        return new RunResult(
                simulation.plan(), simulation.sampling(), paths(), summary, summary.statistics(), course.convergence(),
                Optional.empty(), List.of());
    }
}
