package io.tailrace.report;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.plan.Metric;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.List;
import java.util.Locale;

/// What the numbers mean, in two plain sentences made from them.
///
/// One contract is called better only where the 95 % interval of the mean difference leaves no doubt of the sign.
public final class Headline {
    /// Below it a tenth of the paths says nothing.
    private static final long FEWEST_PATHS = 100;

    private Headline() {}

    static List<String> of(Findings findings) {
        return findings.run().plan().sellsTokens()
                ? contracts(findings.comparison(), findings.run().paths())
                : lease(findings);
    }

    static List<String> contracts(ContractComparison c, long paths) {
        return contracts(
                c.difference().mean(), c.probabilityTaasBelowIaas(), c.worstDemandDecile().meanDifference(), paths);
    }

    /// From the numbers of a stored result.
    ///
    /// @param difference mean NPV of TaaS less that of IaaS, $M
    /// @param taasBelow probability that TaaS is worth less
    /// @param weakest mean difference on the tenth of the paths with the weakest demand, $M
    public static List<String> contracts(Estimate difference, Estimate taasBelow, Estimate weakest, long paths) {
        Verdict mean = Verdict.of(difference);
        double taasLess = taasBelow.value();
        String first = switch (mean) {
            case TAAS -> better("TaaS", "IaaS", difference) + ", and less " + odds(taasLess, paths) + ".";
            case IAAS -> better("IaaS", "TaaS", difference) + ", and less " + odds(1 - taasLess, paths) + ".";
            case EQUAL -> "TaaS and IaaS are worth the same on every future.";
            case OPEN ->
                "TaaS and IaaS are worth the same on average, within the error; TaaS is worth less "
                        + odds(taasLess, paths) + ".";
            case UNKNOWN -> "Too few paths to tell which contract is worth more.";
        };
        Verdict tenth = paths < FEWEST_PATHS ? Verdict.UNKNOWN : Verdict.of(weakest);
        return List.of(first, whereDemandIsWeakest(mean, tenth, weakest));
    }

    private static String better(String better, String other, Estimate difference) {
        return better + " is worth " + amount(difference) + " more than " + other + " on average";
    }

    private static String whereDemandIsWeakest(Verdict overall, Verdict here, Estimate difference) {
        String worth = here == overall ? " is still worth " : " is worth ";
        return "Where demand is weakest, the lowest tenth of token spending, " + switch (here) {
            case TAAS -> "TaaS" + worth + amount(difference) + " more.";
            case IAAS -> "IaaS" + worth + amount(difference) + " more.";
            case EQUAL, OPEN -> "they are worth the same, within the error.";
            case UNKNOWN -> "too few paths are left to tell.";
        };
    }

    private static List<String> lease(Findings findings) {
        var run = findings.run();
        ColumnStatistics npv = findings.comparison().iaas().npv();
        int column = run.summary().layout().indexOf(Metric.NPV_IAAS.key(), 0);
        double losing = run.summary().probabilityBelow(column, 0).value();
        return List.of(
                "This provider only leases: worth " + worth(npv.mean()) + "; a loss " + odds(losing, run.paths()) + ".",
                whatIf(findings.comparison()));
    }

    private static String whatIf(ContractComparison c) {
        Estimate difference = c.difference().mean();
        return "What if its megawatts sold tokens on the scenario's terms? " + switch (Verdict.of(difference)) {
            case TAAS -> "They would be worth " + amount(difference) + " more on average.";
            case IAAS -> "They would be worth " + amount(difference) + " less on average.";
            case EQUAL, OPEN -> "On average the same, within the error.";
            case UNKNOWN -> "Too few paths to tell.";
        };
    }

    /// `in about 1 of 9 futures`. A future is what one path shows.
    static String odds(double probability, long paths) {
        if (probability == 0) {
            return String.format(Locale.ROOT, "in none of the %,d futures", paths);
        }
        if (probability == 1) {
            return String.format(Locale.ROOT, "in all of the %,d futures", paths);
        }
        if (probability < 0.001) {
            return "in fewer than 1 of 1,000 futures";
        }
        if (probability <= 0.15) {
            return String.format(Locale.ROOT, "in about 1 of %,d futures", Math.round(1 / probability));
        }
        if (probability >= 0.95) {
            return "in more than 9 of 10 futures";
        }
        long tenths = Math.round(10 * probability);
        return tenths == 5 ? "in about half of the futures" : "in about " + tenths + " of 10 futures";
    }

    private static String amount(Estimate millions) {
        return Figure.billions(millions).value().replace("−", "") + " $B";
    }

    private static String worth(Estimate millions) {
        boolean open = millions.low() < 0 && millions.high() > 0;
        return open ? "nothing on average, within the error" : Figure.billions(millions).value() + " $B on average";
    }

    /// Which contract a mean difference, TaaS less IaaS, speaks for.
    private enum Verdict {
        TAAS, IAAS, EQUAL, OPEN, UNKNOWN;

        static Verdict of(Estimate difference) {
            if (Double.isNaN(difference.low())) {
                return UNKNOWN;
            }
            if (difference.low() > 0) {
                return TAAS;
            }
            if (difference.high() < 0) {
                return IAAS;
            }
            return difference.low() == difference.high() ? EQUAL : OPEN;
        }
    }
}
