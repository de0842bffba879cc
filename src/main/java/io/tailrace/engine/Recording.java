package io.tailrace.engine;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Column;
import io.tailrace.summary.Condition;
import io.tailrace.summary.Layout;
import java.util.ArrayList;
import java.util.List;

/// Which columns a run records: every chosen quantity by quarter, then every path metric, then the mixes' NPVs.
public final class Recording {
    /// Metrics whose worst paths are kept with their numbers.
    private static final List<Metric> WORST = List.of(
            Metric.NPV_TAAS,
            Metric.NPV_IAAS,
            Metric.NPV_DIFFERENCE,
            Metric.LOWEST_TRAILING_EBIT_TAAS,
            Metric.LOWEST_TRAILING_EBIT_IAAS);

    private static final List<Metric> GIVEN_LOW_DEMAND =
            List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE);

    private Recording() {}

    /// The columns of a plan, with the worst paths of the headline metrics and both contracts' NPVs given low demand.
    public static Layout layout(Plan plan) {
        var columns = new ArrayList<Column>();
        for (Quantity quantity : plan.recorded()) {
            for (int t = 1; t <= plan.quarters(); t++) {
                columns.add(new Column(quantity.key(), t, quantity.unit().resolution()));
            }
        }
        int firstMetric = columns.size();
        for (Metric metric : Metric.values()) {
            columns.add(new Column(metric.key(), 0, metric.unit().resolution()));
        }
        for (double share : plan.mixShares()) {
            columns.add(new Column(Plan.mixKey(share), 0, Unit.MONEY.resolution()));
        }
        var condition = new Condition(
                firstMetric + Metric.CUMULATIVE_SPEND.ordinal(), indices(GIVEN_LOW_DEMAND, firstMetric));
        return new Layout(columns, indices(WORST, firstMetric), List.of(condition));
    }

    private static List<Integer> indices(List<Metric> metrics, int firstMetric) {
        return metrics.stream().map(metric -> firstMetric + metric.ordinal()).toList();
    }
}
