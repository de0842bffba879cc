package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.BinnedValues;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Quantile;
import io.tailrace.summary.Summary;
import io.tailrace.summary.Tail;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;

/// A measure as a summary has it.
///
/// @param thin fewer than 100 paths lie in its tail, and the interval is too short
public record Reading(Estimate estimate, boolean thin) {
    /// From a summary that has the measure's metric among its columns.
    public static Reading of(Measure measure, Summary summary) {
        return of(measure, summary, summary::values);
    }

    /// Of several measures; the values of a metric are gathered once for all that ask for them.
    static List<Reading> all(List<Measure> measures, Summary summary) {
        var values = new HashMap<Integer, BinnedValues>();
        return measures.stream()
                .map(measure -> of(measure, summary, column -> values.computeIfAbsent(column, summary::values)))
                .toList();
    }

    private static Reading of(Measure measure, Summary summary, IntFunction<BinnedValues> values) {
        int column = summary.layout().indexOf(measure.metric(), 0);
        return switch (measure.statistic()) {
            case mean -> new Reading(summary.mean(column), false);
            case probability -> new Reading(summary.probabilityBelow(column, 1).complement(), false);
            case p -> of(Quantile.of(values.apply(column), measure.level() / 100));
            case var -> {
                Tail tail = tail(values.apply(column), measure);
                yield new Reading(tail.valueAtRisk(), tail.thin());
            }
            case cvar -> {
                Tail tail = tail(values.apply(column), measure);
                yield new Reading(tail.shortfall(), tail.thin());
            }
        };
    }

    /// Unit of a measure, as its metric has it.
    public static String unit(Measure measure, Plan plan) {
        return plan.unitOfMetric(measure.metric()).text();
    }

    private static Reading of(Quantile quantile) {
        return new Reading(quantile.estimate(), quantile.thin());
    }

    private static Tail tail(BinnedValues values, Measure measure) {
        return Tail.lower(values, measure.level() / 100);
    }
}
