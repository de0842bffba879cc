package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Regimes, jumps, default and renegotiation against what probability theory says of them.
///
/// z = 4 ([Limits#Z]) and n = 200,000: a probability near 1/2 that is wrong by 0.0045 is seen half the time, one near
/// 0.05 by 0.002, and half as much again all but surely.
class ChainAndHazardTest {
    private static final int PATHS = 200_000;
    private static final double[][] TRANSITION = {
        {0.80, 0.15, 0.04, 0.01}, {0.10, 0.75, 0.12, 0.03}, {0.03, 0.17, 0.70, 0.10}, {0.02, 0.18, 0.35, 0.45}
    };
    private static final String STATES =
            "regimes={opening: c, states: [{name: a, volatility: 0}, {name: b, volatility: 0}, {name: c, volatility: 0},"
                    + " {name: d, volatility: 0}], transition:"
                    + " [[0.80, 0.15, 0.04, 0.01], [0.10, 0.75, 0.12, 0.03], [0.03, 0.17, 0.70, 0.10], [0.02, 0.18, 0.35, 0.45]]}";

    @Test
    void regimesAreOccupiedAsTheChainSays() {
        Plan plan = Limits.plan("quarters=12", STATES);
        double[][] regimes = quarters(plan, 41, 12, Quantity.REGIME);
        double[] occupied = {0, 0, 1, 0};
        for (int t = 1; t <= 12; t++) {
            occupied = next(occupied);
            for (int state = 0; state < 4; state++) {
                share(count(regimes[t - 1], state), PATHS, occupied[state]);
            }
        }
    }

    @Test
    void regimesFollowEachOtherAsTheTransitionRowsSay() {
        double[][] regimes = quarters(Limits.plan("quarters=12", STATES), 42, 12, Quantity.REGIME);
        double[][] seen = new double[4][4];
        double[] from = new double[4];
        for (int i = 0; i < PATHS; i++) {
            for (int t = 1; t < 12; t++) {
                seen[(int) regimes[t - 1][i]][(int) regimes[t][i]]++;
                from[(int) regimes[t - 1][i]]++;
            }
        }
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                share(seen[a][b], from[a], TRANSITION[a][b]);
            }
        }
    }

    @Test
    void aConstantHazardLeavesExponentialSurvivorsUntilTheTermEnds() {
        Plan plan = Limits.plan(
                "quarters=16",
                "lease.termQuarters=12",
                "lease.hazardDrawdownSensitivity=0",
                "regimes.states=[{name: base, volatility: 0.1, defaultHazard: 0.05}]");
        double[][] alive = quarters(plan, 43, 16, Quantity.ALIVE);
        double[][] defaults = quarters(plan, 43, 16, Quantity.DEFAULTS);
        for (int t = 1; t <= 12; t++) {
            share(count(alive[t - 1], 1), PATHS, Math.exp(-0.05 * t));
            share(count(defaults[t - 1], 1), PATHS, Math.exp(-0.05 * (t - 1)) - Math.exp(-0.05 * t));
        }
        for (int t = 13; t <= 16; t++) {
            assertThat(count(alive[t - 1], 1)).isZero();
            assertThat(count(defaults[t - 1], 1)).isZero();
        }
        double[] defaulted = Limits.sample(plan, 43, PATHS, path -> path.metric(Metric.DEFAULTED));
        share(count(defaulted, 1), PATHS, 1 - Math.exp(-0.05 * 12));
    }

    /// A fall of sales by 0.3 a quarter from the peak at t = 0: hazard 0.02 · e^(0.5 · 0.3 t).
    @Test
    void theHazardRisesWithTheDrawdown() {
        Plan plan = Limits.plan(
                "quarters=8",
                "demand.openingGrowth=-0.2",
                "demand.longRunGrowth=-0.2",
                "lease.hazardDrawdownSensitivity=0.5",
                "regimes.states=[{name: base, volatility: 0, defaultHazard: 0.02}]");
        double[][] alive = quarters(plan, 44, 8, Quantity.ALIVE);
        double hazard = 0;
        for (int t = 1; t <= 8; t++) {
            hazard += 0.02 * Math.exp(0.5 * 0.3 * t);
            share(count(alive[t - 1], 1), PATHS, Math.exp(-hazard));
        }
    }

    @Test
    void renegotiationComesWithItsProbabilityEachQuarterAndStays() {
        Plan plan = Limits.plan("quarters=8", "tokenService.renegotiationProbability=0.04",
                "tokenService.renegotiationCut=0.2");
        double[][] renegotiated = quarters(plan, 45, 8, Quantity.RENEGOTIATED);
        for (int t = 1; t <= 8; t++) {
            share(count(renegotiated[t - 1], 1), PATHS, 1 - Math.pow(0.96, t));
        }
    }

    /// E and Var of -e^(μ + σ ε) with probability λ and of +e^(μ' + σ' ε) with probability λ'.
    @Test
    void jumpsHaveTheirProbabilitiesAndSizes() {
        Plan plan = Limits.plan(
                "quarters=2",
                "regimes.states=[{name: base, volatility: 0, jumpDownProbability: 0.06}]",
                "jumps={down: {medianSize: 0.25, sigma: 0.4}, up: {probability: 0.03, medianSize: 0.20, sigma: 0.3}}");
        double[] jump = quarters(plan, 46, 2, Quantity.JUMP)[1];
        double downs = Arrays.stream(jump).filter(j -> j < 0).count();
        double ups = Arrays.stream(jump).filter(j -> j > 0).count();
        share(downs, PATHS, 0.06);
        share(ups, PATHS, 0.03);
        double mean = -0.06 * 0.25 * Math.exp(0.08) + 0.03 * 0.20 * Math.exp(0.045);
        double square = 0.06 * 0.0625 * Math.exp(0.32) + 0.03 * 0.04 * Math.exp(0.18);
        assertThat(Limits.mean(jump)).isCloseTo(mean, within(Limits.Z * Limits.standardError(jump)));
        assertThat(Limits.variance(jump))
                .isCloseTo(square - mean * mean, within(Limits.Z * Limits.standardErrorOfVariance(jump)));
    }

    private static double[] next(double[] occupied) {
        double[] next = new double[4];
        for (int from = 0; from < 4; from++) {
            for (int to = 0; to < 4; to++) {
                next[to] += occupied[from] * TRANSITION[from][to];
            }
        }
        return next;
    }

    private static double[][] quarters(Plan plan, long seed, int quarters, Quantity quantity) {
        return Limits.samples(plan, seed, PATHS, path -> {
            double[] values = new double[quarters];
            for (int t = 1; t <= quarters; t++) {
                values[t - 1] = path.at(quantity, t);
            }
            return values;
        });
    }

    private static double count(double[] values, double wanted) {
        return Arrays.stream(values).filter(v -> v == wanted).count();
    }

    private static void share(double counted, double of, double expected) {
        assertThat(counted / of).isCloseTo(expected, within(Limits.Z * Limits.standardErrorOfShare(expected, of)));
    }
}
