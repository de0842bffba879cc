package io.tailrace.report;

import io.tailrace.analysis.ContractRisk;
import io.tailrace.analysis.ContractRisk.Law;
import io.tailrace.analysis.Dominance;
import io.tailrace.analysis.Pairing;
import io.tailrace.analysis.SobolPairing;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Both contracts and their paired difference, what dominance says, and cash by quarter.
final class ContractRiskTable {
    private static final String ROW = "  %-34s%-25s %-25s %-25s";

    private ContractRiskTable() {}

    static List<String> lines(ContractRisk risk) {
        var lines = new ArrayList<String>();
        lines.add(row("NPV of EBIT, $B", "TaaS", "IaaS", "TaaS − IaaS, paired"));
        law(lines, risk, "mean", Law::mean);
        lines.add(row("  mean, on Sobol points", "", "", billions(risk.sobol().meanDifferenceMillion())));
        law(lines, risk, "P1", Law::p1);
        law(lines, risk, "P5", Law::p5);
        law(lines, risk, "P50", Law::p50);
        law(lines, risk, "P95", Law::p95);
        law(lines, risk, "mean of the worst 5 %", Law::worst5Percent);
        law(lines, risk, "mean of the worst 1 %", Law::worst1Percent);
        law(lines, risk, "mean of the best 5 %", Law::best5Percent);
        var weak = risk.weakestDemandTenth();
        lines.add(row("mean, weakest 10 % demand", billions(weak.taasMillion()), billions(weak.iaasMillion()),
                billions(weak.differenceMillion())));
        lines.add(row("lock-in, % of revenue", percent(risk.lockInTaas()), percent(risk.lockInIaas()), ""));
        lines.add(row("P(TaaS < IaaS), %", "", "", percent(risk.probabilityTaasBelowIaas())));
        lines.add(row("  weakest 10 % demand", "", "", percent(weak.probabilityTaasBelowIaas())));
        lines.add(row("expected regret of TaaS, $B", "", "", billions(risk.expectedRegretMillion())));
        lines.add(row("  mean of the highest 5 %", "", "", billions(risk.regretCvar95Million())));
        lines.add(row("CVaR95 saved by leasing, $B", "", "", billions(risk.cvar95SavedByLeasingMillion())));
        lines.add(row("mean given up per $ of CVaR95 saved", "", "",
                risk.givenUpPerCvar95Saved().map(ContractRiskTable::factor).orElse("none: leasing saves nothing")));
        risk.dominance().forEach(test -> lines.addAll(Sentences.wrapped(sentence(test))));
        lines.addAll(Sentences.wrapped(pairing(risk.pairing())));
        lines.addAll(Sentences.wrapped(sobol(risk.sobol())));
        cash(lines, risk.cash());
        return lines;
    }

    private static void cash(List<String> lines, List<ContractRisk.Cash> quarters) {
        lines.add(row("EBIT by quarter, $M", "TaaS", "IaaS", "TaaS − IaaS, paired"));
        for (int t : Answer.quarters(quarters.size())) {
            var cash = quarters.get(t - 1);
            lines.add(row(cash.quarter(), millions(cash.taasMillion()), millions(cash.iaasMillion()),
                    millions(cash.differenceMillion())));
        }
    }

    private static void law(List<String> lines, ContractRisk risk, String name, Function<Law, Estimate> measure) {
        lines.add(row("  " + name, billions(measure.apply(risk.taasMillion())),
                billions(measure.apply(risk.iaasMillion())), billions(measure.apply(risk.differenceMillion()))));
    }

    /// What a test says: no more than what the levels show.
    private static String sentence(Dominance test) {
        String better = contract(test.better());
        String other = contract(test.better() == Dominance.Contract.TAAS
                ? Dominance.Contract.IAAS
                : Dominance.Contract.TAAS);
        String whom = test.order() == 1
                ? "For whoever prefers more to less (first order), "
                : "For whoever also dislikes risk (second order), ";
        return switch (test.verdict()) {
            case SUPPORTED -> whom + better + " is shown worse than " + other + " at none of " + test.levels()
                    + " levels of NPV tested, and shown better at some (5 % error for all levels together).";
            case REFUTED -> whom + better + " does not always come first: it is worse at an NPV of "
                    + Figure.billions(Estimate.exact(test.atMillion())).value() + " $B.";
            case OPEN -> whom + "these paths tell neither that " + better + " is worse than " + other
                    + " nor that it is better.";
        };
    }

    /// Why the pairing gains little here where it does: what one contract rides on hardly moves the other.
    private static String pairing(Pairing pairing) {
        String left = "Over paths both NPVs have correlation " + Figure.plain(pairing.correlation()).text()
                + ": on the same paths their difference has " + percent(pairing.varianceRatio())
                + " % of the variance of two independent runs.";
        return pairing.varianceRatio().value() <= 0.1
                ? left
                : left + " That is what these contracts are, one rides on demand and the other hardly: a tenth would"
                        + " take a correlation of 0.9 or more. (A stress against its base is another matter: see stress.)";
    }

    private static String sobol(SobolPairing sobol) {
        return String.format(
                Locale.ROOT,
                "On the same paths and drawn as %d replicates of %,d Sobol points, their mean difference has %s %% of the"
                        + " variance of two independent plain runs of as many paths. `run --sampling sobol` draws so.",
                sobol.replicates(),
                sobol.points(),
                percent(sobol.varianceRatio()));
    }

    private static String contract(Dominance.Contract contract) {
        return contract == Dominance.Contract.TAAS ? "TaaS" : "IaaS";
    }

    private static String billions(Estimate millions) {
        return Figure.billions(millions).text();
    }

    private static String percent(Estimate share) {
        return Figure.percent(share).text();
    }

    private static String millions(Estimate millions) {
        return Figure.of(millions, Unit.MONEY).text();
    }

    private static String factor(Estimate ratio) {
        return Figure.of(ratio, Unit.FACTOR).text();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }
}
