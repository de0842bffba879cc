package io.tailrace.report;

import io.tailrace.analysis.Analysis;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.BackTest;
import io.tailrace.analysis.BreakEven;
import io.tailrace.analysis.ContractRisk;
import io.tailrace.analysis.ControlledMeans;
import io.tailrace.analysis.Information;
import io.tailrace.analysis.MixFrontier;
import io.tailrace.analysis.Providers;
import io.tailrace.analysis.Ranks;
import io.tailrace.analysis.ReverseStress;
import io.tailrace.analysis.ShapleyShares;
import io.tailrace.analysis.SobolShares;
import io.tailrace.analysis.Stress;
import io.tailrace.analysis.TailRisk;
import io.tailrace.analysis.Tornado;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Any analysis as a short table in characters, under its name.
public final class AnalysisTable {
    /// So many lie in a tail whose interval can be trusted.
    private static final double FEWEST_IN_TAIL = 100;

    private AnalysisTable() {}

    /// What to bear in mind where tails hold too few of the paths; empty where they do not.
    public static List<String> tails(long paths) {
        if (0.01 * paths >= FEWEST_IN_TAIL) {
            return List.of();
        }
        boolean few = 0.05 * paths < FEWEST_IN_TAIL;
        return List.of(String.format(
                Locale.ROOT,
                "With %,d paths fewer than 100 lie in a tail of %s: the intervals of %s are too short.",
                paths, few ? "5 % or 1 %" : "1 %", few ? "P5, P95, CVaR95 and beyond" : "P1, P99, CVaR99 and beyond"),
                "");
    }

    public static List<String> lines(AnalysisKind kind, Analysis analysis) {
        var lines = new ArrayList<String>();
        lines.add(kind.key().toUpperCase(Locale.ROOT) + ": " + kind.question());
        lines.addAll(
                switch (analysis) {
                    case BackTest backTest -> BackTestTable.lines(backTest);
                    case ContractRisk risk -> ContractRiskTable.lines(risk);
                    case ReverseStress reverse -> ReverseStressTable.lines(reverse);
                    case Stress stress -> StressTable.lines(stress);
                    case BreakEven breakEven -> BreakEvenTable.lines(breakEven);
                    case MixFrontier mix -> MixFrontierTable.lines(mix);
                    case Providers providers -> ProvidersTable.lines(providers);
                    case Tornado tornado -> TornadoTable.lines(tornado);
                    case SobolShares shares -> SobolTable.lines(shares);
                    case ControlledMeans means -> ControlledMeansTable.lines(means);
                    case ShapleyShares shares -> ShapleyTable.lines(shares);
                    case Ranks ranks -> RanksTable.lines(ranks);
                    case Information information -> InformationTable.lines(information);
                    case TailRisk tail -> TailRiskTable.lines(tail);
                });
        return List.copyOf(lines);
    }
}
