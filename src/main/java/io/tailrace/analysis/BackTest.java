package io.tailrace.analysis;

import io.tailrace.engine.OpeningState;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.Scenario.BackTestRow;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Observed figures against what the model says of them.
///
/// A fit is held at t = 0 with point values; a forecast passes when its figure lies inside P10 to P90 and the
/// statistic within its tolerance; structure rows compare a statistic with a bound; rows dated after the
/// scenario are reported and never passed or failed.
public record BackTest(List<Row> rows) {
    /// One figure held against the model.
    ///
    /// @param model the model's figure, with an interval where it was simulated
    /// @param p10 lower end of the fan around it, empty for a fit
    /// @param p90 its upper end
    /// @param verdict whether it passes; empty for rows that are only reported
    public record Row(
            BackTestRow target,
            Unit unit,
            Estimate model,
            Optional<Double> p10,
            Optional<Double> p90,
            Optional<Boolean> insideFan,
            Optional<Boolean> verdict) {}

    /// Rows against a run that recorded the quantities they name.
    public static BackTest of(List<BackTestRow> targets, RunResult run) {
        var opening = new OpeningState(run.plan());
        return new BackTest(
                targets.stream().map(target -> row(target, opening, run)).toList());
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
        Optional<Boolean> inside = target.observed().map(observed -> observed >= p10 && observed <= p90);
        boolean holds = holds(target, model.value()) && inside.orElse(true);
        boolean reported = target.kind() == BackTestRow.Kind.outOfSample;
        boolean fan = !target.worstDemandDecile();
        return new Row(
                target,
                unit(target),
                model,
                fan ? Optional.of(p10) : Optional.empty(),
                fan ? Optional.of(p90) : Optional.empty(),
                inside,
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
                Optional.of(holds(target, value)));
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
