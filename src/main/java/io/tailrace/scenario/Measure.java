package io.tailrace.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statistic of a path metric, as people write it: `mean(npvTaas)`, `p5(npvDifference)`, `cvar95(npvTaas)`,
/// `probability(taasBelowIaas)`.
///
/// @param level percent: which quantile, or the confidence of the tail; 0 where the statistic has none
public record Measure(Statistic statistic, double level, String metric) {
    /// Probabilities are of metrics that are 0 or 1.
    public enum Statistic { mean, p, var, cvar, probability }

    private static final Pattern FORM = Pattern.compile("([A-Za-z]+)(\\d*\\.?\\d*)\\s*\\(\\s*([A-Za-z0-9.]+)\\s*\\)");
    private static final List<String> EXAMPLES =
            List.of("mean", "p5", "p50", "var95", "cvar95", "cvar99", "probability");
    private static final List<String> ZERO_OR_ONE = List.of("taasBelowIaas", "defaulted", "renegotiated");
    private static final String RULE =
            "must be mean, pN, varN, cvarN (N in percent) or probability of a path metric, such as cvar95(npvTaas)";

    public static Measure mean(String metric) {
        return new Measure(Statistic.mean, 0, metric);
    }

    public static Measure quantile(double percent, String metric) {
        return new Measure(Statistic.p, percent, metric);
    }

    public static Measure cvar(double percent, String metric) {
        return new Measure(Statistic.cvar, percent, metric);
    }

    public static Measure probability(String metric) {
        return new Measure(Statistic.probability, 0, metric);
    }

    /// Name of the NPV of the mix that sells tokens on `share` of the MW, such as npvMix0.25.
    public static String metricOfMix(double share) {
        return "npvMix" + (share == Math.rint(share) ? Long.toString((long) share) : Double.toString(share));
    }

    /// Reads one, or says in `broken` which rule it breaks.
    static Optional<Measure> read(String text, Set<String> metrics, Broken broken) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return broken.because(RULE, "");
        }
        String name = form.group(1);
        String metric = form.group(3);
        var statistic = statistic(name, form.group(2));
        if (statistic.isEmpty()) {
            return broken.because("no such statistic", Suggestions.didYouMeanOneOf(name + form.group(2), EXAMPLES));
        }
        if (!metrics.contains(metric)) {
            return broken.because("no such path metric",
                    Suggestions.didYouMeanOneOf(metric, metrics.stream().sorted().toList()));
        }
        if (statistic.get() == Statistic.probability && !ZERO_OR_ONE.contains(metric)) {
            return broken.because("only what is 0 or 1 on a path has a probability",
                    Suggestions.didYouMeanOneOf(metric, ZERO_OR_ONE));
        }
        double level = form.group(2).isEmpty() ? 0 : Double.parseDouble(form.group(2));
        double lowest = statistic.get() == Statistic.p ? 0 : 50;
        boolean levelled = statistic.get() != Statistic.mean && statistic.get() != Statistic.probability;
        if (levelled && !(level > lowest && level < 100)) {
            return broken.because("must have a percentage between " + NumberText.of(lowest) + " and 100", "");
        }
        return Optional.of(new Measure(statistic.get(), level, metric));
    }

    /// A statistic that needs a number has one, the others have none.
    private static Optional<Statistic> statistic(String name, String level) {
        for (Statistic statistic : Statistic.values()) {
            boolean plain = statistic == Statistic.mean || statistic == Statistic.probability;
            if (statistic.name().equals(name) && plain == level.isEmpty() && !level.equals(".")) {
                return Optional.of(statistic);
            }
        }
        return Optional.empty();
    }

    /// As it is written: `cvar95(npvTaas)`.
    @Override
    public String toString() {
        return statistic + (level == 0 ? "" : NumberText.of(level)) + "(" + metric + ")";
    }

    /// Where a rule that is broken is told.
    interface Broken {
        void tell(String rule, String hint);

        default <T> Optional<T> because(String rule, String hint) {
            tell(rule, hint);
            return Optional.empty();
        }
    }
}
