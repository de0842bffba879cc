package io.tailrace.cli;

import io.tailrace.batch.JobOutcome;
import io.tailrace.plan.Metric;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What became of a batch's jobs, as people read it.
final class BatchTable {
    private static final double BILLIONS = 1e-3;
    private static final double PERCENT = 100;

    private BatchTable() {}

    /// Of one job: `aws-bedrock, price-war: done, 100,000 paths in 1.2 s; result in …`.
    static String line(JobOutcome outcome) {
        String time = Durations.text(outcome.wall().toMillis() / 1000.0);
        String name = outcome.job().name();
        return switch (outcome.state()) {
            case DONE -> String.format(Locale.ROOT, "%s: %,d paths in %s; result in %s", name, outcome.paths(), time,
                    outcome.folder().orElseThrow());
            case REUSED -> String.format(Locale.ROOT, "%s: has its result, of %,d paths, in %s", name, outcome.paths(),
                    outcome.folder().orElseThrow());
            case FAILED -> name + ": FAILED after " + time + ": " + outcome.note();
        };
    }

    /// What the jobs breach, headline numbers of every job, then what failed.
    static List<String> lines(List<JobOutcome> outcomes, double seconds) {
        var lines = new ArrayList<String>();
        outcomes.forEach(outcome -> outcome.breaches().forEach(line -> lines.add(outcome.job().name() + ": " + line)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        var grid = new Grid("job", "paths", "TaaS, $B", "CVaR95", "IaaS, $B", "CVaR95", "TaaS − IaaS, $B",
                "P(TaaS < IaaS), %", "state");
        for (JobOutcome outcome : outcomes) {
            Map<Measure, Estimate> numbers = outcome.headline();
            grid.row(
                    outcome.job().name(),
                    figure(numbers.isEmpty() ? "" : String.format(Locale.ROOT, "%,d", outcome.paths())),
                    cell(numbers, Measure.mean(Metric.NPV_TAAS.key()), BILLIONS),
                    cell(numbers, Measure.cvar(95, Metric.NPV_TAAS.key()), BILLIONS),
                    cell(numbers, Measure.mean(Metric.NPV_IAAS.key()), BILLIONS),
                    cell(numbers, Measure.cvar(95, Metric.NPV_IAAS.key()), BILLIONS),
                    cell(numbers, Measure.mean(Metric.NPV_DIFFERENCE.key()), BILLIONS),
                    cell(numbers, Measure.probability(Metric.TAAS_BELOW_IAAS.key()), PERCENT),
                    figure(state(outcome)));
        }
        lines.addAll(grid.lines());
        lines.add(
                "  Mean NPV and the mean of its worst 5 % (CVaR95); ± half of the 95 % interval of the simulation error.");
        lines.add(verdict(outcomes, seconds));
        outcomes.stream().filter(JobOutcome::failed).forEach(failed -> lines.add("  " + line(failed)));
        return lines;
    }

    /// In a word or two.
    static String state(JobOutcome outcome) {
        return outcome.state().name().toLowerCase(Locale.ROOT) + (outcome.breached() ? ", breached" : "");
    }

    private static String verdict(List<JobOutcome> outcomes, double seconds) {
        long failed = outcomes.stream().filter(JobOutcome::failed).count();
        long reused = outcomes.stream().filter(outcome -> outcome.state() == JobOutcome.State.REUSED).count();
        String time = (reused == 0 ? "" : String.format(Locale.ROOT, " (%,d from before)", reused))
                + ", in " + Durations.text(seconds);
        return failed == 0
                ? String.format(Locale.ROOT, "All %,d jobs have their results%s.", outcomes.size(), time)
                : String.format(Locale.ROOT, "%,d of %,d jobs FAILED%s:", failed, outcomes.size(), time);
    }

    private static Figure cell(Map<Measure, Estimate> numbers, Measure measure, double scale) {
        return figure(Optional.ofNullable(numbers.get(measure))
                .map(estimate -> Figure.withHalfWidth(estimate, scale))
                .orElse(""));
    }

    private static Figure figure(String text) {
        return new Figure(text, "");
    }
}
