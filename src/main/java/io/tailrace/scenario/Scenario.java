package io.tailrace.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user wrote: one margin question, validated and complete.
///
/// One record component is one key of the YAML file. Money is in millions of US dollars, tokens in
/// trillions, capacity in megawatts of critical IT load, time in quarters; rates and volatilities are
/// per quarter and in logs unless the name says `PerYear`. An [Input] is a number or a distribution
/// that is drawn once per path. Every section may carry `source`, `asOf`, `confidence` and `note`,
/// which then hold for each of its parameters that has none of its own.
public record Scenario(
        @Field(doc = "Short name, used for the results folder.") String name,
        @Field(doc = "Title of the report.", preset = "''") String title,
        @Field(doc = "The question this scenario answers.", preset = "''") String description,
        @Field(doc = "Last observed quarter, t = 0, such as 2026Q1.") String openingQuarter,
        @Field(doc = "Number of simulated quarters T.", unit = "quarters", in = "[1, 40]", preset = "20") int quarters,
        @Field(doc = "Rate at which EBIT is discounted.", unit = "per year", in = "[0, 1]",
                preset = "0.10") Input discountRatePerYear,
        @Field(doc = "EBIT margin below which a quarter counts as below the hurdle.", unit = "share of revenue",
                preset = "0.30") Input hurdleEbitMargin,
        @Field(doc = "Shares of the MW that sell tokens, one pair of results for each.", unit = "share of MW",
                in = "[0, 1]", preset = "[0, 0.25, 0.5, 0.75, 1]") List<Double> mixShares,
        @Field(doc = "Demand for the lab's tokens through all channels.") Demand demand,
        @Field(doc = "Markov chain of demand regimes.") Regimes regimes,
        @Field(doc = "Sudden losses and gains of demand.") Optional<Jumps> jumps,
        @Field(doc = "Blended price paid for tokens.") Price price,
        @Field(doc = "The cloud channel's share of those tokens.") Channel channel,
        @Field(doc = "Share of the channel's tokens that the cloud's own chip serves.") Trainium trainium,
        @Field(doc = "Tokens per MW-quarter, chips and software together; the index is 1 at t = 0.") Efficiency efficiency,
        @Field(doc = "Megawatts: in service, under construction, late, and what they can serve.") Capacity capacity,
        @Field(doc = "What a MW costs, whether or not it serves a token.") Costs costs,
        @Field(doc = "Token-as-a-service (TaaS): what the distributor earns.") TokenService tokenService,
        @Field(doc = "Infrastructure-as-a-service (IaaS): the same MW under take-or-pay.") Lease lease,
        @Field(doc = "The provider as a whole.") Provider provider,
        @Field(doc = "How the quarterly shocks depend on each other.", preset = "{}") Shocks shocks,
        @Field(doc = "What is recorded.", preset = "{}") Outputs outputs,
        @Field(doc = "How much is run when the command line does not say.", preset = "{}") Run run,
        @Field(doc = "Observed figures that the scenario is held against.") List<BackTestRow> backTest,
        @Field(doc = "Analyses done at the end of a run, by name; analyze --list names them all.") List<String> analyses,
        @Field(doc = "Reports written into the result at the end of a run: html, pdf, xlsx, md.") List<ReportFormat> report,
        @Field(doc = "What the result must keep to, such as cvar95(npvTaas) >= 0 $B; a breach ends the run with exit code 4.") List<String> limits,
        @Field(doc = "Bounds that analyses hold results against.") Optional<Bounds> bounds,
        @Field(doc = "The rare tail that the analysis tail looks into; each contract's NPV below the bound if not given.") Optional<Tail> tail) {

    public enum ReportFormat { html, pdf, xlsx, md }

    public record Demand(
            @Field(doc = "Tokens demanded in the opening quarter, all channels.", unit = "trillion tokens per quarter",
                    in = "(0, inf)") Input openingTokensTrillion,
            @Field(doc = "Expected log growth in the first simulated quarter; give this or openingGrowth.",
                    unit = "log per quarter") Optional<Input> nextGrowth,
            @Field(doc = "Today's log growth, from which the first quarter already reverts; give this or nextGrowth.",
                    unit = "log per quarter") Optional<Input> openingGrowth,
            @Field(doc = "Pace that growth reverts to.", unit = "log per quarter") Input longRunGrowth,
            @Field(doc = "Share of the gap to the long-run pace that remains after a quarter.", unit = "share",
                    in = "[0, 1]") Input growthPersistence,
            @Field(doc = "Standard deviation of the growth shock.", unit = "log per quarter",
                    in = "[0, inf)") Input growthVolatility,
            @Field(doc = "Elasticity of demand to the price surprise (a positive number).", unit = "log per log",
                    in = "[0, inf)", preset = "0") Input priceElasticity,
            @Field(doc = "Multiplies every regime's volatility.", unit = "factor", in = "[0, inf)",
                    preset = "1") Input volatilityMultiplier,
            @Field(doc = "Fraction of demand lost for good at t = 1.", unit = "share", in = "[0, 1)",
                    preset = "0") Input permanentLoss,
            @Field(doc = "Demand lost for some quarters, which then comes back.") Optional<TemporaryLoss> temporaryLoss) {}

    public record TemporaryLoss(
            @Field(doc = "Fraction of demand lost.", unit = "share", in = "[0, 1)") Input fraction,
            @Field(doc = "First quarter without it.", unit = "quarters", in = "[1, 40]", preset = "1") int fromQuarter,
            @Field(doc = "Number of quarters without it.", unit = "quarters", in = "[1, 40]") int quarters) {}

    public record Regimes(
            @Field(doc = "Name of the regime in force at t = 0.") String opening,
            @Field(doc = "One to six regimes, in the order of the transition matrix.") List<Regime> states,
            @Field(doc = "Row: from; column: to; each row sums to 1.", unit = "probability per quarter", in = "[0, 1]",
                    preset = "[[1]]") List<List<Double>> transition) {}

    public record Regime(
            @Field(doc = "Name of the regime.") String name,
            @Field(doc = "Marks the one regime whose drift everyone expects: spot prices react to demand beyond it.",
                    preset = "false") boolean reference,
            @Field(doc = "Drift added to growth.", unit = "log per quarter", preset = "0") Input drift,
            @Field(doc = "Standard deviation of the demand shock.", unit = "log per quarter",
                    in = "[0, inf)") Input volatility,
            @Field(doc = "Drift added to the price.", unit = "log per quarter", preset = "0") Input priceDrift,
            @Field(doc = "Probability of a sudden loss of demand.", unit = "probability per quarter", in = "[0, 1]",
                    preset = "0") Input jumpDownProbability,
            @Field(doc = "Hazard that the tenant of the lease defaults.", unit = "per quarter", in = "[0, 1]",
                    preset = "0") Input defaultHazard) {}

    public record Jumps(
            @Field(doc = "Size of a loss: lognormal, in logs of demand.") Optional<JumpDown> down,
            @Field(doc = "Probability and size of a gain: lognormal, in logs of demand.") Optional<JumpUp> up,
            @Field(doc = "Instead of down and up: normal sizes at the regime's jump probability.") Optional<JumpNormal> normal) {}

    public record JumpDown(
            @Field(doc = "Median size.", unit = "log", in = "(0, inf)") Input medianSize,
            @Field(doc = "Standard deviation of the log of the size.", unit = "log", in = "[0, inf)") Input sigma) {}

    public record JumpUp(
            @Field(doc = "Probability of a gain.", unit = "probability per quarter", in = "[0, 1]") Input probability,
            @Field(doc = "Median size.", unit = "log", in = "(0, inf)") Input medianSize,
            @Field(doc = "Standard deviation of the log of the size.", unit = "log", in = "[0, inf)") Input sigma) {}

    public record JumpNormal(
            @Field(doc = "Mean size.", unit = "log") Input mean,
            @Field(doc = "Standard deviation of the size.", unit = "log", in = "[0, inf)") Input standardDeviation) {}

    public record Price(
            @Field(doc = "Blended price paid in the opening quarter.", unit = "$ per million tokens",
                    in = "(0, inf)") Input openingDollarsPerMillionTokens,
            @Field(doc = "Expected fall of the log price.", unit = "log per quarter") Input deflation,
            @Field(doc = "Standard deviation of the price shock.", unit = "log per quarter",
                    in = "[0, inf)") Input volatility,
            @Field(doc = "One-off change of the log price at t = 1, for good.", unit = "log",
                    preset = "0") Input shock) {}

    public record Channel(
            @Field(doc = "Share of the lab's tokens sold through this cloud, opening quarter.", unit = "share",
                    in = "(0, 1)") Input openingShare,
            @Field(doc = "Share that the channel reverts to.", unit = "share", in = "(0, 1)") Input longRunShare,
            @Field(doc = "Share of the gap (in logits) closed in a quarter.", unit = "share",
                    in = "[0, 1]") Input reversion,
            @Field(doc = "Fall of the logit for each unit of last quarter's lost fraction.", unit = "logit",
                    in = "[0, inf)", preset = "0") Input lossFeedback,
            @Field(doc = "Standard deviation of the shock.", unit = "logit per quarter",
                    in = "[0, inf)") Input volatility,
            @Field(doc = "One-off change of the opening share before t = 1.", unit = "share", in = "(-1, 1)",
                    preset = "0") Input shareShock) {}

    public record Trainium(
            @Field(doc = "Share of the channel's tokens served by the cloud's own chip, opening quarter.",
                    unit = "share of tokens", in = "(0, 1)") Input openingTokenShare,
            @Field(doc = "Share that it reverts to.", unit = "share of tokens", in = "(0, 1)") Input longRunTokenShare,
            @Field(doc = "Share of the gap (in logits) closed in a quarter.", unit = "share",
                    in = "[0, 1]") Input reversion,
            @Field(doc = "Standard deviation of the shock.", unit = "logit per quarter",
                    in = "[0, inf)") Input volatility) {}

    public record Efficiency(
            @Field(doc = "Expected log growth of tokens per MW in the first simulated quarter.",
                    unit = "log per quarter") Input nextGrowth,
            @Field(doc = "Log growth it settles at.", unit = "log per quarter") Input longRunGrowth,
            @Field(doc = "Share of the gap that remains after a quarter.", unit = "share", in = "[0, 1]",
                    preset = "0") Input growthPersistence,
            @Field(doc = "Standard deviation of the shock.", unit = "log per quarter",
                    in = "[0, inf)") Input volatility) {}

    public record Capacity(
            @Field(doc = "Average MW in service in the opening quarter, whole AI fleet.", unit = "MW",
                    in = "[0, inf)") Input openingMw,
            @Field(doc = "Share of the MW given to this business.", unit = "share of MW",
                    in = "[0, 1]") Input businessShare,
            @Field(doc = "Utilisation at which no more tokens can be sold.", unit = "share",
                    in = "(0, 1]") Input maximumUtilisation,
            @Field(doc = "Observed utilisation of the opening quarter; fixes tokens per MW together with trainiumRelativeTokensPerMw.",
                    unit = "share", in = "(0, 1]") Optional<Input> openingUtilisation,
            @Field(doc = "Tokens per MW of the cloud's own chip relative to GPUs.", unit = "factor",
                    in = "(0, inf)") Optional<Input> trainiumRelativeTokensPerMw,
            @Field(doc = "Instead: tokens per MW-quarter on the own chip at full load.",
                    unit = "trillion tokens per MW-quarter",
                    in = "(0, inf)") Optional<Input> trainiumTokensTrillionPerMwQuarter,
            @Field(doc = "Instead: tokens per MW-quarter on GPUs at full load.",
                    unit = "trillion tokens per MW-quarter",
                    in = "(0, inf)") Optional<Input> gpuTokensTrillionPerMwQuarter,
            @Field(doc = "Scales the own chip's tokens per MW from t = 1.", unit = "factor", in = "(0, inf)",
                    preset = "1") Input trainiumTokensMultiplier,
            @Field(doc = "Bought-in capacity available, relative to own.", unit = "share", in = "[0, inf)",
                    preset = "0") Input spillShare,
            @Field(doc = "Correlation of project delays through their common factor.", unit = "correlation",
                    in = "[0, 1]", preset = "0") Input delayCorrelation,
            @Field(doc = "Quarters for which a cancelled project still counts as late.", unit = "quarters",
                    in = "[0, inf)", preset = "4") Input cancelledLateQuarters,
            @Field(doc = "Added to every project's delay.", unit = "quarters", in = "[0, inf)",
                    preset = "0") Input slipQuarters,
            @Field(doc = "Delay of every project, instead of each one's own; infinite means cancelled.",
                    unit = "quarters", in = "[0, inf]") Optional<Input> delayQuarters,
            @Field(doc = "Construction pipeline.") List<Project> projects) {}

    public record Project(
            @Field(doc = "Name of the project or tranche.", preset = "''") String name,
            @Field(doc = "Planned energisation, one project for each entry: 0 serves all of quarter 1, 1 nothing before quarter 2.",
                    unit = "quarters after the opening quarter", in = "[0, 40]") List<Double> plannedQuarters,
            @Field(doc = "Size of each.", unit = "MW", in = "[0, inf)") Input mw,
            @Field(doc = "Share given to this business, if not the capacity section's.", unit = "share of MW",
                    in = "[0, 1]") Optional<Input> businessShare,
            @Field(doc = "Delay after the planned time; infinite means cancelled.", unit = "quarters", in = "[0, inf]",
                    preset = "0") Input delayQuarters) {}

    public record Costs(
            @Field(doc = "Shell, power and cooling plant.", unit = "$M per MW",
                    in = "[0, inf)") Optional<Input> shellCapexMillionPerMw,
            @Field(doc = "Life of the shell.", unit = "years", in = "(0, inf)") Optional<Input> shellLifeYears,
            @Field(doc = "Servers with the cloud's own chip.", unit = "$M per MW",
                    in = "[0, inf)") Optional<Input> trainiumCapexMillionPerMw,
            @Field(doc = "Servers with GPUs.", unit = "$M per MW",
                    in = "[0, inf)") Optional<Input> gpuCapexMillionPerMw,
            @Field(doc = "Life of the servers, one for both chips.", unit = "years",
                    in = "(0, inf)") Optional<Input> itLifeYears,
            @Field(doc = "Instead of capex and lives: depreciation of the own chip's MW.", unit = "$M per MW-quarter",
                    in = "[0, inf)") Optional<Input> trainiumDepreciationMillionPerMwQuarter,
            @Field(doc = "Instead of capex and lives: depreciation of a GPU MW.", unit = "$M per MW-quarter",
                    in = "[0, inf)") Optional<Input> gpuDepreciationMillionPerMwQuarter,
            @Field(doc = "Power usage effectiveness: facility power over IT power.", unit = "factor",
                    in = "[1, inf)") Input powerUsageEffectiveness,
            @Field(doc = "Average electrical load relative to critical IT load.", unit = "share", in = "[0, 1]",
                    preset = "1") Input load,
            @Field(doc = "Price of energy.", unit = "$ per MWh", in = "[0, inf)") Input energyDollarsPerMwh,
            @Field(doc = "Site operations.", unit = "$M per MW-quarter", in = "[0, inf)",
                    preset = "0") Input siteOperationsMillionPerMwQuarter,
            @Field(doc = "Carrying cost of MW that are late.", unit = "$M per late MW-quarter", in = "[0, inf)",
                    preset = "0") Input carryMillionPerLateMwQuarter) {}

    public record TokenService(
            @Field(doc = "Fixed infrastructure fee.", unit = "$M per MW-quarter",
                    in = "[0, inf)") Input fixedFeeMillionPerMwQuarter,
            @Field(doc = "Part of the fixed fee that is due however little is used: 1 fully protected, 0 volume-linked.",
                    unit = "share", in = "[0, 1]") Input floor,
            @Field(doc = "Utilisation at which the fixed fee is earned in full.", unit = "share",
                    in = "(0, 1]") Input referenceUtilisation,
            @Field(doc = "Usage fee.", unit = "$ per million tokens", in = "[0, inf)",
                    preset = "0") Input usageFeeDollarsPerMillionTokens,
            @Field(doc = "Fall of the log usage fee.", unit = "log per quarter", preset = "0") Input usageFeeDeflation,
            @Field(doc = "Share of gross token sales.", unit = "share of sales", in = "[0, 1]") Input revenueShare,
            @Field(doc = "Excess-performance brackets.") Optional<Tiers> tiers,
            @Field(doc = "Probability that the lab renegotiates the shares.", unit = "probability per quarter",
                    in = "[0, 1]", preset = "0") Input renegotiationProbability,
            @Field(doc = "Cut of the revenue share and of every bracket's rate after a renegotiation.", unit = "share",
                    in = "[0, 1]", preset = "0") Input renegotiationCut,
            @Field(doc = "Share of idle MW that can be re-let.", unit = "share", in = "[0, 1]",
                    preset = "0") Input reuseShare,
            @Field(doc = "Price of re-let idle MW relative to spot.", unit = "factor", in = "[0, inf)",
                    preset = "0") Input reuseDiscount,
            @Field(doc = "Variable cost of a token served.", unit = "$ per million tokens", in = "[0, inf)",
                    preset = "0") Input tokenCostDollarsPerMillionTokens,
            @Field(doc = "Cost of a token served on bought-in capacity, at efficiency 1.",
                    unit = "$ per million tokens", in = "[0, inf)",
                    preset = "0") Input spillCostDollarsPerMillionTokens,
            @Field(doc = "Operating expense.", unit = "share of revenue", in = "[0, 1]") Input operatingExpense) {}

    public record Tiers(
            @Field(doc = "Whether thresholds are per MW of the business (true) or in total (false).") boolean perMw,
            @Field(doc = "Indexation of the thresholds.", unit = "per year", in = "(-1, inf)",
                    preset = "0") Input indexPerYear,
            @Field(doc = "Multiplies every threshold.", unit = "factor", in = "(0, inf)",
                    preset = "1") Input multiplier,
            @Field(doc = "Brackets in rising order of threshold; the last is open.") List<Bracket> brackets) {}

    public record Bracket(
            @Field(doc = "Gross sales above which the rate holds.", unit = "$M per quarter, per MW if perMw",
                    in = "[0, inf)") Input thresholdMillionPerQuarter,
            @Field(doc = "Share of gross sales inside the bracket.", unit = "share of sales",
                    in = "[0, 1]") Input rate) {}

    public record Lease(
            @Field(doc = "Rent of the opening quarter.", unit = "$M per MW-quarter",
                    in = "[0, inf)") Input priceMillionPerMwQuarter,
            @Field(doc = "Indexation of the rent.", unit = "per year", in = "(-1, inf)",
                    preset = "0") Input indexPerYear,
            @Field(doc = "Share of the MW under the master lease; the rest sells at spot.", unit = "share of MW",
                    in = "[0, 1]") Input committedShare,
            @Field(doc = "Quarter in which the master lease ends for all MW.", unit = "quarters",
                    in = "[1, 400]") Input termQuarters,
            @Field(doc = "How strongly a fall of token sales from their peak raises the tenant's hazard.",
                    unit = "per log", in = "[0, inf)", preset = "0") Input hazardDrawdownSensitivity,
            @Field(doc = "Spot price of the opening quarter.", unit = "$M per MW-quarter",
                    in = "(0, inf)") Input openingSpotMillionPerMwQuarter,
            @Field(doc = "Share of the gap to its trend that the log spot price closes in a quarter.", unit = "share",
                    in = "[0, 1]") Input spotReversion,
            @Field(doc = "Fall of the spot price's trend.", unit = "log per quarter", preset = "0") Input spotDeflation,
            @Field(doc = "Response of the log spot price to the demand surprise.", unit = "log per log",
                    preset = "0") Input spotDemandSensitivity,
            @Field(doc = "Standard deviation of the spot shock.", unit = "log per quarter",
                    in = "[0, inf)") Input spotVolatility,
            @Field(doc = "Occupancy of MW sold at spot when demand is at its peak.", unit = "share",
                    in = "[0, 1]") Input openingOccupancy,
            @Field(doc = "Fall of log occupancy for each log of drawdown.", unit = "per log", in = "[0, inf)",
                    preset = "0") Input occupancyDrawdownSensitivity,
            @Field(doc = "Rent prepaid; its unearned part is kept at default.", unit = "quarters of rent",
                    in = "[0, inf)", preset = "0") Input prepaidQuarters,
            @Field(doc = "Quarters from default to re-letting, the defaulting one counted.", unit = "quarters",
                    in = "[1, inf)", preset = "1") Input reletQuarters,
            @Field(doc = "Quarter in which the tenant defaults whatever is drawn.", unit = "quarters",
                    in = "[1, 40]") Optional<Integer> forcedDefaultQuarter,
            @Field(doc = "Damages for late MW.", unit = "share of rent", in = "[0, inf)",
                    preset = "0") Input lateDamages,
            @Field(doc = "Own chip's share of the leased MW.", unit = "share of MW", in = "[0, 1]",
                    preset = "0") Input trainiumMwShare,
            @Field(doc = "Operating expense.", unit = "share of revenue", in = "[0, 1]") Input operatingExpense) {}

    public record Provider(
            @Field(doc = "Name of the provider.", preset = "''") String name,
            @Field(doc = "Whether the provider's results hold the TaaS line (true) or the same MW leased (false).",
                    preset = "true") boolean sellsTokens,
            @Field(doc = "Revenue outside AI, opening quarter.", unit = "$M per quarter",
                    in = "[0, inf)") Input openingBaseRevenueMillion,
            @Field(doc = "Log growth of that revenue.", unit = "log per quarter") Input baseGrowth,
            @Field(doc = "Standard deviation of its shock.", unit = "log per quarter",
                    in = "[0, inf)") Input baseVolatility,
            @Field(doc = "EBIT margin of that revenue.", unit = "share of revenue",
                    in = "(-inf, 1]") Input baseEbitMargin,
            @Field(doc = "EBIT margin of AI capacity leased outside this business.", unit = "share of revenue",
                    in = "(-inf, 1]") Input otherAiEbitMargin,
            @Field(doc = "Gross margin outside AI, where known.", unit = "share of revenue",
                    in = "(-inf, 1]") Optional<Input> baseGrossMargin,
            @Field(doc = "Gross margin of AI capacity leased outside this business, where known.",
                    unit = "share of revenue", in = "(-inf, 1]") Optional<Input> otherAiGrossMargin,
            @Field(doc = "Gross profit of the quarters up to the opening one, oldest first, for year-on-year figures.") List<GrossProfitQuarter> history) {}

    public record GrossProfitQuarter(
            @Field(doc = "Quarter, such as 2025Q2.") String quarter,
            @Field(doc = "Gross profit of the TaaS line.", unit = "$M per quarter") double tokenServiceMillion,
            @Field(doc = "Gross profit of the provider.", unit = "$M per quarter") double providerMillion) {}

    public record Shocks(
            @Field(doc = "gaussian or student-t.", preset = "gaussian") String copula,
            @Field(doc = "Degrees of freedom of the student-t copula.", unit = "degrees of freedom",
                    in = "[2, 1000]") Optional<Double> degreesOfFreedom,
            @Field(doc = "Factor, other factor, correlation within a quarter; pairs not named are uncorrelated.",
                    unit = "correlation", in = "[-1, 1]",
                    preset = "{}") Map<String, Map<String, Double>> correlation) {}

    public record Outputs(
            @Field(doc = "Quarterly quantities to record; empty for all.") List<String> quarterly) {}

    public record Run(
            @Field(doc = "Number of paths.", unit = "paths", in = "[1, 1e12]", preset = "1000000") long paths,
            @Field(doc = "Seed of the random numbers.", preset = "2026") long seed,
            @Field(doc = "Run until these hold, such as cvar95(npvTaas) within 0.5 %; empty for a fixed number of paths.") List<String> precision,
            @Field(doc = "plain (independent paths), or points that fill the space of draws evenly: sobol, latin-hypercube; plain if not given.") Optional<Sampling> sampling) {
        public enum Sampling {
            plain("plain"), sobol("sobol"), latinHypercube("latin-hypercube");

            private final String key;

            Sampling(String key) {
                this.key = key;
            }

            @Override
            public String toString() {
                return key;
            }
        }
    }

    /// A path breaches where a metric lies below a level.
    public record Tail(
            @Field(doc = "Path metric, such as npvTaas.") String metric,
            @Field(doc = "Level below which a path breaches.", unit = "as the metric") double level) {}

    /// What a decision must keep to.
    public record Bounds(
            @Field(doc = "Lowest CVaR95 of NPV that a mix may have; that of the safer pure contract if not given.",
                    unit = "$M") Optional<Double> cvar95Million,
            @Field(doc = "NPV below which a path counts as a breach.", unit = "$M", preset = "0") double npvMillion,
            @Field(doc = "Year whose EBIT margin is held against the hurdle.", unit = "year", in = "[1, 10]",
                    preset = "2") int marginYear) {}

    /// One row of the back-test: a statistic of a quantity held against a figure.
    public record BackTestRow(
            @Field(doc = "What is compared.") String name,
            @Field(doc = "fit, forecast, structure or outOfSample (dated after the scenario: reported, never tuned to).") Kind kind,
            @Field(doc = "Quarterly quantity; give this with quarter, or metric.") Optional<String> quantity,
            @Field(doc = "Quarter of the quantity, such as 2026Q2.") Optional<String> quarter,
            @Field(doc = "Path metric.") Optional<String> metric,
            @Field(doc = "mean or median.", preset = "median") Statistic statistic,
            @Field(doc = "Observed or forecast figure, in the quantity's unit.") Optional<Double> observed,
            @Field(doc = "Admissible distance of the statistic from the observed figure.") Optional<Double> tolerance,
            @Field(doc = "The statistic must lie above this.") Optional<Double> above,
            @Field(doc = "The statistic must lie below this.") Optional<Double> below,
            @Field(doc = "Restrict to the worst decile of cumulative token spending.",
                    preset = "false") boolean worstDemandDecile) {
        public enum Kind { fit, forecast, structure, outOfSample }

        public enum Statistic { mean, median }
    }
}
