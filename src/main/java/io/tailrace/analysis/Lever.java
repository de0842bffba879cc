package io.tailrace.analysis;

import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Unit;

/// A number that decides between the contracts, the same on every path once it is set.
public enum Lever {
    DEMAND_LOSS("permanent loss of demand", Unit.SHARE, Parameter.PERMANENT_LOSS, 0, 0.99),
    PRICE_FALL("fall of the token price, at once", Unit.SHARE, Parameter.PRICE_SHOCK, 0, 0.99) {
        @Override
        double parameter(double x) {
            return Math.log1p(-x);
        }

        @Override
        double lever(double parameter) {
            return -Math.expm1(parameter);
        }
    },
    FLOOR("floor of the fixed fee", Unit.SHARE, Parameter.FLOOR, 0, 1),
    REVENUE_SHARE("revenue share", Unit.SHARE, Parameter.REVENUE_SHARE, 0, 1),
    LEASE_PRICE("lease price", Unit.MONEY_PER_MW, Parameter.LEASE_PRICE, 0.25, 4) {
        @Override
        double low(Plan plan) {
            return super.low(plan) * now(plan);
        }

        @Override
        double high(Plan plan) {
            return super.high(plan) * now(plan);
        }
    },
    PRICE_DEFLATION("deflation of the token price", Unit.LOG, Parameter.PRICE_DEFLATION, 0, 0.4),
    TRAINIUM_SHARE("own chip's share of tokens, long run", Unit.SHARE, Parameter.TRAINIUM_LONG_RUN_SHARE, 0.3, 0.9);

    private final String label;
    private final Unit unit;
    private final Parameter parameter;
    private final double low;
    private final double high;

    Lever(String label, Unit unit, Parameter parameter, double low, double high) {
        this.label = label;
        this.unit = unit;
        this.parameter = parameter;
        this.low = low;
        this.high = high;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /// Where it is looked for.
    double low(Plan plan) {
        return low;
    }

    double high(Plan plan) {
        return high;
    }

    /// Its point value in the scenario.
    double now(Plan plan) {
        return lever(plan.parameters().points()[plan.parameters().offset()[parameter.ordinal()]]);
    }

    Plan at(Plan plan, double x) {
        return plan.with(parameter, parameter(x));
    }

    double parameter(double x) {
        return x;
    }

    double lever(double value) {
        return value;
    }
}
