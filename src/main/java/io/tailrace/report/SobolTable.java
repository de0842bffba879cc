package io.tailrace.report;

import io.tailrace.analysis.SobolShares;
import io.tailrace.analysis.SobolShares.Output;
import io.tailrace.analysis.SobolShares.Share;
import io.tailrace.analysis.SobolShares.Split;
import io.tailrace.analysis.TailMeasure;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// First-order and total indices, a block for each NPV; what decides next to nothing is named below.
final class SobolTable {
    /// Of the NPV's variance, and of that of being in the worst 5 %; what stays below both is not shown.
    private static final double LEAST_SHARE = 0.01;
    private static final double LEAST_TAIL_SHARE = 0.05;

    private SobolTable() {}

    static List<String> lines(SobolShares shares) {
        var lines = new ArrayList<String>();
        boolean correlated = false;
        for (Output output : shares.outputs()) {
            if (output.measure() == TailMeasure.VALUE) {
                block(lines, output, of(shares, output.outcome(), TailMeasure.AMONG_WORST));
                correlated |= output.drivers().stream().anyMatch(Share::correlated);
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "  First: what knowing the driver would remove of the variance; total: what would be left if all else"
                        + " were known; %,d paths each.",
                shares.paths()));
        if (correlated) {
            lines.add("  * correlated: first with what it says of other shocks, total without what they say of it.");
        }
        return lines;
    }

    private static void block(List<String> lines, Output value, Output worst) {
        var grid = new Grid(
                "variance of NPV, " + Wording.of(value.outcome()) + ", %", "first", "total",
                "worst 5 %: first", "total");
        Split all = value.split();
        Split tail = worst.split();
        grid.row("all uncertain parameters", percent(all.parameters()), percent(all.pathNoise().complement()),
                percent(tail.parameters()), percent(tail.pathNoise().complement()));
        grid.row("all path noise", percent(all.pathNoise()), percent(all.parameters().complement()),
                percent(tail.pathNoise()), percent(tail.parameters().complement()));
        var small = new ArrayList<String>();
        for (Share share : value.drivers()) {
            Share inTail = worst.drivers().stream()
                    .filter(other -> other.driver().equals(share.driver()))
                    .findFirst()
                    .orElseThrow();
            if (share.most() < LEAST_SHARE && inTail.most() < LEAST_TAIL_SHARE) {
                small.add(name(share));
            } else {
                grid.row(name(share), percent(share.first()), percent(share.total()), percent(inTail.first()),
                        percent(inTail.total()));
            }
        }
        lines.addAll(grid.lines());
        if (!small.isEmpty()) {
            lines.addAll(Wording.list("  below 1 %, and below 5 % of the tail:", small));
        }
    }

    private static String name(Share share) {
        return Wording.of(share.driver(), share.kind()) + (share.correlated() ? " *" : "");
    }

    private static Output of(SobolShares shares, Metric outcome, TailMeasure measure) {
        return shares.outputs().stream()
                .filter(output -> output.outcome() == outcome && output.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static Figure percent(Estimate share) {
        return Figure.percent(share);
    }
}
