package io.tailrace.report;

import io.tailrace.analysis.MixFrontier;
import io.tailrace.analysis.MixFrontier.Floored;
import io.tailrace.analysis.MixFrontier.Frontier;
import io.tailrace.analysis.MixFrontier.Optimum;
import io.tailrace.analysis.MixFrontier.Point;
import io.tailrace.analysis.Term;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Each frontier as its points, the efficient ones marked, and what is best for a floor under CVaR95.
final class MixFrontierTable {
    private static final Figure BLANK = new Figure("", "");

    private MixFrontierTable() {}

    static List<String> lines(MixFrontier mix) {
        var lines = new ArrayList<String>();
        mix.frontiers().forEach(frontier -> {
            lines.addAll(points(frontier).lines());
            lines.addAll(best(frontier).lines());
        });
        lines.addAll(Sentences.wrapped("A point is efficient where no other has both a higher mean and a higher CVaR95,"
                + " compared path by path at 95 %. Best values are found by optimisation between the points. The floor"
                + " asked for is " + billions(mix.cvar95FloorMillion())
                + " $B (bounds.cvar95Million; that of the safer pure contract if not given)."));
        return lines;
    }

    private static Grid points(Frontier frontier) {
        var grid = new Grid(title(frontier.term()), "mean, $B", "CVaR95, $B", "efficient?");
        for (Point point : frontier.points()) {
            grid.row("  " + value(point.at(), frontier.term()), Figure.billions(point.meanMillion()),
                    Figure.billions(point.cvar95Million()), new Figure("", standing(point, frontier.term())));
        }
        return grid;
    }

    private static String standing(Point point, Term term) {
        String text = switch (point.standing()) {
            case EFFICIENT -> "yes";
            case DOMINATED -> "no, " + value(point.betterAt().orElseThrow(), term) + " is better";
            case UNDECIDED -> "not to be told: "
                    + value(point.betterAt().orElseThrow(), term) + " may be better";
        };
        String alike = point.notToldFrom().stream().map(at -> value(at, term)).collect(Collectors.joining(", "));
        return alike.isEmpty() ? text : text + "; not to be told from " + alike;
    }

    private static Grid best(Frontier frontier) {
        var grid = new Grid("highest mean with CVaR95 at least", "at", "mean, $B", "CVaR95, $B");
        for (Floored floored : frontier.highestMeans()) {
            String name = "  " + billions(floored.cvar95AtLeastMillion()) + " $B";
            floored.best().ifPresentOrElse(
                    best -> row(grid, name, best, frontier.term()),
                    () -> grid.row(name, new Figure("none reaches it", ""), BLANK, BLANK));
        }
        row(grid, "  highest CVaR95", frontier.safest(), frontier.term());
        return grid;
    }

    private static void row(Grid grid, String name, Optimum best, Term term) {
        grid.row(name, best.at().standardError() == 0
                ? new Figure(value(best.at().value(), term), "")
                : Figure.of(best.at(), term.unit()),
                Figure.billions(best.meanMillion()), Figure.billions(best.cvar95Million()));
    }

    private static String title(Term term) {
        return term.label() + (term.unit() == Unit.SHARE ? ", %" : ", " + term.unit().text());
    }

    private static String value(double at, Term term) {
        double shown = term.unit() == Unit.SHARE ? 100 * at : at;
        return String.format(Locale.ROOT, shown == Math.rint(shown) ? "%.0f" : "%.1f", shown);
    }

    private static String billions(double millions) {
        return Figure.chosen(Figure.billions(Estimate.exact(millions))).value();
    }
}
