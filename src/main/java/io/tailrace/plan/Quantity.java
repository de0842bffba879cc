package io.tailrace.plan;

/// Every named quantity of a quarter, in the order in which the specification introduces them.
///
/// The key is the name in files; `resolution` is the smallest magnitude that histograms tell from zero.
public enum Quantity {
    REGIME("regime", Unit.COUNT, "demand regime in force, counted from 0 in file order"),
    GROWTH("growth", Unit.LOG, "log growth of token demand before surprises"),
    JUMP("jump", Unit.LOG, "sudden loss or gain of demand"),
    SURPRISE("surprise", Unit.LOG, "demand surprise: regime drift, shock and jump"),
    TOKENS("tokens", Unit.TOKENS, "tokens demanded, all channels"),
    PRICE("price", Unit.DOLLARS, "blended price paid per million tokens"),
    LAB_RUN_RATE("labRunRate", Unit.BILLION_PER_YEAR, "the lab's token sales, annualised"),
    SHARE("share", Unit.SHARE, "the channel's share of tokens"),
    DEMAND("demand", Unit.TOKENS, "tokens demanded from the channel"),
    TRAINIUM_SHARE("trainiumShare", Unit.SHARE, "own chip's share of the channel's tokens"),
    TRAINIUM_MW_SHARE("trainiumMwShare", Unit.SHARE, "own chip's share of the MW"),
    EFFICIENCY("efficiency", Unit.FACTOR, "tokens per MW relative to the opening quarter"),

    CAPACITY_MW("capacityMw", Unit.MW, "average MW in service, whole AI fleet"),
    LATE_MW("lateMw", Unit.MW, "MW that were planned and are not there"),
    BUSINESS_MW("businessMw", Unit.MW, "MW in service given to this business"),
    BUSINESS_LATE_MW("businessLateMw", Unit.MW, "late MW of this business"),
    CAPACITY_TOKENS("capacityTokens", Unit.TOKENS, "tokens that own capacity can sell"),
    PLANNED_TOKENS("plannedTokens", Unit.TOKENS, "tokens that own capacity could sell if nothing were late"),
    OWN_TOKENS("ownTokens", Unit.TOKENS, "tokens served on own capacity"),
    SPILLED_TOKENS("spilledTokens", Unit.TOKENS, "tokens served on bought-in capacity"),
    SERVED_TOKENS("servedTokens", Unit.TOKENS, "tokens served in all"),
    LOST_FRACTION("lostFraction", Unit.SHARE, "fraction of demand that is not served"),
    UTILISATION("utilisation", Unit.SHARE, "tokens on own capacity over nominal capacity"),

    GROSS_SALES("grossSales", Unit.MONEY, "token sales, the lab's revenue"),
    FIXED_FEE("fixedFee", Unit.MONEY, "fixed infrastructure fee"),
    USAGE_FEE("usageFee", Unit.MONEY, "usage fee"),
    REVENUE_SHARE("revenueShare", Unit.MONEY, "share of token sales"),
    EXCESS_SHARE("excessShare", Unit.MONEY, "excess-performance share"),
    IDLE_REUSE("idleReuse", Unit.MONEY, "revenue from idle MW re-let"),
    TAAS_REVENUE("taasRevenue", Unit.MONEY, "TaaS revenue of the cloud"),
    TAAS_CAPACITY_COST("taasCapacityCost", Unit.MONEY, "cost of the MW under TaaS"),
    TOKEN_COST("tokenCost", Unit.MONEY, "cost of tokens served, bought-in capacity included"),
    TAAS_GROSS_PROFIT("taasGrossProfit", Unit.MONEY, "TaaS gross profit"),
    TAAS_EBIT("taasEbit", Unit.MONEY, "TaaS EBIT"),
    TAAS_MARGIN("taasMargin", Unit.SHARE, "TaaS EBIT margin"),
    TAKE_PER_MW_YEAR("takePerMwYear", Unit.MONEY_PER_MW_YEAR, "TaaS revenue per MW, annualised"),
    GROSS_PER_MW_YEAR("grossPerMwYear", Unit.MONEY_PER_MW_YEAR, "token sales per MW, annualised"),
    RENEGOTIATED("renegotiated", Unit.SHARE, "1 from the renegotiation on"),

    LEASE_PRICE("leasePrice", Unit.MONEY_PER_MW, "rent under the master lease"),
    DRAWDOWN("drawdown", Unit.LOG, "log fall of token sales from their peak"),
    ALIVE("alive", Unit.SHARE, "1 while the master lease is in force"),
    DEFAULTS("defaults", Unit.SHARE, "1 in the quarter in which the tenant defaults"),
    SPOT("spot", Unit.MONEY_PER_MW, "spot rent"),
    OCCUPANCY("occupancy", Unit.SHARE, "occupancy of MW sold at spot"),
    TAKE_OR_PAY("takeOrPay", Unit.MONEY, "rent due under the master lease"),
    IAAS_REVENUE("iaasRevenue", Unit.MONEY, "IaaS revenue on the same MW"),
    IAAS_CAPACITY_COST("iaasCapacityCost", Unit.MONEY, "cost of the MW under IaaS"),
    IAAS_EBIT("iaasEbit", Unit.MONEY, "IaaS EBIT"),
    IAAS_MARGIN("iaasMargin", Unit.SHARE, "IaaS EBIT margin"),

    BASE_REVENUE("baseRevenue", Unit.MONEY, "provider's revenue outside AI"),
    OTHER_AI_REVENUE("otherAiRevenue", Unit.MONEY, "AI capacity leased outside this business"),
    AI_REVENUE("aiRevenue", Unit.MONEY, "provider's AI revenue"),
    PROVIDER_REVENUE("providerRevenue", Unit.MONEY, "provider's revenue"),
    PROVIDER_EBIT("providerEbit", Unit.MONEY, "provider's EBIT"),
    PROVIDER_MARGIN("providerMargin", Unit.SHARE, "provider's EBIT margin"),
    PROVIDER_MARGIN_CHANGE_BP("providerMarginChangeBp", Unit.BASIS_POINTS,
            "change of that margin on the quarter before"),
    AI_SHARE("aiShare", Unit.SHARE, "AI share of the provider's revenue"),
    TAAS_SHARE_OF_AI("taasShareOfAi", Unit.SHARE, "TaaS share of AI revenue"),
    TAAS_SHARE_OF_GROSS_PROFIT_INCREASE(
            "taasShareOfGrossProfitIncrease", Unit.SHARE, "TaaS share of the year-on-year increase in gross profit");

    private final String key;
    private final Unit unit;
    private final String meaning;

    Quantity(String key, Unit unit, String meaning) {
        this.key = key;
        this.unit = unit;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }
}
