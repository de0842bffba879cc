package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Values;

/// What a MW costs in a quarter on each chip, $M, due whether or not it serves a token.
///
/// @param perTrainiumMw depreciation, power at full load and site operations of a MW of the own chip
/// @param perGpuMw the same for GPUs
/// @param perLateMw carrying cost of a MW that is late
record MegawattCost(double perTrainiumMw, double perGpuMw, double perLateMw) {
    private static final double HOURS_PER_QUARTER = 2190;

    static MegawattCost of(Plan plan, Values p) {
        double power = p.of(POWER_USAGE_EFFECTIVENESS) * p.of(LOAD) * HOURS_PER_QUARTER * p.of(ENERGY_PRICE) / 1e6;
        double running = power + p.of(SITE_OPERATIONS);
        if (plan.depreciationStated()) {
            return new MegawattCost(p.of(TRAINIUM_DEPRECIATION) + running, p.of(GPU_DEPRECIATION) + running,
                    p.of(CARRY));
        }
        double shell = p.of(SHELL_CAPEX) / (4 * p.of(SHELL_LIFE_YEARS));
        double perQuarterOfLife = 1 / (4 * p.of(IT_LIFE_YEARS));
        return new MegawattCost(
                shell + p.of(TRAINIUM_CAPEX) * perQuarterOfLife + running,
                shell + p.of(GPU_CAPEX) * perQuarterOfLife + running,
                p.of(CARRY));
    }

    /// Cost of `mw` in service, of which `trainiumShare` run the own chip, and of `lateMw`.
    double of(double mw, double trainiumShare, double lateMw) {
        return mw * (trainiumShare * perTrainiumMw + (1 - trainiumShare) * perGpuMw) + perLateMw * lateMw;
    }
}
