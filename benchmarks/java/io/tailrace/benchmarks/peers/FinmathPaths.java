package io.tailrace.benchmarks.peers;

import io.tailrace.benchmarks.peers.W1.Factor;
import io.tailrace.benchmarks.peers.W1.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.finmath.functions.LinearAlgebra;
import net.finmath.functions.NormalDistribution;
import net.finmath.montecarlo.BrownianMotion;
import net.finmath.montecarlo.BrownianMotionFromMersenneRandomNumbers;
import net.finmath.montecarlo.CorrelatedBrownianMotion;
import net.finmath.montecarlo.IndependentIncrements;
import net.finmath.montecarlo.IndependentIncrementsFromICDF;
import net.finmath.montecarlo.RandomVariableFromDoubleArray;
import net.finmath.stochastic.RandomVariable;
import net.finmath.time.TimeDiscretization;
import net.finmath.time.TimeDiscretizationFromArray;

/// W1 as a user of finmath-lib writes it: every quantity a random variable that holds all paths at once.
///
/// Branches become `choose`, and the paths of a batch go through each operation together.
final class FinmathPaths {
    private static final RandomVariable ONE = new RandomVariableFromDoubleArray(1);
    private static final RandomVariable ZERO = new RandomVariableFromDoubleArray(0);
    private static final RandomVariable LEFT_OUT = new RandomVariableFromDoubleArray(Double.NaN);
    private static final RandomVariable NO_MARGIN = new RandomVariableFromDoubleArray(Double.POSITIVE_INFINITY);
    private static final DoubleUnaryOperator UNIFORM = probability -> probability;
    private static final DoubleUnaryOperator NORMAL = NormalDistribution::inverseCumulativeDistribution;
    private static final List<DoubleUnaryOperator> PARAMETERS = List.of(W1.LONG_RUN_GROWTH::quantile,
            W1.DEFLATION::quantile, probability -> W1.LOWEST_TRAINIUM_TOKENS_PER_MW
                    + (W1.HIGHEST_TRAINIUM_TOKENS_PER_MW - W1.LOWEST_TRAINIUM_TOKENS_PER_MW) * probability);
    private static final int REGIME = 0;
    private static final int JUMP = 1;
    private static final int DEFAULT = 2;
    private static final int JUMP_SIZE = 3;

    private final RandomVariable[] outputs = new RandomVariable[Output.COLUMNS];
    private final BrownianMotion factors;
    private final IndependentIncrements events;

    private final RandomVariable longRunGrowth;
    private final RandomVariable deflation;
    private final RandomVariable trainiumTokensPerMw;
    private final List<RandomVariable> energised;

    private RandomVariable stress = ZERO;
    private RandomVariable growth = constant(W1.OPENING_GROWTH);
    private RandomVariable logTokens = constant(Math.log(W1.OPENING_TOKENS));
    private RandomVariable logPrice = constant(Math.log(W1.OPENING_PRICE));
    private RandomVariable shareLogit = constant(W1.logit(W1.OPENING_SHARE));
    private RandomVariable trainiumLogit = constant(W1.logit(W1.OPENING_TRAINIUM));
    private RandomVariable logEfficiency = ZERO;
    private RandomVariable lostFraction = ZERO;
    private RandomVariable peakLogSpend = logTokens.add(logPrice);
    private RandomVariable logSpot = constant(Math.log(W1.OPENING_SPOT));
    /// [quarter]: 1 while the tenant has not defaulted.
    private final RandomVariable[] alive = new RandomVariable[W1.QUARTERS + 1];

    private RandomVariable surprise = ZERO;
    private RandomVariable demand = ZERO;
    private RandomVariable price = ZERO;
    private RandomVariable efficiency = ZERO;
    private RandomVariable businessMw = ZERO;
    private RandomVariable lateBusinessMw = ZERO;
    private RandomVariable capacity = ZERO;
    private RandomVariable trainiumMwShare = ZERO;
    private RandomVariable npvTaas = ZERO;
    private RandomVariable npvIaas = ZERO;
    private final RandomVariable[] npvMix = {ZERO, ZERO, ZERO};
    private RandomVariable lowestMargin = NO_MARGIN;
    private RandomVariable tokensLost = ZERO;

    private FinmathPaths(int paths, int seed) {
        TimeDiscretization quarters = new TimeDiscretizationFromArray(0, W1.QUARTERS, 1);
        TimeDiscretization once = new TimeDiscretizationFromArray(0, 1, 1);
        factors = new CorrelatedBrownianMotion(
                new BrownianMotionFromMersenneRandomNumbers(quarters, W1.CORRELATION.length, paths, 3 * seed),
                LinearAlgebra.getCholeskyDecomposition(W1.CORRELATION));
        events = new IndependentIncrementsFromICDF(quarters, 4, paths, 3 * seed + 1,
                quarter -> event -> event == JUMP_SIZE ? NORMAL : UNIFORM);
        int draws = PARAMETERS.size() + 1 + W1.PROJECTS.size();
        IndependentIncrements parameters = new IndependentIncrementsFromICDF(once, draws, paths, 3 * seed + 2,
                time -> draw -> draw < PARAMETERS.size() ? PARAMETERS.get(draw) : NORMAL);
        longRunGrowth = parameters.getIncrement(0, 0);
        deflation = parameters.getIncrement(0, 1);
        trainiumTokensPerMw = parameters.getIncrement(0, 2);
        energised = energised(parameters);
        alive[0] = ONE;
    }

    /// All recorded values, one random variable for each column of [Output].
    static RandomVariable[] simulate(int paths, int seed) {
        FinmathPaths all = new FinmathPaths(paths, seed);
        for (int quarter = 1; quarter <= W1.QUARTERS; quarter++) {
            all.moveDemand(quarter);
            all.moveSupply(quarter);
            all.value(quarter, all.sellTokens(quarter, 1), all.lease(quarter));
        }
        all.putMetrics();
        return all.outputs;
    }

    private static List<RandomVariable> energised(IndependentIncrements parameters) {
        RandomVariable common = parameters.getIncrement(0, PARAMETERS.size()).mult(Math.sqrt(W1.DELAY_CORRELATION));
        List<RandomVariable> times = new ArrayList<>();
        for (Project project : W1.PROJECTS) {
            RandomVariable own = parameters.getIncrement(0, PARAMETERS.size() + 1 + times.size());
            times.add(common.add(own.mult(Math.sqrt(1 - W1.DELAY_CORRELATION)))
                    .mult(project.sigma())
                    .exp()
                    .mult(project.medianDelay())
                    .add(project.plannedQuarter()));
        }
        return times;
    }

    private void moveDemand(int quarter) {
        RandomVariable normalBelow = stress.mult(W1.FROM_STRESS - 1 + W1.TO_STRESS).add(1 - W1.TO_STRESS);
        stress = event(quarter, REGIME).sub(normalBelow).choose(ONE, ZERO);
        growth = growth.sub(longRunGrowth).mult(W1.GROWTH_PERSISTENCE).add(longRunGrowth)
                .add(factor(quarter, Factor.GROWTH).mult(W1.GROWTH_VOLATILITY));
        RandomVariable size = event(quarter, JUMP_SIZE).mult(W1.JUMP_DEVIATION).add(W1.JUMP_MEAN);
        RandomVariable jump = event(quarter, JUMP).sub(W1.JUMP_PROBABILITY).choose(ZERO, size);
        RandomVariable volatility = stress.mult(W1.VOLATILITY[1] - W1.VOLATILITY[0]).add(W1.VOLATILITY[0]);
        surprise = stress.mult(W1.DRIFT[1]).addProduct(volatility, factor(quarter, Factor.DEMAND)).add(jump);
        logTokens = logTokens.add(growth).add(surprise);
        logPrice = logPrice.sub(deflation).add(factor(quarter, Factor.PRICE).mult(W1.PRICE_VOLATILITY));
        price = logPrice.exp();
        shareLogit = shareLogit.mult(1 - W1.SHARE_REVERSION)
                .add(W1.SHARE_REVERSION * W1.logit(W1.LONG_RUN_SHARE))
                .sub(lostFraction.mult(W1.LOSS_FEEDBACK))
                .add(factor(quarter, Factor.CHANNEL).mult(W1.SHARE_VOLATILITY));
        demand = logTokens.exp().mult(logistic(shareLogit));
    }

    private void moveSupply(int quarter) {
        trainiumLogit = trainiumLogit.mult(1 - W1.TRAINIUM_REVERSION)
                .add(W1.TRAINIUM_REVERSION * W1.logit(W1.LONG_RUN_TRAINIUM))
                .add(factor(quarter, Factor.TRAINIUM).mult(W1.TRAINIUM_VOLATILITY));
        logEfficiency = logEfficiency.add(W1.EFFICIENCY_GROWTH)
                .add(factor(quarter, Factor.EFFICIENCY).mult(W1.EFFICIENCY_VOLATILITY));
        efficiency = logEfficiency.exp();
        energise(quarter);
        RandomVariable trainiumShare = logistic(trainiumLogit);
        RandomVariable onTrainium = trainiumShare.div(trainiumTokensPerMw);
        RandomVariable mwPerToken = trainiumShare.bus(1).div(W1.GPU_TOKENS_PER_MW).add(onTrainium);
        trainiumMwShare = onTrainium.div(mwPerToken);
        capacity = businessMw.mult(efficiency).div(mwPerToken).mult(W1.MAXIMUM_UTILISATION);
        outputs[Output.TRAINIUM_SHARE.column(quarter)] = trainiumShare;
    }

    private void energise(int quarter) {
        RandomVariable mw = constant(W1.OPENING_MW);
        double plannedMw = W1.OPENING_MW;
        for (int j = 0; j < energised.size(); j++) {
            Project project = W1.PROJECTS.get(j);
            if (quarter <= project.plannedQuarter()) continue;
            mw = mw.add(energised.get(j).bus(quarter).floor(0).cap(1).mult(project.mw()));
            plannedMw += project.mw();
        }
        businessMw = mw.mult(W1.BUSINESS_SHARE);
        lateBusinessMw = mw.bus(plannedMw).mult(W1.BUSINESS_SHARE);
        outputs[Output.CAPACITY_MW.column(quarter)] = mw;
    }

    private Sales sellTokens(int quarter, double share) {
        RandomVariable sellable = capacity.mult(share);
        RandomVariable own = demand.cap(sellable);
        RandomVariable spilled = demand.sub(own).cap(sellable.mult(W1.SPILL_SHARE));
        RandomVariable served = own.add(spilled);
        RandomVariable sales = served.mult(price);
        double lower = W1.LOWER_THRESHOLD[quarter];
        double upper = W1.UPPER_THRESHOLD[quarter];
        RandomVariable revenue = businessMw.mult(W1.FIXED_FEE_PER_MW * share)
                .add(served.mult(W1.USAGE_FEE[quarter]))
                .add(sales.mult(W1.REVENUE_SHARE))
                .add(sales.cap(upper).sub(lower).floor(0).mult(W1.LOWER_TIER_RATE))
                .add(sales.sub(upper).floor(0).mult(W1.UPPER_TIER_RATE));
        RandomVariable costPerMw = trainiumMwShare.mult(W1.TRAINIUM_DEPRECIATION - W1.GPU_DEPRECIATION)
                .add(W1.GPU_DEPRECIATION + W1.RUNNING_COST_PER_MW);
        RandomVariable cost = businessMw.mult(costPerMw).mult(share)
                .add(served.mult(W1.TOKEN_COST))
                .add(spilled.div(efficiency).mult(W1.SPILL_COST));
        return new Sales(served, revenue, revenue.mult(1 - W1.TOKEN_SERVICE_OPERATING_EXPENSE).sub(cost));
    }

    private RandomVariable lease(int quarter) {
        RandomVariable logSpend = logTokens.add(logPrice);
        peakLogSpend = peakLogSpend.floor(logSpend);
        RandomVariable drawdown = peakLogSpend.sub(logSpend);
        RandomVariable hazard = drawdown.mult(W1.HAZARD_SENSITIVITY).exp().mult(W1.DEFAULT_HAZARD).cap(1);
        RandomVariable survives = event(quarter, DEFAULT).sub(hazard.mult(-1).exp().bus(1)).choose(ONE, ZERO);
        alive[quarter] = alive[quarter - 1].mult(survives);
        logSpot = logSpot.mult(1 - W1.SPOT_REVERSION)
                .add(W1.SPOT_REVERSION * (Math.log(W1.OPENING_SPOT) - W1.SPOT_DEFLATION * quarter))
                .add(surprise.mult(W1.SPOT_SENSITIVITY))
                .add(factor(quarter, Factor.SPOT).mult(W1.SPOT_VOLATILITY));
        RandomVariable atSpot = logSpot.sub(drawdown.mult(W1.OCCUPANCY_SENSITIVITY)).exp().mult(W1.OPENING_OCCUPANCY);
        RandomVariable revenue = rent(quarter).add(businessMw.mult(atSpot).mult(spotShare(quarter)));
        outputs[Output.IAAS_REVENUE.column(quarter)] = revenue;
        return revenue.mult(1 - W1.LEASE_OPERATING_EXPENSE)
                .sub(businessMw.mult(W1.GPU_DEPRECIATION + W1.RUNNING_COST_PER_MW));
    }

    private RandomVariable rent(int quarter) {
        RandomVariable due = businessMw.sub(lateBusinessMw.mult(W1.LATE_DAMAGES)).mult(alive[quarter]);
        RandomVariable defaults = alive[quarter - 1].sub(alive[quarter]);
        double kept = W1.PREPAID_QUARTERS * (1 - quarter / W1.TERM_QUARTERS);
        return due.add(businessMw.mult(defaults).mult(kept)).mult(W1.COMMITTED_SHARE * W1.LEASE_PRICE);
    }

    /// Share of the MW that sells at spot: what was never committed, and what is re-let after a default.
    private RandomVariable spotShare(int quarter) {
        RandomVariable aliveThen = alive[Math.max(0, quarter - W1.RELET_QUARTERS)];
        return aliveThen.bus(1).mult(W1.COMMITTED_SHARE).add(1 - W1.COMMITTED_SHARE);
    }

    private void value(int quarter, Sales all, RandomVariable iaasEbit) {
        RandomVariable counted = all.revenue().sub(businessMw.mult(W1.LEAST_REVENUE_SHARE * W1.LEASE_PRICE));
        RandomVariable margin = all.ebit().div(all.revenue());
        lowestMargin = lowestMargin.cap(counted.choose(margin, NO_MARGIN));
        tokensLost = tokensLost.add(demand.sub(all.served()));
        lostFraction = all.served().div(demand).bus(1);
        npvTaas = npvTaas.add(all.ebit().mult(W1.DISCOUNT[quarter]));
        npvIaas = npvIaas.add(iaasEbit.mult(W1.DISCOUNT[quarter]));
        for (int i = 0; i < npvMix.length; i++) {
            RandomVariable mix = sellTokens(quarter, W1.MIXES[i]).ebit().add(iaasEbit.mult(1 - W1.MIXES[i]));
            npvMix[i] = npvMix[i].add(mix.mult(W1.DISCOUNT[quarter]));
        }
        outputs[Output.TAAS_REVENUE.column(quarter)] = all.revenue();
        outputs[Output.TAAS_EBIT.column(quarter)] = all.ebit();
        outputs[Output.TAAS_MARGIN.column(quarter)] = counted.choose(margin, LEFT_OUT);
        outputs[Output.SERVED_TOKENS.column(quarter)] = all.served();
        outputs[Output.IAAS_EBIT.column(quarter)] = iaasEbit;
    }

    private void putMetrics() {
        outputs[Output.NPV_TAAS.column()] = npvTaas;
        outputs[Output.NPV_IAAS.column()] = npvIaas;
        outputs[Output.NPV_DIFFERENCE.column()] = npvTaas.sub(npvIaas);
        outputs[Output.NPV_MIX_25.column()] = npvMix[0];
        outputs[Output.NPV_MIX_50.column()] = npvMix[1];
        outputs[Output.NPV_MIX_75.column()] = npvMix[2];
        outputs[Output.LOWEST_TAAS_MARGIN.column()] = lowestMargin;
        outputs[Output.TOKENS_LOST.column()] = tokensLost;
    }

    private RandomVariable factor(int quarter, Factor factor) {
        return factors.getBrownianIncrement(quarter - 1, factor.ordinal());
    }

    private RandomVariable event(int quarter, int event) { return events.getIncrement(quarter - 1, event); }

    private static RandomVariable logistic(RandomVariable logit) { return logit.mult(-1).exp().add(1).invert(); }

    private static RandomVariable constant(double value) { return new RandomVariableFromDoubleArray(value); }

    /// Of one share of the MW in one quarter.
    private record Sales(RandomVariable served, RandomVariable revenue, RandomVariable ebit) {}
}
