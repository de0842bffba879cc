package io.tailrace.plan;

/// Every scalar parameter of the model, by the key under which the scenario states it.
///
/// `[]` in a key marks a list: the parameter then has one value for each item. The order here is the
/// order of the flat array that a path's drawn values are kept in; a draw depends on the key alone, so
/// the order may change without changing any result.
public enum Parameter {
    DISCOUNT_RATE_PER_YEAR("discountRatePerYear"),
    HURDLE_EBIT_MARGIN("hurdleEbitMargin"),

    OPENING_TOKENS("demand.openingTokensTrillion"),
    NEXT_GROWTH("demand.nextGrowth"),
    OPENING_GROWTH("demand.openingGrowth"),
    LONG_RUN_GROWTH("demand.longRunGrowth"),
    GROWTH_PERSISTENCE("demand.growthPersistence"),
    GROWTH_VOLATILITY("demand.growthVolatility"),
    PRICE_ELASTICITY("demand.priceElasticity"),
    VOLATILITY_MULTIPLIER("demand.volatilityMultiplier"),
    PERMANENT_LOSS("demand.permanentLoss"),
    TEMPORARY_LOSS("demand.temporaryLoss.fraction", 0),

    REGIME_DRIFT("regimes.states[].drift"),
    REGIME_VOLATILITY("regimes.states[].volatility"),
    REGIME_PRICE_DRIFT("regimes.states[].priceDrift"),
    REGIME_JUMP_DOWN("regimes.states[].jumpDownProbability"),
    REGIME_HAZARD("regimes.states[].defaultHazard"),

    JUMP_DOWN_MEDIAN("jumps.down.medianSize", 1),
    JUMP_DOWN_SIGMA("jumps.down.sigma", 0),
    JUMP_UP_PROBABILITY("jumps.up.probability", 0),
    JUMP_UP_MEDIAN("jumps.up.medianSize", 1),
    JUMP_UP_SIGMA("jumps.up.sigma", 0),
    JUMP_NORMAL_MEAN("jumps.normal.mean", 0),
    JUMP_NORMAL_SD("jumps.normal.standardDeviation", 0),

    OPENING_PRICE("price.openingDollarsPerMillionTokens"),
    PRICE_DEFLATION("price.deflation"),
    PRICE_VOLATILITY("price.volatility"),
    PRICE_SHOCK("price.shock"),

    CHANNEL_OPENING_SHARE("channel.openingShare"),
    CHANNEL_LONG_RUN_SHARE("channel.longRunShare"),
    CHANNEL_REVERSION("channel.reversion"),
    CHANNEL_LOSS_FEEDBACK("channel.lossFeedback"),
    CHANNEL_VOLATILITY("channel.volatility"),
    CHANNEL_SHARE_SHOCK("channel.shareShock"),

    TRAINIUM_OPENING_SHARE("trainium.openingTokenShare"),
    TRAINIUM_LONG_RUN_SHARE("trainium.longRunTokenShare"),
    TRAINIUM_REVERSION("trainium.reversion"),
    TRAINIUM_VOLATILITY("trainium.volatility"),

    EFFICIENCY_NEXT_GROWTH("efficiency.nextGrowth"),
    EFFICIENCY_LONG_RUN_GROWTH("efficiency.longRunGrowth"),
    EFFICIENCY_PERSISTENCE("efficiency.growthPersistence"),
    EFFICIENCY_VOLATILITY("efficiency.volatility"),

    OPENING_MW("capacity.openingMw"),
    BUSINESS_SHARE("capacity.businessShare"),
    MAXIMUM_UTILISATION("capacity.maximumUtilisation"),
    OPENING_UTILISATION("capacity.openingUtilisation"),
    TRAINIUM_RELATIVE_TOKENS("capacity.trainiumRelativeTokensPerMw"),
    TRAINIUM_TOKENS_PER_MW("capacity.trainiumTokensTrillionPerMwQuarter"),
    GPU_TOKENS_PER_MW("capacity.gpuTokensTrillionPerMwQuarter"),
    TRAINIUM_TOKENS_MULTIPLIER("capacity.trainiumTokensMultiplier"),
    SPILL_SHARE("capacity.spillShare"),
    DELAY_CORRELATION("capacity.delayCorrelation"),
    CANCELLED_LATE_QUARTERS("capacity.cancelledLateQuarters"),
    SLIP_QUARTERS("capacity.slipQuarters"),
    PROJECT_MW("capacity.projects[].mw"),
    PROJECT_BUSINESS_SHARE("capacity.projects[].businessShare"),

    SHELL_CAPEX("costs.shellCapexMillionPerMw"),
    SHELL_LIFE_YEARS("costs.shellLifeYears"),
    TRAINIUM_CAPEX("costs.trainiumCapexMillionPerMw"),
    GPU_CAPEX("costs.gpuCapexMillionPerMw"),
    IT_LIFE_YEARS("costs.itLifeYears"),
    TRAINIUM_DEPRECIATION("costs.trainiumDepreciationMillionPerMwQuarter"),
    GPU_DEPRECIATION("costs.gpuDepreciationMillionPerMwQuarter"),
    POWER_USAGE_EFFECTIVENESS("costs.powerUsageEffectiveness"),
    LOAD("costs.load"),
    ENERGY_PRICE("costs.energyDollarsPerMwh"),
    SITE_OPERATIONS("costs.siteOperationsMillionPerMwQuarter"),
    CARRY("costs.carryMillionPerLateMwQuarter"),

    FIXED_FEE("tokenService.fixedFeeMillionPerMwQuarter"),
    FLOOR("tokenService.floor"),
    REFERENCE_UTILISATION("tokenService.referenceUtilisation"),
    USAGE_FEE("tokenService.usageFeeDollarsPerMillionTokens"),
    USAGE_FEE_DEFLATION("tokenService.usageFeeDeflation"),
    REVENUE_SHARE("tokenService.revenueShare"),
    TIER_INDEX_PER_YEAR("tokenService.tiers.indexPerYear", 0),
    TIER_MULTIPLIER("tokenService.tiers.multiplier", 1),
    TIER_THRESHOLD("tokenService.tiers.brackets[].thresholdMillionPerQuarter"),
    TIER_RATE("tokenService.tiers.brackets[].rate"),
    RENEGOTIATION_PROBABILITY("tokenService.renegotiationProbability"),
    RENEGOTIATION_CUT("tokenService.renegotiationCut"),
    REUSE_SHARE("tokenService.reuseShare"),
    REUSE_DISCOUNT("tokenService.reuseDiscount"),
    TOKEN_COST("tokenService.tokenCostDollarsPerMillionTokens"),
    SPILL_COST("tokenService.spillCostDollarsPerMillionTokens"),
    TOKEN_OPERATING_EXPENSE("tokenService.operatingExpense"),

    LEASE_PRICE("lease.priceMillionPerMwQuarter"),
    LEASE_INDEX_PER_YEAR("lease.indexPerYear"),
    COMMITTED_SHARE("lease.committedShare"),
    TERM_QUARTERS("lease.termQuarters"),
    HAZARD_DRAWDOWN("lease.hazardDrawdownSensitivity"),
    OPENING_SPOT("lease.openingSpotMillionPerMwQuarter"),
    SPOT_REVERSION("lease.spotReversion"),
    SPOT_DEFLATION("lease.spotDeflation"),
    SPOT_DEMAND("lease.spotDemandSensitivity"),
    SPOT_VOLATILITY("lease.spotVolatility"),
    OPENING_OCCUPANCY("lease.openingOccupancy"),
    OCCUPANCY_DRAWDOWN("lease.occupancyDrawdownSensitivity"),
    PREPAID_QUARTERS("lease.prepaidQuarters"),
    RELET_QUARTERS("lease.reletQuarters"),
    LATE_DAMAGES("lease.lateDamages"),
    LEASE_TRAINIUM_SHARE("lease.trainiumMwShare"),
    LEASE_OPERATING_EXPENSE("lease.operatingExpense"),

    OPENING_BASE_REVENUE("provider.openingBaseRevenueMillion"),
    BASE_GROWTH("provider.baseGrowth"),
    BASE_VOLATILITY("provider.baseVolatility"),
    BASE_EBIT_MARGIN("provider.baseEbitMargin"),
    OTHER_AI_EBIT_MARGIN("provider.otherAiEbitMargin"),
    BASE_GROSS_MARGIN("provider.baseGrossMargin"),
    OTHER_AI_GROSS_MARGIN("provider.otherAiGrossMargin");

    private final String key;
    private final double absent;

    Parameter(String key) {
        this(key, Double.NaN);
    }

    Parameter(String key, double absent) {
        this.key = key;
        this.absent = absent;
    }

    /// Value when the scenario leaves an optional section out; NaN where the plan says which of two
    /// alternative statements holds and the other is never read.
    double absent() {
        return absent;
    }

    /// Key path in the scenario file, with `[]` for a list's items.
    public String key() {
        return key;
    }

    /// Key path of item `index`, such as `regimes.states[2].drift`.
    public String key(int index) {
        return key.replace("[]", "[" + index + "]");
    }
}
