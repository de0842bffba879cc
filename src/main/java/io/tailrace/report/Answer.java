package io.tailrace.report;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The answer on one screen: both contracts' NPVs with intervals, the decision, and the margins by quarter.
public final class Answer {
    private static final String ROW = "%-22s %25s %25s %25s";

    private Answer() {}

    /// Lines of text, without colours.
    public static List<String> lines(RunResult run, ContractComparison comparison) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d paths of %d quarters from %s, seed %d",
                run.plan().name(),
                run.paths(),
                run.plan().quarters(),
                run.plan().label(1),
                run.seed()));
        lines.add("");
        lines.addAll(run.plan().sellsTokens() ? bothContracts(comparison) : leaseOnly(run, comparison));
        lines.add("");
        lines.addAll(fans(run));
        return lines;
    }

    private static List<String> bothContracts(ContractComparison c) {
        var lines = new ArrayList<String>();
        ColumnStatistics taas = c.taas().npv();
        ColumnStatistics iaas = c.iaas().npv();
        lines.add(row("NPV of EBIT, $B", "TaaS (tokens)", "IaaS (take-or-pay)", "TaaS − IaaS, paired"));
        npvRow(lines, "mean", ColumnStatistics::mean, taas, iaas, c.difference());
        for (double probability : new double[] {0.05, 0.5, 0.95}) {
            String name = "P" + Math.round(100 * probability);
            npvRow(lines, name, s -> s.quantile(probability).estimate(), taas, iaas, c.difference());
        }
        npvRow(lines, "CVaR95, worst 5 %", s -> s.tail(0.95).shortfall(), taas, iaas, c.difference());
        lines.add(row("lock-in, % of revenue", percent(c.taas().lockIn()), percent(c.iaas().lockIn()), ""));
        var worst = c.worstDemandDecile();
        lines.add(row(
                "worst 10 % of demand",
                Figure.billions(worst.meanNpvTaas()),
                Figure.billions(worst.meanNpvIaas()),
                Figure.billions(worst.meanDifference())));
        lines.add("");
        lines.add("P(TaaS < IaaS)         " + Figure.percent(c.probabilityTaasBelowIaas())
                + ";  in the worst 10 % of demand " + Figure.percent(worst.probabilityTaasBelowIaas()));
        lines.add("expected regret        " + Figure.billions(c.expectedRegret()) + " $B;  mean of its worst 5 % "
                + Figure.billions(c.regretCvar95()) + " $B");
        lines.add("[low, high]: 95 % interval of the simulation error. P5 is the low one; lock-in is the share of");
        lines.add("discounted revenue that the contract fixes.");
        return lines;
    }

    private static List<String> leaseOnly(RunResult run, ContractComparison c) {
        ColumnStatistics iaas = c.iaas().npv();
        var lines = new ArrayList<String>();
        lines.add("This provider sells no tokens; its line is IaaS only.");
        lines.add(row("NPV of EBIT, $B", "IaaS (take-or-pay)", "", ""));
        npvRow(lines, "mean", ColumnStatistics::mean, iaas);
        for (double probability : new double[] {0.05, 0.5, 0.95}) {
            npvRow(lines, "P" + Math.round(100 * probability), s -> s.quantile(probability).estimate(), iaas);
        }
        npvRow(lines, "CVaR95, worst 5 %", s -> s.tail(0.95).shortfall(), iaas);
        lines.add(row("lock-in, % of revenue", percent(c.iaas().lockIn()), "", ""));
        lines.add(row("tenant defaults", percent(run.of(Metric.DEFAULTED.key(), 0).mean()), "", ""));
        lines.add("[low, high]: 95 % interval of the simulation error.");
        return lines;
    }

    private static void npvRow(
            List<String> lines, String name, Function<ColumnStatistics, Estimate> measure, ColumnStatistics... npvs) {
        String[] cells = {"", "", ""};
        for (int i = 0; i < npvs.length; i++) {
            cells[i] = Figure.billions(measure.apply(npvs[i]));
        }
        lines.add(row(name, cells[0], cells[1], cells[2]));
    }

    private static String percent(Estimate share) {
        return Figure.percent(share);
    }

    private static String row(String name, String a, String b, String c) {
        return String.format(Locale.ROOT, ROW, name, a, b, c).stripTrailing();
    }

    private static List<String> fans(RunResult run) {
        if (!run.plan().recorded().containsAll(List.of(Quantity.TAAS_MARGIN, Quantity.IAAS_MARGIN))) {
            return List.of("EBIT margins by quarter are not among the recorded quantities.");
        }
        var lines = new ArrayList<String>();
        Quantity[] margins = run.plan().sellsTokens()
                ? new Quantity[] {Quantity.TAAS_MARGIN, Quantity.IAAS_MARGIN}
                : new Quantity[] {Quantity.IAAS_MARGIN};
        MarginFan fan = MarginFan.over(run, margins);
        var heading = new StringBuilder("EBIT margin ");
        var axis = new StringBuilder("            ");
        for (Quantity margin : margins) {
            String name = margin == Quantity.TAAS_MARGIN ? "TaaS" : "IaaS";
            heading.append(String.format("%-45s", name + "  ░ P5–P95  ▒ P25–P75  █ median"));
            axis.append(fan.axis()).append("  median ");
        }
        lines.add(heading.toString().stripTrailing());
        lines.add(axis.toString().stripTrailing());
        for (int t = 1; t <= run.plan().quarters(); t++) {
            var line = new StringBuilder(String.format("%-12s", run.plan().label(t)));
            for (Quantity margin : margins) {
                ColumnStatistics s = run.of(margin.key(), t);
                String median = s.count() == 0
                        ? "none"
                        : String.format(Locale.ROOT, "%.0f %%", 100 * s.quantile(0.5).estimate().value());
                line.append(fan.line(s)).append(String.format("%7s  ", median.replace('-', '−')));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.addAll(leftOut(run, margins));
        return lines;
    }

    /// How many margins are in no fan because revenue was next to nothing.
    private static List<String> leftOut(RunResult run, Quantity[] margins) {
        var lines = new ArrayList<String>();
        for (Quantity margin : margins) {
            long left = 0;
            for (int t = 1; t <= run.plan().quarters(); t++) {
                left += run.of(margin.key(), t).leftOut();
            }
            if (left > 0) {
                double share = 100.0 * left / run.paths() / run.plan().quarters();
                lines.add(String.format(
                        Locale.ROOT,
                        "Left out of %s, because revenue was below 5 %% of the MW's rent: %.2f %% of all quarters.",
                        margin.key(),
                        share));
            }
        }
        return lines;
    }
}
