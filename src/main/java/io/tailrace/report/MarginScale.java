package io.tailrace.report;

import io.tailrace.engine.RunResult;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.ColumnStatistics;
import java.util.List;

/// The common scale of the EBIT margins of a run, in whole tenths, with zero on it.
///
/// It reaches up to the highest P95 and down to the lowest P5, but not further than 0.3 below the lowest P25 or zero, nor
/// below -1. Why: once a tenant has defaulted next to no revenue stands against full cost, and the long tail of one contract
/// would squeeze everything else together. What lies beyond is marked where it leaves the scale.
///
/// @param low lower end, a share of revenue
/// @param hurdle margin that the scenario calls its hurdle, at its point value
record MarginScale(double low, double high, double hurdle) {
    private static final double TAIL = 0.3;
    private static final double LOWEST = -1;

    /// The margins to show, TaaS first; only the lease's where the provider sells no tokens, none if not recorded.
    static List<Quantity> margins(Plan plan) {
        List<Quantity> shown =
                plan.sellsTokens()
                        ? List.of(Quantity.TAAS_MARGIN, Quantity.IAAS_MARGIN)
                        : List.of(Quantity.IAAS_MARGIN);
        return plan.recorded().containsAll(shown) ? shown : List.of();
    }

    static String contract(Quantity margin) {
        return margin == Quantity.TAAS_MARGIN ? "TaaS" : "IaaS";
    }

    static MarginScale over(RunResult run, List<Quantity> margins) {
        double tail = 0;
        double body = 0;
        double high = 0;
        for (Quantity margin : margins) {
            for (int t = 1; t <= run.plan().quarters(); t++) {
                ColumnStatistics s = run.of(margin.key(), t);
                if (s.count() > 0) {
                    tail = Math.min(tail, at(s, 0.05));
                    body = Math.min(body, at(s, 0.25));
                    high = Math.max(high, at(s, 0.95));
                }
            }
        }
        double low = Math.max(LOWEST, Math.max(tail, body - TAIL));
        return new MarginScale(
                Math.floor(low * 10) / 10,
                Math.max(0.1, Math.ceil(high * 10) / 10),
                run.plan().parameters().pointValues().of(Parameter.HURDLE_EBIT_MARGIN));
    }

    /// Where a margin lies between the lower end, 0, and the upper, 1; outside beyond them.
    double position(double margin) {
        return (margin - low) / (high - low);
    }

    static double at(ColumnStatistics margin, double probability) {
        return margin.quantile(probability).estimate().value();
    }
}
