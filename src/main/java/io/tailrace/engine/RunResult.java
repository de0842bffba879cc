package io.tailrace.engine;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.ConditionalTail;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Summary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A finished run: what was computed, what is kept of it, and what follows column by column.
///
/// @param paths that were run; fewer than the simulation's where precision ended the run
/// @param statistics of every column, in the layout's order
/// @param outcome how the run ended, where it had targets
/// @param replicates conditional tails of every replicate of a quasi-random run, empty otherwise
public record RunResult(
        Plan plan,
        Sampling sampling,
        long paths,
        Summary summary,
        List<ColumnStatistics> statistics,
        Convergence convergence,
        Optional<Precision.Outcome> outcome,
        List<List<ConditionalTail>> replicates) {
    public static RunResult of(Simulation simulation, Progress progress) {
        return of(simulation, Precision.NONE, progress);
    }

    public static RunResult of(Simulation simulation, Precision precision, Progress progress) {
        return of(simulation, precision, Checkpoints.NONE, progress);
    }

    /// Of a run that ends when its targets hold. The answer is that of a run of so many paths, bit for bit.
    ///
    /// A quasi-random run has whole replicates and no targets. What the checkpoints have is gone on from.
    public static RunResult of(
            Simulation simulation, Precision precision, Checkpoints checkpoints, Progress progress) {
        if (simulation.sampling() instanceof Sampling.QuasiRandom quasi) {
            if (precision.mayStop()) {
                throw new IllegalArgumentException("targets need independent paths");
            }
            return Replicates.run(simulation, quasi, checkpoints, progress);
        }
        var course = new Course(simulation, precision, checkpoints, progress);
        Summary summary = simulation.run(course, checkpoints, progress);
        Convergence convergence = course.convergence();
        return new RunResult(
                simulation.plan(),
                simulation.sampling(),
                course.paths(),
                summary,
                summary.statistics(),
                convergence,
                course.outcome(convergence),
                List.of());
    }

    /// Key of the random numbers.
    public long seed() {
        return sampling.seed();
    }

    /// How often a metric that is 1 or 0 is 1.
    public Estimate probability(Metric metric) {
        int column = summary.layout().indexOf(metric.key(), 0);
        Estimate share = summary.probabilityBelow(column, 1).complement();
        Estimate mean = statistics.get(column).mean();
        return replicates.isEmpty() || mean.standardError() == 0 ? share : mean.withinUnit();
    }

    /// Mean of a metric over the `share` of the paths with the lowest token spending.
    public Estimate meanWhereDemandIsLow(String key, double share) {
        int column = summary.layout().indexOf(key, 0);
        return whereDemandIsLow(tail -> tail.mean(column, share));
    }

    /// How often a metric is negative on those paths.
    public Estimate probabilityNegativeWhereDemandIsLow(Metric metric, double share) {
        int column = summary.layout().indexOf(metric.key(), 0);
        Estimate probability = whereDemandIsLow(tail -> tail.probabilityNegative(column, share));
        return replicates.isEmpty() ? probability : probability.withinUnit();
    }

    private Estimate whereDemandIsLow(Function<ConditionalTail, Estimate> read) {
        ConditionalTail whole = summary.tails().getFirst();
        return replicates.isEmpty() ? read.apply(whole) : Replicates.of(read, whole, replicates);
    }

    /// Statistics of the column of that name and quarter, 0 for a metric of the whole path.
    public ColumnStatistics of(String key, int quarter) {
        return statistics.get(summary.layout().indexOf(key, quarter));
    }
}
