package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Summary;
import java.util.List;

/// A finished run: what was computed, what is kept of it, and what follows column by column.
///
/// @param statistics of every column, in the layout's order
public record RunResult(Plan plan, Sampling sampling, long paths, Summary summary, List<ColumnStatistics> statistics) {
    public static RunResult of(Simulation simulation, Progress progress) {
        Summary summary = simulation.run(progress);
        return new RunResult(
                simulation.plan(), simulation.sampling(), simulation.paths(), summary, summary.statistics());
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
