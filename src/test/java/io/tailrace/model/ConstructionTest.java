package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Megawatts in service against integrals over the law of the delays.
///
/// Three projects: on time with probability 0.55, late by a lognormal slip with 0.35, cancelled with 0.10.
/// z = 4 ([Limits#Z]), n = 100,000; a project in service or not has a deviation of at most half its MW, so that 9 MW of
/// bias in the 1,500 MW to come are seen half the time, 14 MW all but surely.
class ConstructionTest {
    private static final int PATHS = 100_000;
    private static final int QUARTERS = 6;
    private static final double ON_TIME = 0.55;
    private static final double LATE = 0.35;
    private static final double MEDIAN = 1.5;
    private static final double SIGMA = 0.7;
    private static final double[] MW = {300, 500, 700};
    private static final double[] PLANNED = {0, 2, 2.5};
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.8, 1})
    void meanMegawattsInServiceAreTheIntegralOfTheDelaysLaw(double correlation) {
        double[][] both = quarters(correlation, QUARTERS, Quantity.CAPACITY_MW, Quantity.LATE_MW);
        for (int t = 1; t <= QUARTERS; t++) {
            double expected = 1200;
            double expectedLate = 0;
            for (int j = 0; j < MW.length; j++) {
                expected += MW[j] * inService(t - PLANNED[j]);
                expectedLate += MW[j] * late(t - PLANNED[j]);
            }
            mean(both[t - 1], expected);
            mean(both[QUARTERS + t - 1], expectedLate);
        }
    }

    /// Independent delays: variances add. Var(clip(a - Δ, 0, 1)) from E = ∫₀¹ F(a - x) dx and E² = ∫₀¹ 2x F(a - x) dx.
    @Test
    void independentDelaysAddTheirVariances() {
        double[][] capacity = quarters(0, QUARTERS, Quantity.CAPACITY_MW);
        for (int t = 1; t <= QUARTERS; t++) {
            double expected = 0;
            for (int j = 0; j < MW.length; j++) {
                double a = t - PLANNED[j];
                double mean = inService(a);
                double square = integral(x -> 2 * x * cdf(a - x), 0, 1);
                expected += MW[j] * MW[j] * (square - mean * mean);
            }
            double error = Limits.Z * Limits.standardErrorOfVariance(capacity[t - 1]);
            assertThat(Limits.variance(capacity[t - 1])).isCloseTo(expected, within(error + 1e-6));
        }
    }

    /// Correlation 1: one uniform decides all delays, and the variance is an integral over it.
    @Test
    void whollyCorrelatedDelaysMoveAsOne() {
        double[][] capacity = quarters(1, QUARTERS, Quantity.CAPACITY_MW);
        for (int t = 1; t <= QUARTERS; t++) {
            int quarter = t;
            double mean = meanOverUniform(u -> added(quarter, u));
            double expected = meanOverUniform(u -> Math.pow(added(quarter, u) - mean, 2));
            double error = Limits.Z * Limits.standardErrorOfVariance(capacity[t - 1]);
            assertThat(Limits.variance(capacity[t - 1])).isCloseTo(expected, within(error + 1e-4 * expected));
        }
    }

    @Test
    void theVarianceGrowsWithTheCorrelation() {
        double before = 0;
        for (double correlation : new double[]{0, 0.3, 0.8, 1}) {
            double variance = Limits.variance(quarters(correlation, 5, Quantity.CAPACITY_MW)[4]);
            assertThat(variance).isGreaterThan(1.1 * before);
            before = variance;
        }
    }

    /// `[quantity · quarters + t - 1][path]`
    private static double[][] quarters(double correlation, int quarters, Quantity... quantities) {
        String delay = "{late: {probability: %s, slip: {lognormal: {median: %s, sigma: %s}}, cancelled: 0.10}}"
                .formatted(LATE, MEDIAN, SIGMA);
        Plan plan = Limits.plan(
                "quarters=" + quarters,
                "capacity.delayCorrelation=" + correlation,
                "capacity.cancelledLateQuarters=3",
                "capacity.projects=[{plannedQuarters: [0], mw: 300, delayQuarters: " + delay + "},"
                        + " {plannedQuarters: [2], mw: 500, delayQuarters: " + delay + "},"
                        + " {plannedQuarters: [2.5], mw: 700, delayQuarters: " + delay + "}]");
        return Limits.samples(plan, 51, PATHS, path -> {
            double[] values = new double[quantities.length * quarters];
            for (int i = 0; i < values.length; i++) {
                values[i] = path.at(quantities[i / quarters], i % quarters + 1);
            }
            return values;
        });
    }

    /// P(Δ ≤ d).
    private static double cdf(double d) {
        return d < 0 ? 0 : ON_TIME + LATE * (d == 0 ? 0 : NORMAL.cumulativeProbability(Math.log(d / MEDIAN) / SIGMA));
    }

    /// E[clip(a - Δ, 0, 1)] = ∫ F over the last quarter.
    private static double inService(double a) {
        return integral(x -> cdf(a - x), 0, 1);
    }

    /// What the plan has less what is there; cancelled projects count for three quarters only.
    private static double late(double a) {
        double cancelled = clip(a) - clip(a - 3);
        return (1 - 0.10) * clip(a) - inService(a) + 0.10 * cancelled;
    }

    private static double added(int t, double u) {
        double sum = 0;
        for (int j = 0; j < MW.length; j++) {
            sum += MW[j] * clip(t - PLANNED[j] - delay(u));
        }
        return sum;
    }

    private static double delay(double u) {
        if (u < ON_TIME) {
            return 0;
        }
        return u >= ON_TIME + LATE
                ? 1e9
                : MEDIAN * Math.exp(SIGMA * NORMAL.inverseCumulativeProbability((u - ON_TIME) / LATE));
    }

    private static double clip(double x) {
        return Math.clamp(x, 0, 1);
    }

    /// Midpoint rule; the integrand jumps where the delay is 0, hence the many points.
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += f.applyAsDouble(from + (to - from) * (i + 0.5) / n);
        }
        return sum * (to - from) / n;
    }

    private static double meanOverUniform(DoubleUnaryOperator f) {
        return integral(f, 0, 1);
    }

    private static void mean(double[] sample, double expected) {
        double error = Limits.Z * Limits.standardError(sample);
        assertThat(Limits.mean(sample)).isCloseTo(expected, within(error + 1e-4 * expected));
    }
}
