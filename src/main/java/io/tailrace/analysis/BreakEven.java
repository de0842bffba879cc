package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would have to be true for the contracts to be worth the same: for each lever the value at which mean NPVs are
/// equal, and at which CVaR95s are, all else as uncertain as it is; and the difference of means over two levers at once.
///
/// @param paths on which each crossing is found
/// @param grids on fewer paths
public record BreakEven(int paths, List<Row> levers, List<TwoWay> grids) implements Analysis {
    private static final int MOST_PATHS = 1 << 16;
    private static final int SCAN_PATHS = 1 << 14;
    private static final int SCAN_POINTS = 13;
    private static final double TAIL = 0.05;
    static final ColumnKey[] COLUMNS = {ColumnKey.of(Metric.NPV_TAAS), ColumnKey.of(Metric.NPV_IAAS)};

    /// One lever.
    ///
    /// @param now its point value in the scenario
    public record Row(Lever lever, double now, double from, double to, Crossover mean, Crossover cvar95) {}

    /// @param at smallest value at which both contracts are equal, empty if none lies between `from` and `to`
    /// @param taasAheadAtFirst whether TaaS is worth more at `from`
    public record Crossover(Optional<Estimate> at, boolean taasAheadAtFirst) {}

    static BreakEven of(Study study) {
        Plan plan = study.lean();
        int paths = study.paths(MOST_PATHS);
        var rows = new ArrayList<Row>();
        for (Lever lever : List.of(
                Lever.DEMAND_LOSS, Lever.PRICE_FALL, Lever.FLOOR, Lever.REVENUE_SHARE, Lever.LEASE_PRICE)) {
            rows.add(row(study, plan, lever, paths));
        }
        int few = study.paths(TwoWay.MOST_PATHS);
        List<TwoWay> grids = List.of(
                TwoWay.of(study, plan, Lever.FLOOR, new double[]{0, 0.25, 0.5, 0.75, 1}, Lever.DEMAND_LOSS,
                        new double[]{0, 0.2, 0.4, 0.6, 0.8, 0.95}, few),
                TwoWay.of(study, plan, Lever.TRAINIUM_SHARE, new double[]{0.3, 0.5, 0.7, 0.9}, Lever.PRICE_DEFLATION,
                        new double[]{0, 0.06, 0.12, 0.18, 0.24, 0.36}, few));
        return new BreakEven(paths, List.copyOf(rows), grids);
    }

    private static Row row(Study study, Plan plan, Lever lever, int paths) {
        double from = lever.low(plan);
        double to = lever.high(plan);
        double[] scan = Crossing.evenly(from, to, SCAN_POINTS);
        int few = Math.min(paths, SCAN_PATHS);
        var scanned = new HashMap<Double, PathValues>();
        return new Row(
                lever,
                lever.now(plan),
                from,
                to,
                crossover(scan, few, paths, (x, on) -> gapOfMeans(values(study, plan, lever, x, on, few, scanned))),
                crossover(scan, few, paths,
                        (x, on) -> gapOfShortfalls(values(study, plan, lever, x, on, few, scanned))));
    }

    /// What was run on few paths serves both statistics.
    private static PathValues values(
            Study study, Plan plan, Lever lever, double x, int on, int few, Map<Double, PathValues> scanned) {
        return on > few
                ? study.values(lever.at(plan, x), on, COLUMNS)
                : scanned.computeIfAbsent(x, at -> study.values(lever.at(plan, at), on, COLUMNS));
    }

    private static Crossover crossover(double[] scan, int few, int paths, Crossing.Statistic gap) {
        return new Crossover(
                Crossing.first(gap, scan, few, paths),
                gap.at(scan[0], few).value() > 0);
    }

    static Influence gapOfMeans(PathValues values) {
        return Influence.mean(values.of(Metric.NPV_TAAS)).minus(Influence.mean(values.of(Metric.NPV_IAAS)));
    }

    private static Influence gapOfShortfalls(PathValues values) {
        return Influence.lowerShortfall(values.of(Metric.NPV_TAAS), TAIL)
                .minus(Influence.lowerShortfall(values.of(Metric.NPV_IAAS), TAIL));
    }
}
