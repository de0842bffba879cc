package io.tailrace.report;

import io.tailrace.analysis.TailRisk;
import io.tailrace.analysis.TailRisk.Breach;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rare tails: how likely, how bad, how the paths were drawn and what that gained.
final class TailRiskTable {
    private static final String ROW = "    %-32s%s";

    private TailRiskTable() {}

    static List<String> lines(TailRisk risk) {
        var lines = new ArrayList<String>();
        for (Breach breach : risk.breaches()) {
            lines.add("  " + breach.metric().key() + " below " + amount(Estimate.exact(breach.level()), breach)
                    + suffix(breach));
            lines.add(row("P(breach), %", Figure.percent(breach.probability()).text() + odds(breach)));
            lines.add(row("mean where breached," + suffix(breach),
                    breach.meanBeyond().map(mean -> amount(mean, breach)).orElse("none: no path breaches")));
            lines.addAll(drawn(breach));
            if (!breach.pushes().isEmpty()) {
                lines.add("    Moved most, in standard deviations: " + pushes(breach) + ".");
            }
        }
        return lines;
    }

    private static String odds(Breach breach) {
        double p = breach.probability().value();
        return p > 0 && p < 0.1 ? String.format(Locale.ROOT, "   1 of %,d futures", Math.round(1 / p)) : "";
    }

    private static List<String> drawn(Breach breach) {
        String breaching =
                String.format(Locale.ROOT, "%,d of %,d paths breach", breach.breachingPaths(), breach.paths());
        return switch (breach.method()) {
            case IMPORTANCE_SAMPLING -> List.of(
                    String.format(
                            Locale.ROOT, "    By importance sampling: %s, worth %,.0f equal ones.", breaching,
                            breach.effectivePaths()),
                    "    Plain paths would have to be " + Figure.significant(breach.gain(), 2)
                            + " times as many for that probability, " + Figure.significant(breach.gainBeyond(), 2)
                            + " times for that mean.");
            case PLAIN_NO_GAIN ->
                List.of("    By plain paths: " + breaching + "; importance sampling would not help.");
            case PLAIN_LEVEL_NOT_REACHED ->
                List.of("    By plain paths: " + breaching + "; importance sampling found no way to the level.");
        };
    }

    private static String pushes(Breach breach) {
        return breach.pushes().stream()
                .map(push -> push.draw() + " "
                        + String.format(Locale.ROOT, "%+.1f", push.standardDeviations()).replace('-', '−'))
                .collect(Collectors.joining(", "));
    }

    private static String amount(Estimate value, Breach breach) {
        Figure figure = breach.metric().unit() == Unit.MONEY
                ? Figure.billions(value)
                : Figure.of(value, breach.metric().unit());
        return figure.text();
    }

    private static String suffix(Breach breach) {
        return breach.metric().unit() == Unit.MONEY ? " $B" : Figure.suffix(breach.metric().unit());
    }

    private static String row(String name, String text) {
        return String.format(Locale.ROOT, ROW, name, text);
    }
}
