package io.tailrace.report;

import io.tailrace.engine.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Targets and how near a run came to them, in words.
public final class PrecisionText {
    private PrecisionText() {}

    /// While it runs: `cvar95(npvTaas) ±1.2 % (0.5 %)`.
    public static String brief(List<Precision.State> states) {
        return states.stream()
                .map(state -> state.target().measure() + " ±" + amount(state, state.error()) + " ("
                        + amount(state, state.tolerance()) + ")")
                .collect(Collectors.joining(", "));
    }

    /// At the end.
    public static List<String> lines(Precision.Outcome outcome, long paths) {
        var lines = new ArrayList<String>();
        lines.add(switch (outcome.reason()) {
            case TARGETS_HOLD -> count("All targets hold after %,d paths, which is where the run ended:", paths);
            case PATHS_USED -> count("Not all targets hold: the limit of %,d paths is used up:", paths);
            case TIME_USED -> count("Not all targets hold: the time is used up after %,d paths:", paths);
        });
        outcome.states().forEach(state -> lines.add(line(state, paths)));
        return lines;
    }

    private static String line(Precision.State state, long paths) {
        String reached = String.format(
                Locale.ROOT, "  %-7s  %s: ±%s", state.holds() ? "holds" : "NOT MET", state.target(),
                amount(state, state.error()));
        if (state.holds()) {
            return reached;
        }
        return state.thin()
                ? reached + "; fewer than 100 paths lie in this tail"
                : reached + count("; about %,d paths would do", Figure.roughly(paths * state.growth()));
    }

    private static String amount(Precision.State state, double halfWidth) {
        double value = state.target().inScale(halfWidth, state.estimate().value());
        String unit = state.target().unit();
        return Figure.significant(value, 2) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String count(String text, long paths) {
        return String.format(Locale.ROOT, text, paths);
    }
}
