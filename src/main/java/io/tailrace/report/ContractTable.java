package io.tailrace.report;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of both contracts and of their difference, each with its interval.
final class ContractTable {
    private static final String HEADER = "%-29s%-27s%-27s%-27s";
    private static final String CELL = "%8s%-1s %-16s";
    private static final int CELL_WIDTH = 26;
    private static final long FEWEST_PATHS_WITH_A_FULL_TENTH = 1000;
    private static final String NOTE = "[ ] 95 % interval of the simulation error; lock-in: what the contract fixes of"
            + " discounted revenue.";
    private static final String NOTE_WHERE_THIN =
            "[ ] 95 % interval of the simulation error (too short at *: fewer than"
                    + " 100 paths); lock-in: what is fixed.";

    private final List<String> lines = new ArrayList<>();
    private final String tenthMark;
    private boolean thin;

    private ContractTable(RunResult run) {
        thin = run.paths() < FEWEST_PATHS_WITH_A_FULL_TENTH;
        tenthMark = thin ? "*" : "";
    }

    static List<String> lines(Findings findings) {
        var table = new ContractTable(findings.run());
        if (findings.run().plan().sellsTokens()) {
            table.bothContracts(findings.run(), findings.comparison());
        } else {
            table.leaseOnly(findings.run(), findings.comparison());
        }
        table.lines.add(table.thin ? NOTE_WHERE_THIN : NOTE);
        table.lines.add(ConvergenceText.sentence(findings.enough(), findings.run().paths()));
        return List.copyOf(table.lines);
    }

    private void bothContracts(RunResult run, ContractComparison c) {
        header("TaaS (tokens)", "IaaS (take-or-pay)", "TaaS − IaaS, paired");
        presentValues(c.taas().npv(), c.iaas().npv(), c.difference());
        ContractComparison.WorstDecile worst = c.worstDemandDecile();
        tenth(worst.meanNpvTaas(), worst.meanNpvIaas(), worst.meanDifference());
        add("P(TaaS < IaaS), %", gap(2) + cell(Figure.percent(c.probabilityTaasBelowIaas()), ""));
        add("  weakest 10 % demand", gap(2) + cell(Figure.percent(worst.probabilityTaasBelowIaas()), tenthMark));
        add("expected regret of TaaS, $B", gap(2) + cell(Figure.billions(c.expectedRegret()), ""));
        row("lock-in, % of revenue", Stream.of(c.taas().lockIn(), c.iaas().lockIn()).map(Figure::percent));
        row("quarters of " + run.plan().quarters() + " below hurdle",
                Stream.of(Metric.QUARTERS_BELOW_HURDLE_TAAS, Metric.QUARTERS_BELOW_HURDLE_IAAS)
                        .map(metric -> Figure.of(run.of(metric.key(), 0).mean(), metric.unit())));
    }

    private void leaseOnly(RunResult run, ContractComparison c) {
        header("IaaS (take-or-pay)");
        presentValues(c.iaas().npv());
        tenth(c.worstDemandDecile().meanNpvIaas());
        row("lock-in, % of revenue", Stream.of(Figure.percent(c.iaas().lockIn())));
        row("tenant defaults, % of paths", Stream.of(Figure.percent(run.of(Metric.DEFAULTED.key(), 0).mean())));
        row("quarters of " + run.plan().quarters() + " below hurdle",
                Stream.of(Metric.QUARTERS_BELOW_HURDLE_IAAS)
                        .map(metric -> Figure.of(run.of(metric.key(), 0).mean(), metric.unit())));
    }

    private void header(String... names) {
        Object[] cells = {"NPV of EBIT, $B", "", "", ""};
        System.arraycopy(names, 0, cells, 1, names.length);
        lines.add(String.format(Locale.ROOT, HEADER, cells).stripTrailing());
    }

    private void presentValues(ColumnStatistics... npvs) {
        row("  mean", Stream.of(npvs).map(npv -> Figure.billions(npv.mean())));
        for (double probability : new double[]{0.05, 0.5, 0.95}) {
            quantile("  P" + Math.round(100 * probability), npv -> npv.quantile(probability).estimate(),
                    npvs[0].quantile(probability).thin(), npvs);
        }
        quantile("  CVaR95, mean of worst 5 %", npv -> npv.tail(0.95).shortfall(), npvs[0].tail(0.95).thin(), npvs);
    }

    /// Given that cumulative token spending is in its lowest tenth.
    private void tenth(Estimate... means) {
        add("  mean, weakest 10 % demand", cells(Stream.of(means).map(Figure::billions), tenthMark));
    }

    private void quantile(
            String name, Function<ColumnStatistics, Estimate> measure, boolean inThinTail, ColumnStatistics... npvs) {
        thin |= inThinTail;
        add(name, cells(Stream.of(npvs).map(measure).map(Figure::billions), inThinTail ? "*" : ""));
    }

    private void row(String name, Stream<Figure> figures) {
        add(name, cells(figures, ""));
    }

    private void add(String name, String cells) {
        lines.add((String.format("%-27s", name) + cells).stripTrailing());
    }

    private static String gap(int cells) {
        return " ".repeat(cells * (CELL_WIDTH + 1));
    }

    private static String cells(Stream<Figure> figures, String mark) {
        return figures.map(figure -> cell(figure, mark)).collect(Collectors.joining(" "));
    }

    private static String cell(Figure figure, String mark) {
        return String.format(CELL, figure.value(), mark, figure.interval());
    }
}
