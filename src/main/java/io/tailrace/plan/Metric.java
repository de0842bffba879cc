package io.tailrace.plan;

/// Every named result of a whole path; the NPVs of mixes, one for each mix share, come after these.
public enum Metric {
    NPV_TAAS("npvTaas", Unit.MONEY, "net present value of TaaS EBIT"),
    NPV_IAAS("npvIaas", Unit.MONEY, "net present value of IaaS EBIT"),
    NPV_DIFFERENCE("npvDifference", Unit.MONEY, "NPV of TaaS less that of IaaS"),
    REGRET("regret", Unit.MONEY, "NPV of IaaS less that of TaaS where positive, else 0"),
    TAAS_BELOW_IAAS("taasBelowIaas", Unit.SHARE, "1 where the NPV of TaaS is below that of IaaS"),
    LOWEST_TAAS_MARGIN("lowestTaasMargin", Unit.SHARE, "lowest TaaS EBIT margin"),
    LOWEST_IAAS_MARGIN("lowestIaasMargin", Unit.SHARE, "lowest IaaS EBIT margin"),
    LOWEST_TRAILING_EBIT_TAAS("lowestTrailingEbitTaas", Unit.MONEY, "lowest TaaS EBIT of four quarters in a row"),
    LOWEST_TRAILING_EBIT_IAAS("lowestTrailingEbitIaas", Unit.MONEY, "lowest IaaS EBIT of four quarters in a row"),
    QUARTERS_BELOW_HURDLE_TAAS("quartersBelowHurdleTaas", Unit.QUARTERS,
            "quarters with a TaaS margin below the hurdle"),
    QUARTERS_BELOW_HURDLE_IAAS("quartersBelowHurdleIaas", Unit.QUARTERS,
            "quarters with an IaaS margin below the hurdle"),
    FIRST_LOSS_QUARTER_TAAS("firstLossQuarterTaas", Unit.QUARTERS,
            "first quarter with negative TaaS EBIT, T + 1 if none"),
    FIRST_LOSS_QUARTER_IAAS("firstLossQuarterIaas", Unit.QUARTERS,
            "first quarter with negative IaaS EBIT, T + 1 if none"),
    TOKENS_LOST("tokensLost", Unit.TOKENS, "tokens demanded and not served"),
    TOKENS_LOST_TO_LATENESS("tokensLostToLateness", Unit.TOKENS,
            "of these, tokens that late capacity would have served"),
    LATE_MW_QUARTERS("lateMwQuarters", Unit.MW, "MW-quarters late"),
    CUMULATIVE_SPEND("cumulativeSpend", Unit.MONEY, "all tokens demanded times their price, summed over quarters"),
    DEFAULTED("defaulted", Unit.SHARE, "1 where the tenant defaulted"),
    EVER_RENEGOTIATED("renegotiated", Unit.SHARE, "1 where the shares were renegotiated"),
    LOCK_IN_TAAS("lockInTaas", Unit.SHARE, "present value of contractually fixed over all TaaS revenue"),
    LOCK_IN_IAAS("lockInIaas", Unit.SHARE, "present value of contractually fixed over all IaaS revenue"),
    PV_TAAS_REVENUE("pvTaasRevenue", Unit.MONEY, "present value of TaaS revenue"),
    PV_IAAS_REVENUE("pvIaasRevenue", Unit.MONEY, "present value of IaaS revenue"),
    TRAINIUM_PRICE_PERFORMANCE(
            "trainiumPricePerformance", Unit.FACTOR,
            "infrastructure cost of a token on GPUs over that on the own chip");

    private final String key;
    private final Unit unit;
    private final String meaning;

    Metric(String key, Unit unit, String meaning) {
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
