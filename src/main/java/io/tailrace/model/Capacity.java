package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.larger;
import static io.tailrace.random.Elementary.smaller;

import io.tailrace.plan.Plan;
import io.tailrace.plan.ProjectPlan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// Rows F1 to F6: megawatts in service and late, and the tokens that a MW serves.
final class Capacity {
    private final Plan plan;
    private final Draws draws;
    private final Values p;
    private final Path path;
    private final double trainiumTokensPerMw;
    private final double gpuTokensPerMw;

    Capacity(Plan plan, Draws draws, Path path) {
        this.plan = plan;
        this.draws = draws;
        this.p = draws.parameters;
        this.path = path;
        gpuTokensPerMw = plan.tokensPerMwStated() ? p.of(GPU_TOKENS_PER_MW) : gpuTokensFromUtilisation();
        trainiumTokensPerMw = plan.tokensPerMwStated()
                ? p.of(TRAINIUM_TOKENS_PER_MW)
                : p.of(TRAINIUM_RELATIVE_TOKENS) * gpuTokensPerMw;
    }

    /// Tokens per GPU MW at which the opening demand fills the observed utilisation.
    private double gpuTokensFromUtilisation() {
        double demand = p.of(OPENING_TOKENS) * p.of(CHANNEL_OPENING_SHARE);
        double businessMw = p.of(BUSINESS_SHARE) * p.of(OPENING_MW);
        double trainium = p.of(TRAINIUM_OPENING_SHARE);
        return demand / (p.of(OPENING_UTILISATION) * businessMw)
                * (trainium / p.of(TRAINIUM_RELATIVE_TOKENS) + 1 - trainium);
    }

    void quarter(int t) {
        megawatts(t);
        double trainiumTokens = trainiumTokensPerMw * (t == 0 ? 1 : p.of(TRAINIUM_TOKENS_MULTIPLIER));
        double trainium = path.at(Quantity.TRAINIUM_SHARE, t);
        double trainiumMwPerToken = trainium / trainiumTokens;
        double mwPerToken = trainiumMwPerToken + (1 - trainium) / gpuTokensPerMw;
        double tokensPerMw = path.at(Quantity.EFFICIENCY, t) / mwPerToken;
        double businessMw = path.at(Quantity.BUSINESS_MW, t);
        double plannedMw = businessMw + path.at(Quantity.BUSINESS_LATE_MW, t);
        path.set(Quantity.TRAINIUM_MW_SHARE, t, trainiumMwPerToken / mwPerToken);
        path.set(Quantity.CAPACITY_TOKENS, t, p.of(MAXIMUM_UTILISATION) * (businessMw * tokensPerMw));
        path.set(Quantity.PLANNED_TOKENS, t, p.of(MAXIMUM_UTILISATION) * (plannedMw * tokensPerMw));
    }

    private void megawatts(int t) {
        double capacity = p.of(OPENING_MW);
        double business = p.of(BUSINESS_SHARE) * p.of(OPENING_MW);
        double late = 0;
        double businessLate = 0;
        for (int j = 0; j < draws.delays.length; j++) {
            ProjectPlan project = plan.projects().get(j);
            double sincePlanned = t - project.plannedQuarter();
            if (sincePlanned <= 0) {
                continue;
            }
            double mw = p.of(PROJECT_MW, project.entry());
            double share =
                    project.ownBusinessShare() ? p.of(PROJECT_BUSINESS_SHARE, project.entry()) : p.of(BUSINESS_SHARE);
            double businessMw = share * mw;
            double delay = draws.delays[j] + p.of(SLIP_QUARTERS);
            double lateQuarters = delay == Double.POSITIVE_INFINITY ? p.of(CANCELLED_LATE_QUARTERS) : delay;
            double inService = fraction(sincePlanned - delay);
            double missing = fraction(sincePlanned) - fraction(sincePlanned - lateQuarters);
            capacity = Math.fma(mw, inService, capacity);
            business = Math.fma(businessMw, inService, business);
            late = Math.fma(mw, missing, late);
            businessLate = Math.fma(businessMw, missing, businessLate);
        }
        path.set(Quantity.CAPACITY_MW, t, capacity);
        path.set(Quantity.LATE_MW, t, late);
        path.set(Quantity.BUSINESS_MW, t, business);
        path.set(Quantity.BUSINESS_LATE_MW, t, businessLate);
    }

    /// Fraction of a quarter in service, given the quarters from energisation to the quarter's end.
    private static double fraction(double quarters) {
        return smaller(larger(quarters, 0), 1);
    }

    /// Infrastructure cost of a token on GPUs over that on the own chip.
    double pricePerformance(MegawattCost cost) {
        return cost.perGpuMw() / gpuTokensPerMw / (cost.perTrainiumMw() / trainiumTokensPerMw);
    }
}
