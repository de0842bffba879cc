package io.tailrace.report;

import io.tailrace.analysis.Tornado;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The swings of each NPV, a block each, the widest first; what moves nothing is named below.
final class TornadoTable {
    private record Row(Tornado.Bar bar, Tornado.Outcome swings) {
        boolean isTold() {
            return Stream.of(swings.mean(), swings.p5(), swings.cvar95())
                    .map(Tornado.Swing::swingMillion)
                    .anyMatch(swing -> swing.low() > 0 || swing.high() < 0);
        }
    }

    private TornadoTable() {}

    static List<String> lines(Tornado tornado) {
        if (tornado.bars().isEmpty()) {
            return List.of("  No parameter of the scenario is uncertain.");
        }
        var lines = new ArrayList<String>();
        for (Tornado.Outcome any : tornado.bars().getFirst().outcomes()) {
            block(lines, tornado, any.outcome());
        }
        lines.add(String.format(
                Locale.ROOT,
                "  Swing: with the parameter at its P90 less at its P10, all else as uncertain as before; %,d pairs of"
                        + " paths.",
                tornado.paths()));
        return lines;
    }

    private static void block(List<String> lines, Tornado tornado, Metric outcome) {
        var grid = new Grid(
                "NPV of " + Wording.of(outcome) + ", $B", "P10 to P90", "swing of mean", "swing of P5",
                "swing of CVaR95");
        var untold = new ArrayList<String>();
        tornado.bars().stream()
                .map(bar -> new Row(bar, swings(bar, outcome)))
                .sorted(Comparator.comparingDouble((Row row) -> row.swings().mean().width()).reversed())
                .forEach(row -> {
                    if (row.isTold()) {
                        grid.row(row.bar().parameter(), range(row.bar()), swing(row.swings().mean()),
                                swing(row.swings().p5()), swing(row.swings().cvar95()));
                    } else {
                        untold.add(row.bar().parameter());
                    }
                });
        lines.addAll(grid.lines());
        if (!untold.isEmpty()) {
            lines.addAll(Wording.list("  no swing to be told from 0:", untold));
        }
    }

    private static Tornado.Outcome swings(Tornado.Bar bar, Metric outcome) {
        return bar.outcomes().stream()
                .filter(one -> one.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private static Figure range(Tornado.Bar bar) {
        return new Figure(number(bar.p10()) + " to " + number(bar.p90()), "");
    }

    private static String number(double value) {
        return Figure.plain(Estimate.exact(value)).value();
    }

    private static Figure swing(Tornado.Swing swing) {
        return Figure.billions(swing.swingMillion());
    }
}
