package io.tailrace.report;

import io.tailrace.analysis.Driver;
import io.tailrace.analysis.ShapleyShares;
import io.tailrace.analysis.ShapleyShares.Output;
import io.tailrace.analysis.ShapleyShares.Share;
import io.tailrace.analysis.TailMeasure;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Shares of the variance, a row for each driver and a block for each NPV.
final class ShapleyTable {
    /// A driver below it in every column is not shown.
    private static final double LEAST_SHARE = 0.01;

    private ShapleyTable() {}

    static List<String> lines(ShapleyShares shares) {
        var lines = new ArrayList<String>();
        shares.outputs().stream()
                .map(Output::outcome)
                .distinct()
                .forEach(outcome -> block(lines, shares, outcome));
        lines.add(String.format(
                Locale.ROOT,
                "  Shares sum to 100 %%, correlated shocks included; %d orders of the drivers, %,d paths a step.",
                shares.orders(),
                shares.orderPaths()));
        return lines;
    }

    private static void block(List<String> lines, ShapleyShares shares, Metric outcome) {
        var grid = new Grid(
                "share of uncertainty, " + Wording.of(outcome) + ", %", "NPV", "among the worst 5 %",
                "shortfall below P5");
        var small = new ArrayList<String>();
        for (Share share : of(shares, outcome, TailMeasure.VALUE).drivers()) {
            List<Estimate> row = Stream.of(TailMeasure.values())
                    .map(measure -> share(of(shares, outcome, measure), share.driver(), share.kind()))
                    .toList();
            String name = Wording.of(share.driver(), share.kind());
            if (row.stream().allMatch(estimate -> estimate.value() < LEAST_SHARE)) {
                small.add(name);
            } else {
                grid.row(name, row.stream().map(Figure::percent).toArray(Figure[]::new));
            }
        }
        lines.addAll(grid.lines());
        if (!small.isEmpty()) {
            lines.addAll(Wording.list("  below 1 %:", small));
        }
    }

    private static Output of(ShapleyShares shares, Metric outcome, TailMeasure measure) {
        return shares.outputs().stream()
                .filter(output -> output.outcome() == outcome && output.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static Estimate share(Output output, String driver, Driver.Kind kind) {
        return output.drivers().stream()
                .filter(share -> share.driver().equals(driver) && share.kind() == kind)
                .findFirst()
                .orElseThrow()
                .share();
    }
}
