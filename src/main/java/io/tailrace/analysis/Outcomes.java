package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.plan.Metric;
import java.util.List;

/// What a driver is held against: the NPV of either contract, and their paired difference last.
final class Outcomes {
    static final List<Metric> ALL = List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE);

    /// The share of the paths that counts as the worst.
    static final double TAIL = 0.05;

    private Outcomes() {}

    static ColumnKey[] keys() {
        return ALL.stream().map(ColumnKey::of).toArray(ColumnKey[]::new);
    }
}
