package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Summary;
import java.util.List;
import java.util.Optional;

/// A finished run: what was computed, what is kept of it, and what follows column by column.
///
/// @param paths that were run; fewer than the simulation's where precision ended the run
/// @param statistics of every column, in the layout's order
/// @param outcome how the run ended, where it had targets
public record RunResult(
        Plan plan,
        Sampling sampling,
        long paths,
        Summary summary,
        List<ColumnStatistics> statistics,
        Convergence convergence,
        Optional<Precision.Outcome> outcome) {
    public static RunResult of(Simulation simulation, Progress progress) {
        return of(simulation, Precision.NONE, progress);
    }

    /// Of a run that ends when its targets hold. The answer is that of a run of so many paths, bit for bit.
    public static RunResult of(Simulation simulation, Precision precision, Progress progress) {
        var course = new Course(simulation, precision, progress);
        Summary summary = simulation.run(course, progress);
        Convergence convergence = course.convergence();
        return new RunResult(
                simulation.plan(),
                simulation.sampling(),
                course.paths(),
                summary,
                summary.statistics(),
                convergence,
                course.outcome());
    }

    /// Key of the random numbers.
    public long seed() {
        return sampling.seed();
    }

    /// Statistics of the column of that name and quarter, 0 for a metric of the whole path.
    public ColumnStatistics of(String key, int quarter) {
        return statistics.get(summary.layout().indexOf(key, quarter));
    }
}
