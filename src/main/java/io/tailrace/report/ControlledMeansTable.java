package io.tailrace.report;

import io.tailrace.analysis.ControlledMeans;
import io.tailrace.analysis.ControlledMeans.Mean;
import io.tailrace.plan.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Means with and without control variates.
final class ControlledMeansTable {
    private static final String ROW = "  %-26s%-24s%-24s%s";

    private ControlledMeansTable() {}

    static List<String> lines(ControlledMeans means) {
        var lines = new ArrayList<String>();
        lines.add(row("mean NPV of EBIT, $B", "plain", "controlled", "variance ratio"));
        for (Mean mean : means.means()) {
            lines.add(row(
                    "  " + name(mean.metric()),
                    Figure.billions(mean.plain()).text(),
                    mean.controlled() ? Figure.billions(mean.mean()).text() : "no help",
                    Figure.significant(mean.varianceRatio(), 2)));
        }
        Mean last = means.means().getLast();
        lines.add(String.format(
                Locale.ROOT, "  %d controls of known mean; strongest for %s: %s.", means.controls(),
                name(last.metric()),
                String.join("; ", last.strongest())));
        return lines;
    }

    private static String name(Metric metric) {
        return switch (metric) {
            case NPV_TAAS -> "TaaS";
            case NPV_IAAS -> "IaaS";
            case NPV_DIFFERENCE -> "TaaS − IaaS";
            default -> metric.key();
        };
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
    }
}
