package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// Processes that revert are Gaussian with known mean and variance, whatever they are seen through.
///
/// z = 4 ([Limits#Z]), n = 200,000: a bias of a mean of 0.009 standard deviations and of a deviation of 0.6 % is seen
/// half the time, half as much again all but surely.
class ReversionTest {
    private static final int PATHS = 200_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Test
    void theOwnChipsShareIsALogisticNormalOfKnownMeanAndVariance() {
        Plan plan = Limits.plan("quarters=8", "trainium.longRunTokenShare=0.8", "trainium.reversion=0.2",
                "trainium.volatility=0.3");
        for (int t : new int[]{1, 3, 8}) {
            double[] share = Limits.sample(plan, 61, PATHS, path -> path.at(Quantity.TRAINIUM_SHARE, t));
            double longRun = logit(0.8);
            double mean = longRun + Math.pow(0.8, t) * (logit(0.55) - longRun);
            double deviation = 0.3 * Math.sqrt((1 - Math.pow(0.64, t)) / (1 - 0.64));
            gaussian(map(share, ReversionTest::logit), mean, deviation);
            for (double p : new double[]{0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999}) {
                double quantile = 1 / (1 + Math.exp(-mean - deviation * NORMAL.inverseCumulativeProbability(p)));
                assertThat(Limits.shareUpTo(share, quantile))
                        .isCloseTo(p, within(Limits.Z * Limits.standardErrorOfShare(p, PATHS)));
            }
        }
    }

    @Test
    void theChannelsShareRevertsLikewise() {
        Plan plan = Limits.plan("quarters=6", "channel.longRunShare=0.40", "channel.reversion=0.15",
                "channel.volatility=0.12");
        double[] share = Limits.sample(plan, 62, PATHS, path -> path.at(Quantity.SHARE, 6));
        double mean = logit(0.40) + Math.pow(0.85, 6) * (logit(0.45) - logit(0.40));
        double kept = 0.85 * 0.85;
        gaussian(map(share, ReversionTest::logit), mean, 0.12 * Math.sqrt((1 - Math.pow(kept, 6)) / (1 - kept)));
    }

    /// Growth reverts at 0.75 from 0.64 to 0.06 with shocks of 0.05; ln of tokens is its sum, in which the shock of
    /// quarter u counts (1 - 0.75^(t-u+1)) / 0.25 times.
    @Test
    void growthAndTokensAreGaussianSumsOfTheGrowthShocks() {
        Plan plan = Limits.plan("quarters=5", "demand.growthVolatility=0.05");
        double[] growth = Limits.sample(plan, 63, PATHS, path -> path.at(Quantity.GROWTH, 5));
        double[] tokens = Limits.sample(plan, 63, PATHS, path -> Math.log(path.at(Quantity.TOKENS, 5) / 1000));
        double kept = 0.75 * 0.75;
        gaussian(growth, 0.06 + Math.pow(0.75, 5) * 0.58, 0.05 * Math.sqrt((1 - Math.pow(kept, 5)) / (1 - kept)));
        double mean = 0.06 * 5 + 0.58 * 0.75 * (1 - Math.pow(0.75, 5)) / 0.25;
        double variance = 0;
        for (int u = 1; u <= 5; u++) {
            variance += Math.pow(0.05 * (1 - Math.pow(0.75, 5 - u + 1)) / 0.25, 2);
        }
        gaussian(tokens, mean, Math.sqrt(variance));
    }

    /// ln S_t - ln S_0 reverts at 0.3 to -0.04 t.
    @Test
    void spotFollowsItsTrendWithALag() {
        Plan plan = Limits.plan("quarters=6", "lease.spotVolatility=0.09");
        double[] spot = Limits.sample(plan, 64, PATHS, path -> Math.log(path.at(Quantity.SPOT, 6) / 2.4));
        double mean = 0;
        for (int t = 1; t <= 6; t++) {
            mean += 0.3 * (-0.04 * t - mean);
        }
        gaussian(spot, mean, 0.09 * Math.sqrt((1 - Math.pow(0.49, 6)) / (1 - 0.49)));
    }

    @Test
    void efficiencyAndPriceAreRandomWalksWithTheirDrifts() {
        Plan plan = Limits.plan(
                "quarters=6",
                "efficiency.nextGrowth=0.24",
                "efficiency.longRunGrowth=0.06",
                "efficiency.growthPersistence=0.5",
                "efficiency.volatility=0.03",
                "price.volatility=0.05");
        double[] efficiency = Limits.sample(plan, 65, PATHS, path -> Math.log(path.at(Quantity.EFFICIENCY, 6)));
        double[] price = Limits.sample(plan, 65, PATHS, path -> Math.log(path.at(Quantity.PRICE, 6) / 5));
        gaussian(efficiency, 0.36 + 0.18 * (1 - Math.pow(0.5, 6)) / 0.5, 0.03 * Math.sqrt(6));
        gaussian(price, -0.6, 0.05 * Math.sqrt(6));
    }

    /// A price that falls faster than expected lifts demand: ln N moves by -e_p times the price surprise.
    @Test
    void elasticDemandMovesAgainstThePriceSurprise() {
        Plan plan = Limits.plan("quarters=4", "demand.priceElasticity=1.4", "price.volatility=0.05");
        double[][] both = Limits.samples(plan, 66, 1000, path -> new double[]{
            Math.log(path.at(Quantity.TOKENS, 4) / 1000), Math.log(path.at(Quantity.PRICE, 4) / 5) + 0.4
        });
        double expected = 0.06 * 4 + 0.58 * 0.75 * (1 - Math.pow(0.75, 4)) / 0.25;
        for (int i = 0; i < 1000; i++) {
            assertThat(both[0][i]).isCloseTo(expected - 1.4 * both[1][i], within(1e-12));
        }
    }

    private static void gaussian(double[] sample, double mean, double deviation) {
        double error = Limits.Z * deviation / Math.sqrt(PATHS);
        assertThat(Limits.mean(sample)).isCloseTo(mean, within(error));
        assertThat(Math.sqrt(Limits.variance(sample))).isCloseTo(deviation, within(error / Math.sqrt(2)));
    }

    private static double[] map(double[] values, Function<Double, Double> f) {
        return Arrays.stream(values).map(f::apply).toArray();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
