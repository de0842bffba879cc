package io.tailrace.benchmarks.peers;

import io.tailrace.benchmarks.peers.W1.Factor;
import io.tailrace.benchmarks.peers.W1.Project;
import java.util.Arrays;

/// One path of W1 in plain scalar Java, quarter by quarter, every value recorded as it is known.
final class W1Path {
    private static final double SHARE_TARGET = W1.logit(W1.LONG_RUN_SHARE);
    private static final double TRAINIUM_TARGET = W1.logit(W1.LONG_RUN_TRAINIUM);
    private static final Project[] PROJECTS = W1.PROJECTS.toArray(Project[]::new);
    private static final int NEVER = Integer.MAX_VALUE / 2;

    private final Chance chance;
    private final Recorder recorder;

    // Drawn once.
    private double longRunGrowth;
    private double deflation;
    private double trainiumTokensPerMw;
    private final double[] energised = new double[PROJECTS.length];

    // State that a quarter hands to the next.
    private int regime;
    private double growth;
    private double logTokens;
    private double logPrice;
    private double shareLogit;
    private double trainiumLogit;
    private double logEfficiency;
    private double lostFraction;
    private double peakLogSpend;
    private double logSpot;
    private int defaultQuarter;

    // Of the quarter at hand.
    private double surprise;
    private double mw;
    private double businessMw;
    private double lateBusinessMw;
    private double demand;
    private double price;
    private double efficiency;
    private double capacity;
    private double trainiumMwShare;
    private double served;
    private double taasRevenue;
    private double iaasRevenue;

    // Of the path.
    private double npvTaas;
    private double npvIaas;
    private final double[] npvMix = new double[W1.MIXES.length];
    private double lowestMargin;
    private double tokensLost;

    W1Path(Chance chance, Recorder recorder) {
        this.chance = chance;
        this.recorder = recorder;
    }

    void simulate() {
        drawParameters();
        open();
        for (int quarter = 1; quarter <= W1.QUARTERS; quarter++) {
            double[] factors = chance.factors();
            moveDemand(factors);
            moveSupply(quarter, factors);
            double taas = sellTokens(quarter, 1);
            double iaas = lease(quarter, factors);
            value(quarter, taas, iaas);
            recordQuarter(quarter, taas, iaas);
        }
        recordPath();
    }

    private void drawParameters() {
        longRunGrowth = W1.LONG_RUN_GROWTH.quantile(chance.uniform());
        deflation = W1.DEFLATION.quantile(chance.uniform());
        trainiumTokensPerMw = W1.LOWEST_TRAINIUM_TOKENS_PER_MW
                + (W1.HIGHEST_TRAINIUM_TOKENS_PER_MW - W1.LOWEST_TRAINIUM_TOKENS_PER_MW) * chance.uniform();
        double common = Math.sqrt(W1.DELAY_CORRELATION) * chance.normal();
        for (int j = 0; j < energised.length; j++) {
            Project project = PROJECTS[j];
            double normal = common + Math.sqrt(1 - W1.DELAY_CORRELATION) * chance.normal();
            energised[j] = project.plannedQuarter() + project.medianDelay() * Math.exp(project.sigma() * normal);
        }
    }

    private void open() {
        regime = 0;
        growth = W1.OPENING_GROWTH;
        logTokens = Math.log(W1.OPENING_TOKENS);
        logPrice = Math.log(W1.OPENING_PRICE);
        shareLogit = W1.logit(W1.OPENING_SHARE);
        trainiumLogit = W1.logit(W1.OPENING_TRAINIUM);
        logEfficiency = 0;
        lostFraction = 0;
        peakLogSpend = logTokens + logPrice;
        logSpot = Math.log(W1.OPENING_SPOT);
        defaultQuarter = NEVER;
        npvTaas = 0;
        npvIaas = 0;
        Arrays.fill(npvMix, 0);
        lowestMargin = Double.POSITIVE_INFINITY;
        tokensLost = 0;
    }

    private void moveDemand(double[] factors) {
        double normalBelow = regime == 0 ? 1 - W1.TO_STRESS : W1.FROM_STRESS;
        regime = chance.uniform() < normalBelow ? 0 : 1;
        growth = longRunGrowth + W1.GROWTH_PERSISTENCE * (growth - longRunGrowth)
                + W1.GROWTH_VOLATILITY * factors[Factor.GROWTH.ordinal()];
        boolean jumps = chance.uniform() < W1.JUMP_PROBABILITY;
        double jump = jumps ? W1.JUMP_MEAN + W1.JUMP_DEVIATION * chance.normal() : 0;
        surprise = W1.DRIFT[regime] + W1.VOLATILITY[regime] * factors[Factor.DEMAND.ordinal()] + jump;
        logTokens += growth + surprise;
        logPrice += W1.PRICE_VOLATILITY * factors[Factor.PRICE.ordinal()] - deflation;
        price = Math.exp(logPrice);
        shareLogit += W1.SHARE_REVERSION * (SHARE_TARGET - shareLogit) - W1.LOSS_FEEDBACK * lostFraction
                + W1.SHARE_VOLATILITY * factors[Factor.CHANNEL.ordinal()];
        demand = Math.exp(logTokens) * logistic(shareLogit);
    }

    private void moveSupply(int quarter, double[] factors) {
        trainiumLogit += W1.TRAINIUM_REVERSION * (TRAINIUM_TARGET - trainiumLogit)
                + W1.TRAINIUM_VOLATILITY * factors[Factor.TRAINIUM.ordinal()];
        logEfficiency += W1.EFFICIENCY_GROWTH + W1.EFFICIENCY_VOLATILITY * factors[Factor.EFFICIENCY.ordinal()];
        efficiency = Math.exp(logEfficiency);
        energise(quarter);
        double trainiumShare = logistic(trainiumLogit);
        double onTrainium = trainiumShare / trainiumTokensPerMw;
        double mwPerToken = onTrainium + (1 - trainiumShare) / W1.GPU_TOKENS_PER_MW;
        trainiumMwShare = onTrainium / mwPerToken;
        capacity = W1.MAXIMUM_UTILISATION * businessMw * efficiency / mwPerToken;
        recorder.record(Output.TRAINIUM_SHARE.column(quarter), trainiumShare);
    }

    private void energise(int quarter) {
        mw = W1.OPENING_MW;
        double lateMw = 0;
        for (int j = 0; j < energised.length; j++) {
            Project project = PROJECTS[j];
            double inService = Math.clamp(quarter - energised[j], 0.0, 1.0);
            mw += project.mw() * inService;
            lateMw += project.mw() * (Math.clamp(quarter - project.plannedQuarter(), 0.0, 1.0) - inService);
        }
        businessMw = W1.BUSINESS_SHARE * mw;
        lateBusinessMw = W1.BUSINESS_SHARE * lateMw;
    }

    /// EBIT of the quarter when `share` of the MW sells tokens.
    private double sellTokens(int quarter, double share) {
        double own = Math.min(demand, share * capacity);
        double spilled = Math.min(demand - own, W1.SPILL_SHARE * share * capacity);
        served = own + spilled;
        double sales = served * price;
        double lower = W1.LOWER_THRESHOLD[quarter];
        double upper = W1.UPPER_THRESHOLD[quarter];
        taasRevenue = W1.FIXED_FEE_PER_MW * share * businessMw
                + W1.USAGE_FEE[quarter] * served
                + W1.REVENUE_SHARE * sales
                + W1.LOWER_TIER_RATE * Math.max(0, Math.min(sales, upper) - lower)
                + W1.UPPER_TIER_RATE * Math.max(0, sales - upper);
        double depreciation = trainiumMwShare * W1.TRAINIUM_DEPRECIATION + (1 - trainiumMwShare) * W1.GPU_DEPRECIATION;
        double cost = share * businessMw * (depreciation + W1.RUNNING_COST_PER_MW)
                + W1.TOKEN_COST * served + W1.SPILL_COST / efficiency * spilled;
        return taasRevenue * (1 - W1.TOKEN_SERVICE_OPERATING_EXPENSE) - cost;
    }

    /// EBIT of the quarter when all MW are leased.
    private double lease(int quarter, double[] factors) {
        double logSpend = logTokens + logPrice;
        peakLogSpend = Math.max(peakLogSpend, logSpend);
        double drawdown = peakLogSpend - logSpend;
        double hazard = Math.min(1, W1.DEFAULT_HAZARD * Math.exp(W1.HAZARD_SENSITIVITY * drawdown));
        boolean defaults = chance.uniform() < 1 - Math.exp(-hazard) && defaultQuarter == NEVER;
        if (defaults) defaultQuarter = quarter;
        logSpot += W1.SPOT_REVERSION * (Math.log(W1.OPENING_SPOT) - W1.SPOT_DEFLATION * quarter - logSpot)
                + W1.SPOT_SENSITIVITY * surprise + W1.SPOT_VOLATILITY * factors[Factor.SPOT.ordinal()];
        double atSpot = Math.exp(logSpot) * W1.OPENING_OCCUPANCY * Math.exp(-W1.OCCUPANCY_SENSITIVITY * drawdown);
        double rent = W1.COMMITTED_SHARE * W1.LEASE_PRICE;
        boolean alive = defaultQuarter == NEVER;
        boolean relet = quarter >= defaultQuarter + W1.RELET_QUARTERS;
        iaasRevenue = businessMw * (1 - W1.COMMITTED_SHARE) * atSpot;
        if (alive) iaasRevenue += rent * (businessMw - W1.LATE_DAMAGES * lateBusinessMw);
        if (relet) iaasRevenue += businessMw * W1.COMMITTED_SHARE * atSpot;
        if (defaults) iaasRevenue += W1.PREPAID_QUARTERS * (1 - quarter / W1.TERM_QUARTERS) * rent * businessMw;
        double cost = businessMw * (W1.GPU_DEPRECIATION + W1.RUNNING_COST_PER_MW);
        return iaasRevenue * (1 - W1.LEASE_OPERATING_EXPENSE) - cost;
    }

    private void value(int quarter, double taas, double iaas) {
        recorder.record(Output.TAAS_REVENUE.column(quarter), taasRevenue);
        recorder.record(Output.SERVED_TOKENS.column(quarter), served);
        recordMargin(quarter, taas);
        tokensLost += demand - served;
        lostFraction = 1 - served / demand;
        npvTaas += W1.DISCOUNT[quarter] * taas;
        npvIaas += W1.DISCOUNT[quarter] * iaas;
        for (int i = 0; i < npvMix.length; i++) {
            double share = W1.MIXES[i];
            npvMix[i] += W1.DISCOUNT[quarter] * (sellTokens(quarter, share) + (1 - share) * iaas);
        }
    }

    private void recordMargin(int quarter, double taas) {
        if (taasRevenue <= W1.LEAST_REVENUE_SHARE * businessMw * W1.LEASE_PRICE) return;
        double margin = taas / taasRevenue;
        lowestMargin = Math.min(lowestMargin, margin);
        recorder.record(Output.TAAS_MARGIN.column(quarter), margin);
    }

    private void recordQuarter(int quarter, double taas, double iaas) {
        recorder.record(Output.TAAS_EBIT.column(quarter), taas);
        recorder.record(Output.IAAS_REVENUE.column(quarter), iaasRevenue);
        recorder.record(Output.IAAS_EBIT.column(quarter), iaas);
        recorder.record(Output.CAPACITY_MW.column(quarter), mw);
    }

    private void recordPath() {
        recorder.record(Output.NPV_TAAS.column(), npvTaas);
        recorder.record(Output.NPV_IAAS.column(), npvIaas);
        recorder.record(Output.NPV_DIFFERENCE.column(), npvTaas - npvIaas);
        recorder.record(Output.NPV_MIX_25.column(), npvMix[0]);
        recorder.record(Output.NPV_MIX_50.column(), npvMix[1]);
        recorder.record(Output.NPV_MIX_75.column(), npvMix[2]);
        recorder.record(Output.LOWEST_TAAS_MARGIN.column(), lowestMargin);
        recorder.record(Output.TOKENS_LOST.column(), tokensLost);
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
