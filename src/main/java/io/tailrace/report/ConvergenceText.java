package io.tailrace.report;

import io.tailrace.analysis.EnoughPaths;
import io.tailrace.plan.Metric;
import java.util.Locale;
import java.util.stream.Collectors;

/// Whether the paths were enough, in a plain sentence.
final class ConvergenceText {
    /// So many that 100 paths lie in the tail of 5 %.
    private static final double FEWEST = 2000;

    private ConvergenceText() {}

    static String sentence(EnoughPaths enough, long paths) {
        if (enough.contracts().stream().anyMatch(contract -> Double.isNaN(contract.halfWidth()))) {
            return "Not enough paths: nothing is known of the error.";
        }
        String known = enough.contracts().stream()
                .map(contract -> "±" + Figure.significant(contract.halfWidth() / 1000, 2) + " $B ("
                        + (contract.npv() == Metric.NPV_TAAS ? "TaaS" : "IaaS") + ")")
                .collect(Collectors.joining(" and "));
        String share = Figure.significant(100 * enough.worst().shareOfSpread(), 1) + " % of P5 to P95";
        return enough.enough()
                ? "Enough paths: the interval of CVaR95 is " + known + ", " + share + "."
                : String.format(
                        Locale.ROOT,
                        "Few paths: the interval of CVaR95 is %s, %s; %,d would do.",
                        known, share, Figure.roughly(Math.max(enough.pathsNeeded(paths), FEWEST)));
    }
}
