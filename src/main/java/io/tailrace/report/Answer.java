package io.tailrace.report;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The answer on one screen, 110 columns wide: what was run, what it means, the figures, the margins by quarter.
///
/// @param alarms limits that are breached
/// @param heading title and terms of the run
/// @param finding the result in plain sentences
/// @param figures the table of both contracts, then the fans
public record Answer(List<String> alarms, List<String> heading, List<String> finding, List<String> figures) {
    /// More quarters than this are thinned out, so that the answer stays on its screen.
    private static final int MOST_QUARTERS = 20;

    public static Answer of(Findings findings) {
        var figures = new ArrayList<String>(ContractTable.lines(findings));
        figures.add("");
        figures.addAll(fans(findings.run()));
        List<LimitCheck> limits = findings.limits();
        if (!limits.isEmpty()) {
            figures.add("");
            figures.add("Limits, and the value held against each:");
            figures.addAll(LimitText.table(limits));
        }
        return new Answer(LimitText.breaches(limits), heading(findings), Headline.of(findings), List.copyOf(figures));
    }

    /// All of it, without colours.
    public List<String> lines() {
        return Stream.of(alarms, heading, List.of(""), finding, List.of(""), figures)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> heading(Findings findings) {
        RunResult run = findings.run();
        Plan plan = run.plan();
        String title = findings.scenario().scenario().title();
        var lines = new ArrayList<String>();
        lines.add(title.isEmpty() ? plan.name() : title);
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d %s of %d quarters, %s to %s, seed %d",
                plan.name(),
                run.paths(),
                run.paths() == 1 ? "path" : "paths",
                plan.quarters(),
                plan.label(1),
                plan.label(plan.quarters()),
                run.seed()));
        SamplingText.line(run).ifPresent(lines::add);
        if (!findings.changes().isEmpty()) {
            lines.add("stressed by: " + String.join(", ", findings.changes()));
        }
        return lines;
    }

    private static List<String> fans(RunResult run) {
        List<Quantity> margins = MarginScale.margins(run.plan());
        if (margins.isEmpty()) {
            return List.of("EBIT margins by quarter are not among the quantities that this scenario records.");
        }
        var fan = new MarginFan(MarginScale.over(run, margins));
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "EBIT margin by quarter   ░ P5 to P95   ▒ P25 to P75   █ median   │ zero   ┊ hurdle %.0f %%   ‹ lower still",
                100 * fan.scale().hurdle()));
        lines.add(axes(fan, margins));
        for (int t : quarters(run.plan().quarters())) {
            var line = new StringBuilder(run.plan().label(t) + "  ");
            for (Quantity margin : margins) {
                ColumnStatistics s = run.of(margin.key(), t);
                line.append(fan.line(s)).append(String.format("%7s  ", MarginFan.median(s)));
            }
            lines.add(line.toString().stripTrailing());
        }
        leftOut(run, margins).ifPresent(lines::add);
        return lines;
    }

    private static String axes(MarginFan fan, List<Quantity> margins) {
        var line = new StringBuilder(" ".repeat(8));
        for (Quantity margin : margins) {
            line.append(fan.axis(MarginScale.contract(margin))).append(" median  ");
        }
        return line.toString().stripTrailing();
    }

    /// All of them, or every second, third …, ending with the last.
    static List<Integer> quarters(int quarters) {
        int step = (quarters + MOST_QUARTERS - 1) / MOST_QUARTERS;
        var shown = new ArrayList<Integer>();
        for (int t = quarters; t >= 1; t -= step) {
            shown.addFirst(t);
        }
        return shown;
    }

    /// How many margins are in no fan because revenue was next to nothing.
    private static Optional<String> leftOut(RunResult run, List<Quantity> margins) {
        var shares = new ArrayList<String>();
        for (Quantity margin : margins) {
            long left = 0;
            for (int t = 1; t <= run.plan().quarters(); t++) {
                left += run.of(margin.key(), t).leftOut();
            }
            if (left > 0) {
                double percent = 100.0 * left / run.paths() / run.plan().quarters();
                shares.add(String.format(Locale.ROOT, "%s %.2f %%", MarginScale.contract(margin), percent));
            }
        }
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of("In no fan: quarters with revenue below 5 % of the MW's rent ("
                        + String.join(", ", shares) + " of all).");
    }
}
