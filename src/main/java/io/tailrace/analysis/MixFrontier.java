package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Plan;
import io.tailrace.scenario.Scenario;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/// Mean NPV against CVaR95: over the share of the MW that sells tokens, and over terms of the contracts.
///
/// @param cvar95FloorMillion floor that was asked for (`bounds.cvar95Million`); that of the safer pure contract if none was
public record MixFrontier(double cvar95FloorMillion, List<Frontier> frontiers) implements Analysis {
    private static final int MIX_PATHS = 1 << 16;
    private static final int TERM_PATHS = 1 << 15;
    private static final int POINTS = 11;

    /// Over one term.
    ///
    /// @param now point value of the scenario
    /// @param safest where CVaR95 is highest
    /// @param highestMeans for each floor, the highest mean that keeps CVaR95 above it
    public record Frontier(
            Term term,
            int paths,
            double now,
            List<Point> points,
            Optimum safest,
            List<Floored> highestMeans) {}

    /// EFFICIENT: no other point is higher in both, not even by less than the error. UNDECIDED: one is, but within error.
    /// DOMINATED: one is, beyond error.
    public enum Standing { EFFICIENT, UNDECIDED, DOMINATED }

    /// One value of the term.
    ///
    /// @param betterAt the point that is higher in both; empty if none is
    /// @param notToldFrom points that differ from it in neither beyond error
    public record Point(
            double at,
            Estimate meanMillion,
            Estimate cvar95Million,
            Standing standing,
            Optional<Double> betterAt,
            List<Double> notToldFrom) {}

    /// A value of the term found by optimisation.
    ///
    /// @param onTheFloor whether the floor keeps it from a higher mean
    public record Optimum(Estimate at, Estimate meanMillion, Estimate cvar95Million, boolean onTheFloor) {
        static Optimum of(TermSearch.Best best) {
            return new Optimum(best.at(), best.mean(), best.cvar95(), best.onTheFloor());
        }
    }

    /// @param best empty where no value of the term reaches the floor
    public record Floored(double cvar95AtLeastMillion, Optional<Optimum> best) {}

    static MixFrontier of(Study study) {
        Plan plan = study.lean();
        List<RiskReturn> mixes = mixes(study, plan, study.paths(MIX_PATHS));
        double floor = study.scenario()
                .bounds()
                .flatMap(Scenario.Bounds::cvar95Million)
                .orElseGet(() -> Math.max(
                        mixes.getFirst().cvar95().value(), mixes.getLast().cvar95().value()));
        var frontiers = new ArrayList<Frontier>();
        frontiers.add(frontier(study, plan, Term.MIX, mixes, floor));
        for (Term term : List.of(Term.REVENUE_SHARE, Term.FLOOR, Term.LEASE_TERM)) {
            frontiers.add(frontier(study, plan, term, points(study, plan, term), floor));
        }
        return new MixFrontier(floor, List.copyOf(frontiers));
    }

    private static Frontier frontier(Study study, Plan plan, Term term, List<RiskReturn> points, double floor) {
        int paths = points.getFirst().mean().of().length;
        var search = new TermSearch(points, term == Term.LEASE_TERM, (x, on) -> at(study, plan, term, x, on));
        TermSearch.Best safest = search.safest();
        List<Floored> floored = floors(floor, points, safest).stream()
                .map(each -> new Floored(each, search.highestMean(each).map(Optimum::of)))
                .toList();
        return new Frontier(
                term, paths, term.now(plan), standings(points), Optimum.of(safest), floored);
    }

    /// All mixes in one run.
    private static List<RiskReturn> mixes(Study study, Plan plan, int paths) {
        double[] shares = Crossing.evenly(0, 1, POINTS);
        ColumnKey[] keys = DoubleStream.of(shares).mapToObj(ColumnKey::ofMix).toArray(ColumnKey[]::new);
        PathValues values = study.values(plan.withMixes(shares), paths, keys);
        var points = new ArrayList<RiskReturn>();
        for (int i = 0; i < shares.length; i++) {
            points.add(RiskReturn.of(shares[i], values.of(keys[i])));
        }
        return List.copyOf(points);
    }

    /// A lease ends with a quarter, years are enough; the others are spaced evenly.
    private static List<RiskReturn> points(Study study, Plan plan, Term term) {
        double low = term.low(plan);
        double high = term.high(plan);
        int points = term == Term.LEASE_TERM ? Math.max(2, (int) Math.round((high - low) / 4) + 1) : POINTS;
        int paths = study.paths(TERM_PATHS);
        return DoubleStream.of(Crossing.evenly(low, high, points))
                .map(x -> term == Term.LEASE_TERM ? Math.rint(x) : x)
                .distinct()
                .mapToObj(x -> at(study, plan, term, x, paths))
                .toList();
    }

    private static RiskReturn at(Study study, Plan plan, Term term, double x, int paths) {
        return RiskReturn.of(x, study.values(term.at(plan, x), paths, term.npv(x)).values()[0]);
    }

    /// The floor asked for, zero, and two between the CVaR95 of the highest mean and the highest CVaR95.
    private static List<Double> floors(double asked, List<RiskReturn> points, TermSearch.Best safest) {
        double highest = safest.cvar95().value();
        double atHighestMean = points.stream()
                .reduce((a, b) -> a.mean().value() >= b.mean().value() ? a : b)
                .orElseThrow()
                .cvar95()
                .value();
        var floors = new TreeSet<Double>(List.of(asked));
        if (atHighestMean < 0 && highest > 0) {
            floors.add(0.0);
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, highest - atHighestMean))));
        for (double part : new double[]{1 / 3.0, 2 / 3.0}) {
            double rounded = Math.rint((atHighestMean + part * (highest - atHighestMean)) / unit) * unit;
            if (rounded > atHighestMean && rounded < highest) {
                floors.add(rounded);
            }
        }
        return List.copyOf(floors);
    }

    static List<Point> standings(List<RiskReturn> points) {
        return points.stream().map(point -> standing(point, points)).toList();
    }

    private static Point standing(RiskReturn point, List<RiskReturn> points) {
        var standing = Standing.EFFICIENT;
        Optional<Double> betterAt = Optional.empty();
        var alike = new ArrayList<Double>();
        for (RiskReturn other : points) {
            RiskReturn.Other compared = other.at() == point.at() ? RiskReturn.Other.NOT_BETTER : point.compared(other);
            if (compared == RiskReturn.Other.ALIKE) {
                alike.add(other.at());
            } else if (compared == RiskReturn.Other.BETTER && standing != Standing.DOMINATED) {
                standing = Standing.DOMINATED;
                betterAt = Optional.of(other.at());
            } else if (compared == RiskReturn.Other.PERHAPS_BETTER && standing == Standing.EFFICIENT) {
                standing = Standing.UNDECIDED;
                betterAt = Optional.of(other.at());
            }
        }
        return new Point(
                point.at(),
                point.mean().estimate(),
                point.cvar95().estimate(),
                standing,
                betterAt,
                List.copyOf(alike));
    }
}
