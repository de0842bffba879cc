package io.tailrace.benchmarks.peers;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The numbers of the workload W1. Money in $M, tokens in trillions, capacity in MW, time in quarters.
final class W1 {
    static final int QUARTERS = 20;
    static final double DISCOUNT_RATE = 0.025;

    static final double OPENING_TOKENS = 1000;
    static final double OPENING_GROWTH = 0.64;
    static final Triangle LONG_RUN_GROWTH = new Triangle(0.0, 0.06, 0.12);
    static final double GROWTH_PERSISTENCE = 0.75;
    static final double GROWTH_VOLATILITY = 0.05;

    /// Regime 0 is normal, 1 is stress.
    static final double TO_STRESS = 0.03;
    static final double FROM_STRESS = 0.25;
    static final double[] DRIFT = {0.0, -0.25};
    static final double[] VOLATILITY = {0.10, 0.25};
    static final double JUMP_PROBABILITY = 0.02;
    static final double JUMP_MEAN = -0.25;
    static final double JUMP_DEVIATION = 0.15;

    static final double OPENING_PRICE = 5;
    static final Triangle DEFLATION = new Triangle(0.06, 0.10, 0.16);
    static final double PRICE_VOLATILITY = 0.04;

    static final double OPENING_SHARE = 0.45;
    static final double LONG_RUN_SHARE = 0.40;
    static final double SHARE_REVERSION = 0.15;
    static final double LOSS_FEEDBACK = 0.5;
    static final double SHARE_VOLATILITY = 0.12;

    static final double OPENING_TRAINIUM = 0.55;
    static final double LONG_RUN_TRAINIUM = 0.75;
    static final double TRAINIUM_REVERSION = 0.2;
    static final double TRAINIUM_VOLATILITY = 0.2;

    static final double EFFICIENCY_GROWTH = 0.08;
    static final double EFFICIENCY_VOLATILITY = 0.04;

    static final double OPENING_MW = 1200;
    static final double BUSINESS_SHARE = 0.25;
    static final double MAXIMUM_UTILISATION = 0.85;
    static final double LOWEST_TRAINIUM_TOKENS_PER_MW = 2.0;
    static final double HIGHEST_TRAINIUM_TOKENS_PER_MW = 2.4;
    static final double GPU_TOKENS_PER_MW = 2.0;
    static final double SPILL_SHARE = 0.15;
    static final double DELAY_CORRELATION = 0.4;
    static final List<Project> PROJECTS = List.of(new Project(1, 300, 0.5, 0.7), new Project(2, 300, 0.5, 0.7),
            new Project(3, 400, 0.8, 0.7), new Project(4, 400, 0.8, 0.7), new Project(5, 500, 1.0, 0.7),
            new Project(6, 500, 1.0, 0.7), new Project(8, 600, 1.2, 0.8), new Project(9, 600, 1.2, 0.8),
            new Project(11, 600, 1.5, 0.8), new Project(13, 600, 1.5, 0.8), new Project(15, 600, 1.5, 0.8),
            new Project(17, 600, 1.5, 0.8));

    static final double FIXED_FEE_PER_MW = 0.9;
    static final double REVENUE_SHARE = 0.2;
    static final double LOWER_TIER_RATE = 0.3;
    static final double UPPER_TIER_RATE = 0.4;
    static final double TRAINIUM_DEPRECIATION = 0.9;
    static final double GPU_DEPRECIATION = 1.7;
    /// Power and site operations of a MW-quarter: usage effectiveness x hours x $ per MWh, and $0.1M.
    static final double RUNNING_COST_PER_MW = 1.2 * 2190 * 60 / 1e6 + 0.1;
    static final double TOKEN_COST = 0.1;
    static final double SPILL_COST = 3.0;
    static final double TOKEN_SERVICE_OPERATING_EXPENSE = 0.08;

    static final double LEASE_PRICE = 2.3;
    static final double COMMITTED_SHARE = 0.85;
    static final double TERM_QUARTERS = 20;
    static final double DEFAULT_HAZARD = 0.005;
    static final double HAZARD_SENSITIVITY = 2.0;
    static final double OPENING_SPOT = 2.4;
    static final double SPOT_REVERSION = 0.3;
    static final double SPOT_DEFLATION = 0.04;
    static final double SPOT_SENSITIVITY = 0.3;
    static final double SPOT_VOLATILITY = 0.08;
    static final double OPENING_OCCUPANCY = 0.85;
    static final double OCCUPANCY_SENSITIVITY = 0.5;
    static final double PREPAID_QUARTERS = 1.0;
    static final int RELET_QUARTERS = 2;
    static final double LATE_DAMAGES = 0.25;
    static final double LEASE_OPERATING_EXPENSE = 0.05;

    /// Revenue below this share of the rent of the same MW leaves a margin out.
    static final double LEAST_REVENUE_SHARE = 0.05;
    static final double[] MIXES = {0.25, 0.5, 0.75};

    /// Factors in the order of [Factor]; ones on the diagonal.
    static final double[][] CORRELATION = {
        {1.0, 0.3, -0.2, 0.1, 0.0, 0.0, 0.4, 0.3},
        {0.3, 1.0, -0.1, 0.1, 0.0, 0.0, 0.3, 0.2},
        {-0.2, -0.1, 1.0, 0.0, 0.0, -0.4, 0.2, 0.0},
        {0.1, 0.1, 0.0, 1.0, 0.1, 0.0, 0.0, 0.0},
        {0.0, 0.0, 0.0, 0.1, 1.0, 0.2, 0.0, 0.0},
        {0.0, 0.0, -0.4, 0.0, 0.2, 1.0, -0.2, 0.0},
        {0.4, 0.3, 0.2, 0.0, 0.0, -0.2, 1.0, 0.2},
        {0.3, 0.2, 0.0, 0.0, 0.0, 0.0, 0.2, 1.0},
    };

    /// [quarter], from 0: known before any path.
    static final double[] DISCOUNT = byQuarter(t -> Math.exp(-DISCOUNT_RATE * t));
    static final double[] USAGE_FEE = byQuarter(t -> 0.9 * Math.exp(-0.08 * t));
    static final double[] LOWER_THRESHOLD = byQuarter(t -> 1500 * Math.pow(1.03, t));
    static final double[] UPPER_THRESHOLD = byQuarter(t -> 6000 * Math.pow(1.03, t));

    private W1() {}

    private static double[] byQuarter(IntToDoubleFunction value) {
        return IntStream.rangeClosed(0, QUARTERS).mapToDouble(value).toArray();
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    /// Position of a factor in [#CORRELATION]. `BASE` moves revenue outside the recorded values, and is drawn all the same.
    enum Factor { DEMAND, GROWTH, PRICE, CHANNEL, TRAINIUM, EFFICIENCY, SPOT, BASE }

    /// @param medianDelay in quarters; the delay is lognormal
    record Project(double plannedQuarter, double mw, double medianDelay, double sigma) {}

    record Triangle(double min, double mode, double max) {
        double quantile(double probability) {
            double left = (mode - min) / (max - min);
            return probability < left
                    ? min + Math.sqrt(probability * (max - min) * (mode - min))
                    : max - Math.sqrt((1 - probability) * (max - min) * (max - mode));
        }
    }
}
