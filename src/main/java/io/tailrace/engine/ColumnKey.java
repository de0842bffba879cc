package io.tailrace.engine;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;

/// Names one column of a run: a quantity in a quarter, or, in quarter 0, a metric of the whole path.
public record ColumnKey(String name, int quarter) {
    public static ColumnKey of(Metric metric) {
        return new ColumnKey(metric.key(), 0);
    }

    /// The plan must record the quantity; see [Plan#recording].
    public static ColumnKey of(Quantity quantity, int quarter) {
        return new ColumnKey(quantity.key(), quarter);
    }

    /// NPV of the mix that sells tokens on `share` of the MW; the plan must have that mix.
    public static ColumnKey ofMix(double share) {
        return new ColumnKey(Plan.mixKey(share), 0);
    }
}
