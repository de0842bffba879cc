package io.tailrace.report;

import io.tailrace.analysis.Breach;
import io.tailrace.analysis.Cause;
import io.tailrace.analysis.ReverseStress;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// For each floor how often it breaks, where the drivers are then, and the causes with a path to replay for each.
final class ReverseStressTable {
    private static final int MOST_ROWS = 10;

    private ReverseStressTable() {}

    static List<String> lines(ReverseStress stress) {
        var lines = new ArrayList<String>();
        stress.breaches().forEach(breach -> block(lines, breach));
        lines.add(
                "  sd: standard deviations from the driver's mean on all paths; shocks are summed over the quarters.");
        lines.add(String.format(
                Locale.ROOT, "  %,d paths; see any of them with `replay RESULT --path N`.", stress.paths()));
        return lines;
    }

    private static void block(List<String> lines, Breach breach) {
        lines.add(String.format(
                Locale.ROOT,
                "%s below %s: on %s %% of the paths",
                breach.floor().outcome(),
                level(breach.floor()),
                Figure.percent(breach.probability()).text()));
        if (breach.drivers().isEmpty()) {
            lines.add("  too few breaching paths to tell what they have in common");
            return;
        }
        var grid = new Grid("driver", "mean on these paths, sd", "most likely point, sd", "value there");
        var others = new ArrayList<String>();
        int rows = 0;
        for (Breach.Toward driver : breach.drivers()) {
            if (driver.isClear() && rows < MOST_ROWS) {
                grid.row(
                        driver.driver(),
                        Figure.plain(driver.meanDeviations()),
                        Figure.plain(driver.likelyDeviations()),
                        driver.likelyValue()
                                .map(value -> Figure.plain(Estimate.exact(value)))
                                .orElse(new Figure("", "")));
                rows++;
            } else {
                others.add(driver.driver());
            }
        }
        lines.addAll(grid.lines());
        if (!others.isEmpty()) {
            lines.addAll(Wording.list("  nearer to their means:", others));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  The most likely point is %.2f sd from the middle; the breaching path nearest to it is %,d.",
                breach.distance(),
                breach.likeliestPath().orElseThrow()));
        causes(lines, breach.causes());
    }

    private static void causes(List<String> lines, List<Cause> causes) {
        if (causes.size() == 1) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  One cause: the breaching paths do not fall into groups; the typical one is %,d.",
                    causes.getFirst().path()));
            return;
        }
        for (Cause cause : causes) {
            String drivers = cause.drivers().stream()
                    .limit(4)
                    .map(mean -> mean.driver() + " " + Figure.plain(mean.deviations()).value())
                    .collect(Collectors.joining(", "));
            lines.add(String.format(
                    Locale.ROOT,
                    "  Cause %d: %s %% of them, sd: %s; the typical path is %,d",
                    causes.indexOf(cause) + 1,
                    Figure.percent(cause.share()).text(),
                    drivers,
                    cause.path()));
        }
    }

    private static String level(Breach.Floor floor) {
        return floor.unit() == Unit.MONEY
                ? Figure.billions(Estimate.exact(floor.level())).value() + " $B"
                : Figure.of(floor.level(), floor.unit()).value() + Figure.suffix(floor.unit());
    }
}
