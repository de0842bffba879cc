package io.tailrace.cli;

import io.tailrace.plan.Metric;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import io.tailrace.report.NightRecord;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a night came to, as people read it: breaches first.
final class NightTable {
    private NightTable() {}

    static List<String> lines(NightRecord night) {
        var lines = new ArrayList<String>(night.breaches());
        if (!lines.isEmpty()) {
            lines.add("");
        }
        var grid = new Grid("job", "paths", "error / asked", "TaaS, $B", "IaaS, $B", "TaaS − IaaS, $B", "state");
        night.jobs().forEach(job -> grid.row(
                job.name(),
                figure(String.format(Locale.ROOT, "%,d", job.paths())),
                figure(error(job)),
                money(job, Metric.NPV_TAAS),
                money(job, Metric.NPV_IAAS),
                money(job, Metric.NPV_DIFFERENCE),
                figure(job.failed() ? "FAILED" : job.breached() ? "breached" : "done")));
        lines.addAll(grid.lines());
        lines.add(
                "  Mean NPV; ± half of the 95 % interval. error / asked: of the target that is furthest off, 1 where it"
                        + " just holds.");
        night.jobs().stream()
                .filter(NightRecord.Entry::failed)
                .forEach(job -> lines.add("  " + job.name() + ": FAILED: " + job.failure()));
        return lines;
    }

    private static String error(NightRecord.Entry job) {
        double worst = job.targets().stream().mapToDouble(NightRecord.Reached::relative).max().orElse(Double.NaN);
        return Figure.significant(worst, 2);
    }

    private static Figure money(NightRecord.Entry job, Metric metric) {
        Estimate estimate = job.headline().get(Measure.mean(metric.key()));
        return figure(estimate == null ? "" : Figure.withHalfWidth(estimate, 1e-3));
    }

    private static Figure figure(String text) {
        return new Figure(text, "");
    }
}
