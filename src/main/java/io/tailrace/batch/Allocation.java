package io.tailrace.batch;

import io.tailrace.scenario.BatchFile.Objective;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// How many paths each job shall have, so that a budget buys the least error.
///
/// The error of a job falls with the root of its paths: error(n) = spread / √n. Errors are relative: 1 is what was asked
/// for. With the budget B, costs c and the paths m that are done already, n ≥ m and Σ c (n − m) ≤ B:
///
/// - `worst`: the largest error is least where all that get paths end at one level λ, n = (spread / λ)²;
/// - `sum`: the sum of errors is least where a second buys the same everywhere, n = (spread / (2 μ c))^⅔.
///
/// Either is found by bisection on λ or μ, whose cost falls as they rise. A job never loses paths, and none gets more than
/// its most.
/// Source: Neyman (1934) for allocation by spread; Bhatnagar, Glynn & Liu's form of it for unequal costs is the same
/// condition: equal marginal error per unit of cost.
final class Allocation {
    private static final int HALVINGS = 200;

    private Allocation() {}

    /// What is known of a job.
    ///
    /// @param spread error of one path, relative to what was asked for: error(n) is this over √n
    /// @param costPerPath in the budget's unit
    /// @param paths that are done
    /// @param most that it may ever have
    record Estimated(double spread, double costPerPath, long paths, long most) {
        double error() {
            return spread / Math.sqrt((double) paths);
        }
    }

    /// Paths of each job in all, those done included.
    static double[] of(List<Estimated> jobs, double budget, Objective objective) {
        double most = cost(jobs, wanted(jobs, 0, objective));
        if (most <= budget) {
            return wanted(jobs, 0, objective);
        }
        double low = 0; // costs more than the budget
        double high = 1;
        while (cost(jobs, wanted(jobs, high, objective)) > budget) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (cost(jobs, wanted(jobs, middle, objective)) > budget) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return wanted(jobs, high, objective);
    }

    private static double[] wanted(List<Estimated> jobs, double level, Objective objective) {
        return jobs.stream().mapToDouble(job -> {
            DoubleUnaryOperator paths = switch (objective) {
                case worst -> at -> job.spread / at * (job.spread / at);
                case sum -> at -> Math.cbrt(Math.pow(job.spread / (2 * at * job.costPerPath), 2));
            };
            double free = level == 0 ? Double.POSITIVE_INFINITY : paths.applyAsDouble(level);
            return job.spread > 0
                    ? Math.clamp(free, (double) job.paths, (double) Math.max(job.paths, job.most))
                    : (double) job.paths;
        }).toArray();
    }

    private static double cost(List<Estimated> jobs, double[] paths) {
        double cost = 0;
        for (int j = 0; j < paths.length; j++) {
            cost += jobs.get(j).costPerPath * (paths[j] - jobs.get(j).paths);
        }
        return cost;
    }
}
