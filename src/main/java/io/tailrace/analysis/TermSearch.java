package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/// The best value of a term: with the highest CVaR95, or with the highest mean that keeps CVaR95 above a floor.
///
/// Begins from the points of a frontier and goes on between them: highest points by Brent's minimiser, the edge of what
/// the floor allows by [Crossing]. All on the same paths.
/// Error: of a highest point that of its derivative over its curvature; of an edge that of CVaR95 over its slope; both by
/// the delta method. Two turns between neighbouring points of the frontier are not seen.
/// Source: Brent (1973), Algorithms for minimization without derivatives, chapters 4 and 5.
final class TermSearch {
    private static final int MOST_EVALUATIONS = 60;
    /// Of the term's range: how near a highest point is found, and how far to either side slopes are measured.
    private static final double ACCURACY = 1e-3;
    private static final double STEP = 0.02;

    /// A value of the term that is best in some way.
    ///
    /// @param onTheFloor whether the floor keeps it from a better mean
    record Best(Estimate at, Estimate mean, Estimate cvar95, boolean onTheFloor) {}

    /// Mean and CVaR95 at `x` on the first `paths` paths.
    @FunctionalInterface
    interface Evaluation {
        RiskReturn at(double x, int paths);
    }

    private final Evaluation evaluation;
    private final NavigableMap<Double, RiskReturn> known = new TreeMap<>();
    private final double low;
    private final double high;
    private final boolean pointsOnly;
    private final int paths;
    private final Best safest;
    private final Best richest;

    /// @param points of the frontier, both ends of the range among them
    /// @param pointsOnly whether nothing lies between them
    TermSearch(List<RiskReturn> points, boolean pointsOnly, Evaluation evaluation) {
        this.evaluation = evaluation;
        this.pointsOnly = pointsOnly;
        points.forEach(point -> known.put(point.at(), point));
        low = known.firstKey();
        high = known.lastKey();
        paths = points.getFirst().mean().of().length;
        safest = peak(point -> point.cvar95().value(), RiskReturn::cvar95);
        richest = peak(point -> point.mean().value(), RiskReturn::mean);
    }

    /// Where CVaR95 is highest.
    Best safest() {
        return safest;
    }

    /// Highest mean with CVaR95 of at least `floor`; empty if no value reaches it.
    Optional<Best> highestMean(double floor) {
        if (richest.cvar95().value() >= floor) {
            return Optional.of(richest);
        }
        Stream<Best> inside = List.copyOf(known.values()).stream()
                .filter(point -> point.cvar95().value() >= floor)
                .map(TermSearch::asItIs);
        return Stream.concat(inside, edges(floor).stream())
                .max(Comparator.comparingDouble(best -> best.mean().value()));
    }

    /// Values between neighbouring points at which CVaR95 is just the floor.
    private List<Best> edges(double floor) {
        if (pointsOnly) {
            return List.of();
        }
        List<Double> points = List.copyOf(known.keySet());
        return Stream.iterate(0, i -> i + 1 < points.size(), i -> i + 1)
                .map(i -> new double[]{points.get(i), points.get(i + 1)})
                .filter(pair -> at(pair[0]).cvar95().value() < floor != at(pair[1]).cvar95().value() < floor)
                .map(pair -> edge(pair, floor))
                .toList();
    }

    /// Looked for on fewer paths first, if these see it.
    private Best edge(double[] between, double floor) {
        Crossing.Statistic above = (x, on) -> {
            Influence cvar95 = (on == paths ? at(x) : evaluation.at(x, on)).cvar95();
            return new Influence(cvar95.value() - floor, cvar95.of());
        };
        Estimate edge = Crossing.first(above, between, Math.ceilDiv(paths, 4), paths)
                .or(() -> Crossing.first(above, between, paths, paths))
                .orElseThrow();
        return onTheFloor(edge);
    }

    /// The mean there has the error of the edge in it: its slope over that of CVaR95 times CVaR95's influence.
    private Best onTheFloor(Estimate edge) {
        RiskReturn here = at(edge.value());
        RiskReturn left = at(Math.max(low, edge.value() - STEP * (high - low)));
        RiskReturn right = at(Math.min(high, edge.value() + STEP * (high - low)));
        double rate = (right.mean().value() - left.mean().value()) / (right.cvar95().value() - left.cvar95().value());
        Influence mean = here.mean().minus(here.cvar95().times(rate));
        return new Best(
                edge,
                Estimate.normal(here.mean().value(), mean.standardError()),
                Estimate.exact(here.cvar95().value()),
                true);
    }

    /// Highest point of a statistic; between points only where it is not at an end of the range.
    private Best peak(ToDoubleFunction<RiskReturn> value, Function<RiskReturn, Influence> statistic) {
        RiskReturn best = List.copyOf(known.values()).stream()
                .max(Comparator.comparingDouble(value))
                .orElseThrow();
        Double before = known.lowerKey(best.at());
        Double after = known.higherKey(best.at());
        if (pointsOnly || before == null || after == null) {
            return asItIs(best);
        }
        double at = new BrentOptimizer(1e-9, ACCURACY * (high - low))
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(x -> value.applyAsDouble(at(x))),
                        GoalType.MAXIMIZE,
                        new SearchInterval(before, after, best.at()))
                .getPoint();
        return new Best(
                Estimate.normal(at, errorOfPeak(at, statistic)),
                at(at).mean().estimate(),
                at(at).cvar95().estimate(),
                false);
    }

    private double errorOfPeak(double at, Function<RiskReturn, Influence> statistic) {
        double step = Math.min(STEP * (high - low), Math.min(at - low, high - at));
        Influence left = statistic.apply(at(at - step));
        Influence here = statistic.apply(at(at));
        Influence right = statistic.apply(at(at + step));
        double slopeError = right.minus(left).standardError() / (2 * step);
        double curvature = (right.value() - 2 * here.value() + left.value()) / (step * step);
        return slopeError / Math.abs(curvature);
    }

    private RiskReturn at(double x) {
        return known.computeIfAbsent(x, value -> evaluation.at(value, paths));
    }

    private static Best asItIs(RiskReturn point) {
        return new Best(
                Estimate.exact(point.at()), point.mean().estimate(), point.cvar95().estimate(), false);
    }
}
