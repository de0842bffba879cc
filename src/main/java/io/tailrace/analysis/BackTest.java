package io.tailrace.analysis;

import io.tailrace.engine.OpeningState;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.Scenario.BackTestRow;
import io.tailrace.summary.BinnedValues;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Observed figures against what the model says of them.
///
/// A fit is held at t = 0 with point values; a forecast passes when its figure lies inside P10 to P90 and the
/// statistic within its tolerance; structure rows compare a statistic with a bound; rows dated after the
/// scenario are reported and never passed or failed.
///
/// @param hitRates how often the figures of a kind lie inside P10 to P90
public record BackTest(List<Row> rows, List<HitRate> hitRates) implements Analysis {
    /// One figure held against the model.
    ///
    /// @param model the model's figure, with an interval where it was simulated
    /// @param p10 lower end of the fan around it, empty for a fit
    /// @param p90 its upper end
    /// @param insideFan whether the observed figure lies between them: a hit
    /// @param pit probability integral transform, the probability that the simulated value lies below the observed one;
    ///     evenly spread over 0 to 1 if the model is right; empty where nothing was observed or simulated. Source: Dawid
    ///     (1984), Statistical theory: the prequential approach
    /// @param verdict whether it passes; empty for rows that are only reported
    public record Row(
            BackTestRow target,
            Unit unit,
            Estimate model,
            Optional<Double> p10,
            Optional<Double> p90,
            Optional<Boolean> insideFan,
            Optional<Estimate> pit,
            Optional<Boolean> verdict) {}

    /// On as many paths as the study has, recording what the rows ask for.
    static BackTest of(Study study) {
        List<BackTestRow> targets = study.scenario().backTest();
        Quantity[] recorded = targets.stream()
                .filter(target -> target.kind() != BackTestRow.Kind.fit)
                .flatMap(target -> target.quantity().stream())
                .distinct()
                .map(BackTest::quantity)
                .toArray(Quantity[]::new);
        return of(targets, study.run(study.lean().recording(recorded), study.paths()));
    }

    /// Rows against a run that recorded the quantities they name.
    public static BackTest of(List<BackTestRow> targets, RunResult run) {
        var opening = new OpeningState(run.plan());
        List<Row> rows = targets.stream().map(target -> row(target, opening, run)).toList();
        return new BackTest(rows, HitRate.of(rows));
    }

    /// Whether no row fails.
    public boolean passes() {
        return rows.stream().allMatch(row -> row.verdict().orElse(true));
    }

    private static Row row(BackTestRow target, OpeningState opening, RunResult run) {
        if (target.kind() == BackTestRow.Kind.fit) {
            return fit(target, opening);
        }
        String key = target.quantity().or(target::metric).orElseThrow();
        int t = target.quarter().map(label -> quarter(run.plan(), label)).orElse(0);
        ColumnStatistics column = run.of(key, t);
        Estimate model = target.worstDemandDecile()
                ? run.meanWhereDemandIsLow(key, 0.1)
                : statistic(target, column);
        double p10 = column.quantile(0.1).estimate().value();
        double p90 = column.quantile(0.9).estimate().value();
        boolean fan = !target.worstDemandDecile();
        Optional<Double> observed = target.observed().filter(_ -> fan);
        Optional<Boolean> inside = observed.map(figure -> figure >= p10 && figure <= p90);
        boolean holds = holds(target, model.value()) && inside.orElse(true);
        boolean reported = target.kind() == BackTestRow.Kind.outOfSample;
        return new Row(
                target,
                unit(target),
                model,
                fan ? Optional.of(p10) : Optional.empty(),
                fan ? Optional.of(p90) : Optional.empty(),
                inside,
                observed.map(figure -> pit(run, key, t, figure)),
                reported ? Optional.empty() : Optional.of(holds));
    }

    private static Row fit(BackTestRow target, OpeningState opening) {
        double value = target.quantity()
                .map(key -> opening.of(quantity(key)))
                .orElseGet(() -> opening.of(metric(target.metric().orElseThrow())));
        return new Row(
                target,
                unit(target),
                Estimate.exact(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(holds(target, value)));
    }

    private static Estimate pit(RunResult run, String key, int quarter, double observed) {
        Summary summary = run.summary();
        BinnedValues values = summary.values(summary.layout().indexOf(key, quarter));
        return Estimate.share(values.shareBelow(observed), (double) values.count());
    }

    private static Estimate statistic(BackTestRow target, ColumnStatistics column) {
        return switch (target.statistic()) {
            case mean -> column.mean();
            case median -> column.quantile(0.5).estimate();
        };
    }

    private static boolean holds(BackTestRow target, double value) {
        boolean near = target.observed().isEmpty()
                || target.tolerance().isEmpty()
                || Math.abs(value - target.observed().get()) <= target.tolerance().get();
        return near
                && target.above().map(bound -> value > bound).orElse(true)
                && target.below().map(bound -> value < bound).orElse(true);
    }

    private static int quarter(Plan plan, String label) {
        for (int t = 0; t <= plan.quarters(); t++) {
            if (plan.label(t).equals(label)) {
                return t;
            }
        }
        throw new IllegalArgumentException(label + " is outside the horizon");
    }

    private static Unit unit(BackTestRow target) {
        return target.quantity()
                .map(key -> quantity(key).unit())
                .orElseGet(() -> metric(target.metric().orElseThrow()).unit());
    }

    private static Quantity quantity(String key) {
        return Arrays.stream(Quantity.values())
                .filter(q -> q.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Metric metric(String key) {
        return Arrays.stream(Metric.values())
                .filter(m -> m.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
