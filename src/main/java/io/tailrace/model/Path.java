package io.tailrace.model;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;

/// One path: every named quantity of every quarter, t = 0 … T, and the metrics of the whole.
///
/// NaN marks what is left out, such as a margin of a quarter with next to no revenue.
public final class Path {
    private static final int NAMED_METRICS = Metric.values().length;

    private final int quarters;
    /// `[quantity][t]`
    private final double[][] quantities;
    /// `[mix][t]`
    private final double[][] mixEbit;
    /// `[metric]`, then one NPV for each mix share.
    private final double[] metrics;

    public Path(Plan plan) {
        quarters = plan.quarters();
        quantities = new double[Quantity.values().length][quarters + 1];
        mixEbit = new double[plan.mixShares().length][quarters + 1];
        metrics = new double[NAMED_METRICS + plan.mixShares().length];
    }

    public int quarters() {
        return quarters;
    }

    public double at(Quantity quantity, int t) {
        return quantities[quantity.ordinal()][t];
    }

    void set(Quantity quantity, int t, double value) {
        quantities[quantity.ordinal()][t] = value;
    }

    public double metric(Metric metric) {
        return metrics[metric.ordinal()];
    }

    void set(Metric metric, double value) {
        metrics[metric.ordinal()] = value;
    }

    /// EBIT of the mix with index `mix` in the plan's mix shares, $M.
    public double ebitOfMix(int mix, int t) {
        return mixEbit[mix][t];
    }

    void setEbitOfMix(int mix, int t, double value) {
        mixEbit[mix][t] = value;
    }

    /// NPV of the mix with index `mix` in the plan's mix shares.
    public double npvOfMix(int mix) {
        return metrics[NAMED_METRICS + mix];
    }

    void setNpvOfMix(int mix, double value) {
        metrics[NAMED_METRICS + mix] = value;
    }

    /// Value of the metric at `index`, mixes after the named ones.
    public double metricAt(int index) {
        return metrics[index];
    }
}
