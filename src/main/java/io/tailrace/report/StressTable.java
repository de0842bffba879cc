package io.tailrace.report;

import io.tailrace.analysis.HeadlineNumbers;
import io.tailrace.analysis.HeadlineNumbers.Npv;
import io.tailrace.analysis.Stress;
import io.tailrace.analysis.Unfit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What each stress does: one part for either contract, one for their difference, one for how often the lease wins.
final class StressTable {

    private static final double TENTH = 0.1;

    private StressTable() {}

    static List<String> lines(Stress stress) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "  Without stress: the level. Under each stress: the change, path by path on the same %,d paths.",
                stress.paths()));
        npv(lines, stress, "NPV of TaaS, $B", HeadlineNumbers::taasMillion);
        npv(lines, stress, "NPV of IaaS, $B", HeadlineNumbers::iaasMillion);
        npv(lines, stress, "TaaS − IaaS, $B", HeadlineNumbers::differenceMillion);
        probability(lines, stress);
        lines.addAll(Sentences.wrapped(verdict(stress)));
        pairing(lines, stress);
        for (Unfit unfit : stress.unfit()) {
            lines.addAll(Sentences.wrapped(unfit.file() + " does not fit this scenario: " + unfit.reason()));
        }
        return lines;
    }

    private static void npv(
            List<String> lines, Stress stress, String title, Function<HeadlineNumbers, Npv> contract) {
        var grid = new Grid(title, "mean", "P5", "CVaR95");
        row(grid, "without stress", contract.apply(stress.base()));
        stress.cases().forEach(each -> row(grid, each.name(), contract.apply(each.change())));
        lines.addAll(grid.lines());
    }

    private static void row(Grid grid, String name, Npv npv) {
        grid.row("  " + name, Figure.billions(npv.mean()), Figure.billions(npv.p5()), Figure.billions(npv.cvar95()));
    }

    private static void probability(List<String> lines, Stress stress) {
        var grid = new Grid("P(TaaS < IaaS), %", "level", "change, points");
        grid.row("  without stress", Figure.percent(stress.base().probabilityTaasBelowIaas()), new Figure("", ""));
        for (Stress.Case each : stress.cases()) {
            grid.row("  " + each.name(), Figure.percent(each.level().probabilityTaasBelowIaas()),
                    Figure.percent(each.change().probabilityTaasBelowIaas()));
        }
        lines.addAll(grid.lines());
    }

    /// Which contract is worth more on average, and under which stress that turns.
    private static String verdict(Stress stress) {
        List<String> lease = named(stress, mean -> mean.high() < 0);
        List<String> open = named(stress, mean -> mean.low() <= 0 && mean.high() >= 0);
        String leases = lease.isEmpty()
                ? "Under none of these stresses is IaaS worth more on average."
                : "IaaS is worth more on average under " + String.join(", ", lease) + ".";
        return open.isEmpty() ? leases : leases + " Not to be told apart: " + String.join(", ", open) + ".";
    }

    private static List<String> named(Stress stress, Predicate<Estimate> mean) {
        return stress.cases().stream()
                .filter(each -> mean.test(each.level().differenceMillion().mean()))
                .map(Stress.Case::name)
                .toList();
    }

    /// How much the common paths are worth: for a mean, the variance that is left of two independent runs'.
    private static void pairing(List<String> lines, Stress stress) {
        List<Stress.Case> above = stress.cases().stream()
                .filter(each -> each.pairing().varianceRatio().value() > TENTH)
                .toList();
        String most = above.isEmpty()
                ? "under every stress"
                : "under all but " + above.stream().map(StressTable::ratio).collect(Collectors.joining(", "));
        if (!stress.cases().isEmpty()) {
            lines.addAll(Sentences.wrapped("On the same paths, the change of the mean of TaaS − IaaS has less than a"
                    + " tenth of the variance that two independent runs would give it " + most + "; the median is "
                    + Figure.percent(Estimate.exact(median(stress))).value() + " %."));
        }
    }

    private static String ratio(Stress.Case stress) {
        return String.format(Locale.ROOT, "%s (%.0f %%)", stress.name(),
                100 * stress.pairing().varianceRatio().value());
    }

    private static double median(Stress stress) {
        double[] ratios = stress.cases().stream()
                .mapToDouble(each -> each.pairing().varianceRatio().value())
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }
}
