package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.OpeningState;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;

/// What can be agreed: how many of the MW sell tokens, or a term of either contract; the same on every path.
public enum Term {
    /// NPV of both contracts together.
    MIX("share of the MW that sells tokens", Unit.SHARE) {
        @Override
        double high(Plan plan) {
            return 1;
        }

        @Override
        double now(Plan plan) {
            return plan.sellsTokens() ? 1 : 0;
        }

        @Override
        Plan at(Plan plan, double x) {
            return plan.withMixes(x);
        }

        @Override
        ColumnKey npv(double x) {
            return ColumnKey.ofMix(x);
        }
    },

    /// NPV of TaaS. What a higher share brings in the opening quarter, a lower fixed fee gives back: only their sum is
    /// known.
    REVENUE_SHARE("revenue share, the fixed fee moved against it", Unit.SHARE) {
        @Override
        double high(Plan plan) {
            return Math.min(1, now(plan) + point(plan, Parameter.FIXED_FEE) / salesPerMw(plan));
        }

        @Override
        double now(Plan plan) {
            return point(plan, Parameter.REVENUE_SHARE);
        }

        @Override
        Plan at(Plan plan, double x) {
            double fee = point(plan, Parameter.FIXED_FEE);
            double moved = Math.max(0, fee + (now(plan) - x) * salesPerMw(plan));
            Plan shared = plan.with(Parameter.REVENUE_SHARE, x);
            return fee > 0
                    ? shared.times(Parameter.FIXED_FEE, moved / fee)
                    : shared.with(Parameter.FIXED_FEE, moved);
        }

        private double salesPerMw(Plan plan) {
            var opening = new OpeningState(plan);
            return opening.of(Quantity.GROSS_SALES) / opening.of(Quantity.BUSINESS_MW);
        }
    },

    /// NPV of TaaS.
    FLOOR("floor of the fixed fee", Unit.SHARE) {
        @Override
        double high(Plan plan) {
            return 1;
        }

        @Override
        double now(Plan plan) {
            return point(plan, Parameter.FLOOR);
        }

        @Override
        Plan at(Plan plan, double x) {
            return plan.with(Parameter.FLOOR, x);
        }
    },

    /// NPV of IaaS.
    LEASE_TERM("term of the lease", Unit.QUARTERS) {
        @Override
        double low(Plan plan) {
            return Math.min(4, plan.quarters());
        }

        @Override
        double high(Plan plan) {
            return plan.quarters();
        }

        @Override
        double now(Plan plan) {
            return point(plan, Parameter.TERM_QUARTERS);
        }

        @Override
        Plan at(Plan plan, double x) {
            return plan.with(Parameter.TERM_QUARTERS, x);
        }

        @Override
        ColumnKey npv(double x) {
            return ColumnKey.of(Metric.NPV_IAAS);
        }
    };

    private final String label;
    private final Unit unit;

    Term(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    double low(Plan plan) {
        return 0;
    }

    abstract double high(Plan plan);

    /// Point value of the scenario.
    abstract double now(Plan plan);

    abstract Plan at(Plan plan, double x);

    /// Which NPV it is about.
    ColumnKey npv(double x) {
        return ColumnKey.of(Metric.NPV_TAAS);
    }

    private static double point(Plan plan, Parameter parameter) {
        return plan.parameters().points()[plan.parameters().offset()[parameter.ordinal()]];
    }
}
