package io.tailrace.report;

import io.tailrace.analysis.Ranks;
import io.tailrace.analysis.Ranks.Against;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Rank correlations and where CUSUNORO curves are furthest from zero, a block for each NPV.
final class RanksTable {
    /// What stays below both is named, not shown.
    private static final double LEAST_CORRELATION = 0.03;
    private static final double LEAST_CURVE = 0.02;

    private record Row(String name, Against against) {
        double strength() {
            return Math.abs(against.spearman().value());
        }

        boolean isStrong() {
            return Stream.of(against.spearman(), against.partial()).anyMatch(one -> reaches(one, LEAST_CORRELATION))
                    || Stream.concat(against.curve().stream(), against.tailCurve().stream())
                            .anyMatch(one -> reaches(one, LEAST_CURVE));
        }

        private static boolean reaches(Estimate estimate, double least) {
            return Math.abs(estimate.value()) >= least;
        }
    }

    private RanksTable() {}

    static List<String> lines(Ranks ranks) {
        var lines = new ArrayList<String>();
        for (Against any : ranks.drivers().getFirst().outcomes()) {
            block(lines, ranks, any.outcome());
        }
        lines.add(String.format(
                Locale.ROOT,
                "  Partial: with the other drivers' ranks taken out. Curve: where it is furthest from 0, and on which share of"
                        + " %,d paths,",
                ranks.paths()));
        lines.add(
                "  those with the lowest driver; below 0 they have the lower NPV, or are less often among the worst 5 %.");
        return lines;
    }

    private static void block(List<String> lines, Ranks ranks, Metric outcome) {
        var grid = new Grid(
                "NPV of " + Wording.of(outcome), "Spearman", "partial", "curve", "curve of the worst 5 %");
        var weak = new ArrayList<String>();
        ranks.drivers().stream()
                .map(row -> new Row(Wording.of(row.driver(), row.kind()), against(row, outcome)))
                .sorted(Comparator.comparingDouble(Row::strength).reversed())
                .forEach(row -> {
                    if (row.isStrong()) {
                        grid.row(row.name(), Figure.plain(row.against().spearman()),
                                Figure.plain(row.against().partial()), furthest(row.against().curve(), ranks),
                                furthest(row.against().tailCurve(), ranks));
                    } else {
                        weak.add(row.name());
                    }
                });
        lines.addAll(grid.lines());
        if (!weak.isEmpty()) {
            lines.addAll(Wording.list("  correlations below 0.03, curves below 0.02:", weak));
        }
    }

    private static Figure furthest(List<Estimate> curve, Ranks ranks) {
        int furthest = 0;
        for (int k = 1; k < curve.size(); k++) {
            furthest = Math.abs(curve.get(k).value()) > Math.abs(curve.get(furthest).value()) ? k : furthest;
        }
        Figure figure = Figure.plain(curve.get(furthest));
        String share = String.format(Locale.ROOT, " at %.0f %%", 100 * ranks.curveShares().get(furthest));
        return new Figure(figure.value(), figure.interval() + share);
    }

    private static Against against(Ranks.Row row, Metric outcome) {
        return row.outcomes().stream()
                .filter(one -> one.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }
}
