package io.tailrace.analysis;

import io.tailrace.model.Limits;
import java.util.stream.Stream;

/// A scenario whose NPVs are uniform and independent: TaaS earns nothing but a fixed fee, IaaS nothing but rent, and fee
/// and rent, uniform, are all that is uncertain.
///
/// With V the present value of 1 $M per MW-quarter on all MW: NPV of TaaS = V (fee (1 − b) − cost), of IaaS likewise.
final class UniformCase {
    static final double FEE_LOW = 1.6;
    static final double FEE_HIGH = 2.8;
    static final double RENT_LOW = 1.8;
    static final double RENT_HIGH = 2.2;
    /// Depreciation, power and site, $M per MW-quarter: the same MW, all GPUs, for both.
    static final double COST = 1.5;
    static final int QUARTERS = 8;
    static final double MW = 1000;

    private static final String[] SETS = {
        "quarters=" + QUARTERS,
        "capacity.openingMw=" + MW,
        "capacity.businessShare=1",
        "demand.openingTokensTrillion=1e9",
        "tokenService.fixedFeeMillionPerMwQuarter={uniform: {min: " + FEE_LOW + ", max: " + FEE_HIGH + "}}",
        "tokenService.usageFeeDollarsPerMillionTokens=0",
        "tokenService.revenueShare=0",
        "tokenService.tiers=null",
        "tokenService.tokenCostDollarsPerMillionTokens=0",
        "tokenService.operatingExpense=0",
        "lease.priceMillionPerMwQuarter={uniform: {min: " + RENT_LOW + ", max: " + RENT_HIGH + "}}",
        "lease.committedShare=1",
        "lease.operatingExpense=0",
        "costs.trainiumDepreciationMillionPerMwQuarter=" + COST,
        "costs.gpuDepreciationMillionPerMwQuarter=" + COST,
        "costs.energyDollarsPerMwh=0",
        "costs.siteOperationsMillionPerMwQuarter=0",
    };

    private UniformCase() {}

    static Study study(int paths, Shelf shelf, String... sets) {
        var scenario = Limits.scenario(Stream.concat(Stream.of(SETS), Stream.of(sets)).toArray(String[]::new));
        return new Study(scenario, new Study.Size(11, paths, 1), shelf, Study.Listener.NONE);
    }

    /// Present value of 1 $M per MW-quarter on all MW, $M: the reference workload discounts by e^−0.025 a quarter.
    static double presentValue() {
        double sum = 0;
        for (int t = 1; t <= QUARTERS; t++) {
            sum += MW * Math.exp(-0.025 * t);
        }
        return sum;
    }
}
