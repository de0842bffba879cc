package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One regime with only its own volatility: tokens and sales are lognormal, and what caps or exceeds them is an option.
///
/// z = 4 throughout ([Limits#Z]) and n = 400,000, where ln of sales has a standard deviation of at most 0.36: the
/// smallest bias of a mean seen half the time is 4 · 0.37 / √n = 0.24 % of it, and 0.35 % is all but sure to be seen.
class LognormalDemandTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int PATHS = 400_000;
    private static final double VOLATILITY = 0.15;
    private static final double MULTIPLIER = 1.2;
    private static final double DRIFT = 0.02;
    private static final String[] LOGNORMAL = {
        "quarters=4",
        "regimes.states=[{name: base, drift: " + DRIFT + ", volatility: " + VOLATILITY + "}]",
        "demand.volatilityMultiplier=" + MULTIPLIER,
    };

    @Test
    void salesAreLognormalWhereCapacityHasNoEnd() {
        Plan plan = plan("capacity.openingMw=1e9", "outputs.quarterly=[grossSales]");
        RunResult run = RunResult.of(new Simulation(plan, 31, PATHS, 2), Progress.NONE);
        for (int t : new int[]{1, 4}) {
            var law = new Lognormal(tokens(t) * 0.45 * price(t), deviation(t));
            moments(run.of("grossSales", t), law);
            quantiles(run.of("grossSales", t), law);
            tails(run.of("grossSales", t), law);
        }
    }

    private static void moments(ColumnStatistics sales, Lognormal law) {
        double sd = law.mean() * Math.sqrt(Math.expm1(law.deviation * law.deviation));
        assertThat(sales.mean().value()).isCloseTo(law.mean(), within(Limits.Z * sd / Math.sqrt(PATHS)));
        // Variance of a variance by the fourth moment: kurtosis e^4s + 2e^3s + 3e^2s - 3 in s = deviation².
        double w = Math.exp(law.deviation * law.deviation);
        double kurtosis = Math.pow(w, 4) + 2 * Math.pow(w, 3) + 3 * w * w - 3;
        double error = sd / 2 * Math.sqrt((kurtosis - 1) / PATHS);
        assertThat(sales.standardDeviation()).isCloseTo(sd, within(Limits.Z * error));
    }

    private static void quantiles(ColumnStatistics sales, Lognormal law) {
        for (double p : ColumnStatistics.PROBABILITIES) {
            double exact = law.quantile(p);
            double noise = Math.sqrt(p * (1 - p) / PATHS) / law.density(exact);
            assertThat(sales.quantile(p).estimate().value())
                    .as("quantile %s", p)
                    .isCloseTo(exact, within(Limits.Z * noise + binned(exact)));
            assertThat(sales.quantile(p).estimate().standardError()).isBetween(0.7 * noise, 1.4 * noise);
        }
    }

    private static void tails(ColumnStatistics sales, Lognormal law) {
        for (double confidence : ColumnStatistics.CONFIDENCES) {
            double share = 1 - confidence;
            var tail = sales.tail(confidence);
            double noise = Math.sqrt(share * (1 - share) / PATHS) / law.density(law.quantile(share));
            assertThat(tail.valueAtRisk().value())
                    .isCloseTo(law.quantile(share), within(Limits.Z * noise + binned(law.quantile(share))));
            double shortfall = law.meanBelowQuantile(share);
            double error = law.standardErrorOfShortfall(share) / Math.sqrt(PATHS);
            assertThat(tail.shortfall().value())
                    .as("shortfall at %s", confidence)
                    .isCloseTo(shortfall, within(Limits.Z * error + binned(shortfall) / 10));
            assertThat(tail.shortfall().standardError()).isBetween(0.9 * error, 1.1 * error);
        }
    }

    /// Sixteen replicates: 5.2 standard errors are passed by Student's t with 15 degrees of freedom once in 10,000, of 40
    /// comparisons. One coordinate decides nearly all, so the error of means is far below that of independent paths.
    @ParameterizedTest
    @EnumSource(Design.class)
    void pointsComeNearerToTheLawAndSayHowNear(Design design) {
        Plan plan = plan("capacity.openingMw=1e9", "outputs.quarterly=[grossSales]");
        int paths = 16 * 8192;
        var points = new QuasiRandom(34, 8192, design);
        RunResult run = RunResult.of(new Simulation(plan, points, paths, 2), Progress.NONE);
        for (int t = 1; t <= 4; t++) {
            var law = new Lognormal(tokens(t) * 0.45 * price(t), deviation(t));
            ColumnStatistics sales = run.of("grossSales", t);
            double independent = law.mean() * Math.sqrt(Math.expm1(law.deviation * law.deviation) / paths);
            assertNear(sales.mean(), law.mean());
            assertThat(sales.mean().standardError()).as("quarter %d", t).isPositive().isLessThan(independent / 3);
            assertNear(sales.quantile(0.05).estimate(), law.quantile(0.05));
            assertNear(sales.quantile(0.5).estimate(), law.quantile(0.5));
            assertNear(sales.tail(0.95).shortfall(), law.meanBelowQuantile(0.05));
            assertNear(sales.tail(0.99).shortfall(), law.meanBelowQuantile(0.01));
        }
    }

    private static void assertNear(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(5.2 * estimate.standardError() + binned(exact) / 10));
    }

    @Test
    void oneExcessTierIsABlackCallOnSales() {
        Plan plan = plan("capacity.openingMw=1e9", tiers("{thresholdMillionPerQuarter: 4000, rate: 0.3}"));
        double[][] excess = excess(plan);
        for (int t = 1; t <= 4; t++) {
            double exact = 0.3 * sales(t).call(threshold(4000, t));
            assertThat(Limits.mean(excess[t - 1])).isCloseTo(exact, within(noise(excess[t - 1])));
        }
    }

    @Test
    void twoExcessTiersAreACallSpreadAndACall() {
        Plan plan = plan(
                "capacity.openingMw=1e9",
                tiers("{thresholdMillionPerQuarter: 3000, rate: 0.3}, {thresholdMillionPerQuarter: 5000, rate: 0.1}"));
        double[][] excess = excess(plan);
        for (int t = 1; t <= 4; t++) {
            double upper = sales(t).call(threshold(5000, t));
            double exact = 0.3 * (sales(t).call(threshold(3000, t)) - upper) + 0.1 * upper;
            assertThat(Limits.mean(excess[t - 1])).isCloseTo(exact, within(noise(excess[t - 1])));
        }
    }

    @Test
    void fixedCapacityServesTheForwardLessACallStruckAtIt() {
        Plan plan = plan("capacity.openingMw=5000", "demand.openingTokensTrillion=1500");
        double capacity = 0.85 * 1250 / (0.55 / 2.2 + 0.45 / 2.0);
        double[][] served = Limits.samples(plan, 33, PATHS, path -> quarters(path, Quantity.SERVED_TOKENS));
        for (int t = 2; t <= 4; t++) {
            var demand = new Lognormal(1.5 * tokens(t) * 0.45, deviation(t));
            double exact = demand.mean() - demand.call(capacity);
            assertThat(demand.call(capacity)).as("the cap binds on some paths").isBetween(1.0, 0.9 * demand.mean());
            assertThat(exact).as("and not on others").isLessThan(0.99 * capacity);
            assertThat(Limits.mean(served[t - 1])).isCloseTo(exact, within(noise(served[t - 1])));
        }
    }

    private static Plan plan(String... more) {
        return Limits.plan(Stream.concat(Arrays.stream(LOGNORMAL), Arrays.stream(more)).toArray(String[]::new));
    }

    private static String tiers(String brackets) {
        return "tokenService.tiers={perMw: false, indexPerYear: 0.04, multiplier: 1.05, brackets: [" + brackets + "]}";
    }

    private static double[][] excess(Plan plan) {
        return Limits.samples(plan, 32, PATHS, path -> quarters(path, Quantity.EXCESS_SHARE));
    }

    private static double[] quarters(Path path, Quantity quantity) {
        return new double[]{path.at(quantity, 1), path.at(quantity, 2), path.at(quantity, 3), path.at(quantity, 4)};
    }

    private static double noise(double[] sample) {
        return Limits.Z * Limits.standardError(sample);
    }

    private static double threshold(double opening, int t) {
        return 1.05 * opening * Math.pow(1.04, t / 4.0);
    }

    private static Lognormal sales(int t) {
        return new Lognormal(tokens(t) * 0.45 * price(t), deviation(t));
    }

    /// Median of all channels' tokens: 1000 · exp(Σ g + m t), g reverting from 0.64 to 0.06 at 0.75.
    private static double tokens(int t) {
        double growth = 0.06 * t + DoubleStream.iterate(0.58 * 0.75, g -> 0.75 * g).limit(t).sum();
        return 1000 * Math.exp(growth + DRIFT * t);
    }

    private static double price(int t) {
        return 5 * Math.exp(-0.1 * t);
    }

    private static double deviation(int t) {
        return MULTIPLIER * VOLATILITY * Math.sqrt(t);
    }

    /// A quantile may lie anywhere in its bin, which is 1/1024 of it wide.
    private static double binned(double value) {
        return value / 1024;
    }

    /// exp(Normal(ln median, deviation²)).
    private record Lognormal(double median, double deviation) {
        double mean() {
            return median * Math.exp(deviation * deviation / 2);
        }

        double quantile(double p) {
            return median * Math.exp(deviation * NORMAL.inverseCumulativeProbability(p));
        }

        double density(double x) {
            return NORMAL.density(Math.log(x / median) / deviation) / (x * deviation);
        }

        /// E[G | G below its quantile of p] = mean · Φ(Φ⁻¹(p) - deviation) / p.
        double meanBelowQuantile(double p) {
            return partialMoment(1, p);
        }

        private double partialMoment(int power, double p) {
            double s = power * deviation;
            double z = NORMAL.inverseCumulativeProbability(p);
            return Math.pow(median, power) * Math.exp(s * s / 2) * NORMAL.cumulativeProbability(z - s) / p;
        }

        /// Of one path: Manistre & Hancock (2005), from the exact moments of the tail.
        double standardErrorOfShortfall(double p) {
            double mean = partialMoment(1, p);
            double variance = partialMoment(2, p) - mean * mean;
            double gap = quantile(p) - mean;
            return Math.sqrt((variance + (1 - p) * gap * gap) / p);
        }

        /// E[max(0, G - strike)]: Black (1976), undiscounted.
        double call(double strike) {
            double d1 = (Math.log(mean() / strike) + deviation * deviation / 2) / deviation;
            return mean() * NORMAL.cumulativeProbability(d1) - strike * NORMAL.cumulativeProbability(d1 - deviation);
        }
    }
}
