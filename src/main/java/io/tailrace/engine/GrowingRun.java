package io.tailrace.engine;

import io.tailrace.random.Sampling;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
import java.time.Duration;
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
    private final Checkpoints checkpoints;
    private final Course course;
    private final Summary summary;
    private long nanos; // of all growths

    /// A run that nobody goes on with.
    public GrowingRun(Simulation simulation) {
        this(simulation, Checkpoints.NONE);
    }

    /// @param simulation with the most paths that it may grow to; independent ones
    /// @param checkpoints where its state is kept as it grows, and from where it goes on
    public GrowingRun(Simulation simulation, Checkpoints checkpoints) {
        if (!(simulation.sampling() instanceof Sampling.Plain)) {
            throw new IllegalArgumentException("replicates do not grow");
        }
        this.simulation = simulation;
        this.checkpoints = checkpoints;
        course = new Course(simulation, Precision.NONE, checkpoints, Progress.NONE);
        Layout layout = Recording.layout(simulation.plan());
        summary = checkpoints.last().map(state -> {
            nanos = state.count();
            course.read(state);
            return SummaryCodec.read(layout, state);
        }).orElseGet(() -> new Summary(layout));
        course.growTo(blocks(course.dealt()), () -> true);
    }

    private static long blocks(long paths) {
        return Math.ceilDiv(paths, (long) BlockSummary.PATHS);
    }

    public Simulation simulation() {
        return simulation;
    }

    public long paths() {
        return course.paths();
    }

    /// Of all its growths, in other processes too.
    public Duration wall() {
        return Duration.ofNanos(nanos);
    }

    /// Adds paths until there are so many, up to the next whole block, or until the time is up.
    ///
    /// @throws RunStoppedException when its state is kept and the process is to end
    public void growTo(long paths, BooleanSupplier timeIsUp, Progress progress) {
        long begin = System.nanoTime();
        long before = nanos;
        course.growTo(Math.max(blocks(paths), blocks(course.dealt())), timeIsUp);
        simulation.leg(course, summary, progress);
        nanos = before + System.nanoTime() - begin;
        while (course.isPaused()) {
            keep();
            course.carryOn();
            simulation.leg(course, summary, progress);
            nanos = before + System.nanoTime() - begin;
        }
    }

    /// Keeps its state, whether that is due or not.
    public void keep() {
        checkpoints.keep(course.dealt(), to -> {
            to.count(nanos);
            course.write(to);
            SummaryCodec.write(summary, to);
        });
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
