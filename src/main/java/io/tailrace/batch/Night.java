package io.tailrace.batch;

import io.tailrace.engine.RunStoppedException;
import io.tailrace.scenario.BatchFile.Objective;
import io.tailrace.summary.BlockSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shares out a budget among jobs: a pilot of each, then paths where they reduce the error most, planned anew after every
/// growth.
///
/// Every job has a whole result from its pilot on, whatever becomes of the night. The job that grows is the one whose
/// next path buys most, up to what the plan gives it; it takes a twentieth of the budget and doubles its paths at most, so
/// that costs and spreads which a pilot got wrong are soon put right. Writing results is paid for as well. A job that
/// fails keeps its last result and gets no more.
/// Why no stop where targets hold: the time is there, and is best spent on what is known least.
final class Night<J extends NightJob> {
    /// Before it tails are too thin for their error to be known.
    static final long PILOT_PATHS = 8 * BlockSummary.PATHS;

    private static final int SLICES = 20;

    private final Objective objective;
    private final Budget budget;
    private final Listener<J> listener;
    private final List<Pace> paces = new ArrayList<>();
    private final Map<J, String> failures = new LinkedHashMap<>();

    /// Hears how the night goes.
    interface Listener<J> {
        void grew(J job);

        void failed(J job, String why);
    }

    Night(List<J> jobs, Objective objective, Budget budget, Listener<J> listener) {
        this.objective = objective;
        this.budget = budget;
        this.listener = listener;
        jobs.forEach(job -> paces.add(new Pace(job)));
    }

    /// What a job costs, by its last growth.
    private final class Pace {
        private final J job;
        private double perPath;
        private double perResult;

        Pace(J job) {
            this.job = job;
        }

        Allocation.Estimated estimated() {
            return new Allocation.Estimated(
                    job.error() * Math.sqrt((double) job.paths()), cost(), job.paths(), job.most());
        }

        double cost() {
            return Math.max(perPath, Double.MIN_NORMAL);
        }

        /// Seconds that are worth beginning with: a block and a result.
        double least() {
            return perPath * BlockSummary.PATHS + perResult;
        }
    }

    /// Why jobs failed.
    Map<J, String> failures() {
        return failures;
    }

    /// A short run of each job, beyond what it may have from before. Not bound by the budget: a night without results is
    /// no night.
    void pilot() {
        for (Pace pace : List.copyOf(paces)) {
            grow(pace, Math.min(pace.job.paths() + PILOT_PATHS, pace.job.most()), true);
        }
    }

    /// Until the budget is used up or no job may have more.
    void run() {
        for (Optional<Pace> next = next(); next.isPresent(); next = next()) {
            Pace pace = next.get();
            double seconds = Math.min(budget.left() - pace.perResult, budget.total() / SLICES);
            long slice = (long) Math.min(seconds / pace.cost(), (double) pace.job.paths());
            long target = (long) Math.ceil(planned.get(pace));
            grow(pace, Math.min(target, pace.job.paths() + Math.max(slice, BlockSummary.PATHS)), false);
        }
    }

    private final Map<Pace, Double> planned = new LinkedHashMap<>();

    /// The job whose next path buys most, among those that the plan gives more paths.
    private Optional<Pace> next() {
        planned.clear();
        List<Pace> able = paces.stream().filter(pace -> pace.least() < budget.left()).toList();
        double forResults = able.stream().mapToDouble(pace -> pace.perResult).sum();
        double[] paths = Allocation.of(
                able.stream().map(Pace::estimated).toList(), Math.max(0, budget.left() - forResults), objective);
        for (int i = 0; i < paths.length; i++) {
            planned.put(able.get(i), paths[i]);
        }
        return able.stream()
                .filter(pace -> extra(pace) >= 1)
                .max(Comparator.comparingDouble(this::gain));
    }

    /// Of the worst error only the largest counts; of their sum each, by what a second takes off it.
    private double gain(Pace pace) {
        double error = pace.job.error();
        return objective == Objective.worst ? error : error / pace.job.paths() / pace.cost();
    }

    private double extra(Pace pace) {
        return planned.get(pace) - pace.job.paths();
    }

    private void grow(Pace pace, long paths, boolean whatever) {
        J job = pace.job;
        long before = job.paths();
        double begin = budget.used();
        try {
            job.growTo(paths, () -> !whatever && budget.left() <= pace.perResult);
            double grown = budget.used();
            if (job.paths() > before) {
                pace.perPath = (grown - begin) / (job.paths() - before);
            }
            job.write();
            pace.perResult = budget.used() - grown;
            listener.grew(job);
        } catch (RunStoppedException stopped) {
            throw stopped;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            paces.remove(pace);
            failures.put(job, BatchRunner.why(e));
            listener.failed(job, failures.get(job));
        }
    }
}
