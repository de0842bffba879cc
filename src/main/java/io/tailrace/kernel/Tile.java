package io.tailrace.kernel;

import io.tailrace.plan.Curve;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/// Paths side by side: parameters, draws of the quarter, quantities of the quarter, metrics.
///
/// Every array is `[what][path in tile]`, so that a stage streams through a few of them in order. The usual number
/// keeps what a quarter touches inside the second-level cache of any machine, and makes a stage's call cheap; the system
/// property `tailrace.tile.paths` sets another power of two from 32 to 1,024, which changes no bit.
final class Tile {
    static final int USUAL_PATHS = 128;
    static final int PATHS = Integer.getInteger("tailrace.tile.paths", USUAL_PATHS);

    private final Plan plan;
    private final int[] offset;
    private final boolean[] constant;
    private final double[][] parameters;
    private final double[][] quantities = new double[Quantity.values().length][PATHS];
    private final double[][] metrics;
    private final boolean[] wanted = new boolean[Quantity.values().length];

    final double[][] factors = new double[Factor.COUNT][PATHS];
    final double[] regime = new double[PATHS];
    final double[] jump = new double[PATHS];
    final double[] jumpSize = new double[PATHS];
    final double[] defaults = new double[PATHS];
    final double[] renegotiation = new double[PATHS];
    final double[][] delays;

    Tile(Plan plan) {
        this.plan = plan;
        offset = plan.parameters().offset();
        int slots = plan.parameters().curves().size();
        constant = new boolean[slots];
        parameters = new double[slots][PATHS];
        for (int slot = 0; slot < slots; slot++) {
            constant[slot] = plan.parameters().curves().get(slot) instanceof Curve.Constant;
            Arrays.fill(parameters[slot], plan.parameters().points()[slot]);
        }
        metrics = new double[Metric.values().length + plan.mixShares().length][PATHS];
        delays = new double[plan.projects().size()][PATHS];
        plan.recorded().forEach(quantity -> wanted[quantity.ordinal()] = true);
    }

    double[] parameter(int slot) {
        return parameters[slot];
    }

    double[] column(Parameter parameter) {
        return parameters[offset[parameter.ordinal()]];
    }

    double[] column(Parameter parameter, int index) {
        return parameters[offset[parameter.ordinal()] + index];
    }

    DoubleVector of(Parameter parameter, int i) {
        return Lanes.load(parameters[offset[parameter.ordinal()]], i);
    }

    DoubleVector of(Parameter parameter, int index, int i) {
        return Lanes.load(parameters[offset[parameter.ordinal()] + index], i);
    }

    /// Whether a parameter is this value on every path, so that what it does can be left out.
    boolean always(Parameter parameter, double value) {
        return isSame(parameter) && column(parameter)[0] == value;
    }

    /// Whether a parameter is one constant, of whatever index.
    boolean isSame(Parameter parameter) {
        int first = offset[parameter.ordinal()];
        for (int slot = first; slot < first + plan.parameters().count(parameter); slot++) {
            if (!constant[slot] || parameters[slot][0] != parameters[first][0]) {
                return false;
            }
        }
        return true;
    }

    /// Whether any of the quantities is recorded.
    boolean wants(Quantity... any) {
        return Arrays.stream(any).anyMatch(quantity -> wanted[quantity.ordinal()]);
    }

    DoubleVector at(Quantity quantity, int i) {
        return Lanes.load(quantities[quantity.ordinal()], i);
    }

    void set(Quantity quantity, int i, DoubleVector value) {
        value.intoArray(quantities[quantity.ordinal()], i);
    }

    double[] column(Quantity quantity) {
        return quantities[quantity.ordinal()];
    }

    DoubleVector factor(Factor factor, int i) {
        return Lanes.load(factors[factor.ordinal()], i);
    }

    double[] metric(int index) {
        return metrics[index];
    }

    void set(Metric metric, int i, DoubleVector value) {
        value.intoArray(metrics[metric.ordinal()], i);
    }

    DoubleVector metric(Metric metric, int i) {
        return Lanes.load(metrics[metric.ordinal()], i);
    }
}
