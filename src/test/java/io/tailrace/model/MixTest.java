package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ends of the mix are the pure contracts, bit for bit.
class MixTest {
    private static final int PATHS = 3_000;

    @ParameterizedTest
    @ValueSource(strings = {"reference", "aws-bedrock", "oracle"})
    void theEndsOfTheMixAreThePureContracts(String scenario) {
        Plan plan = Configs.plan(scenario, "mixShares=[0, 0.5, 1]");
        IntStream.range(0, 4).parallel().forEach(part -> {
            var random = new RandomDraws(plan, 81);
            var draws = new Draws(plan);
            var path = new Path(plan);
            for (int number = part * PATHS / 4; number < (part + 1) * PATHS / 4; number++) {
                random.fill(number, draws);
                new PathModel(plan).run(draws, path);
                for (int t = 0; t <= plan.quarters(); t++) {
                    assertThat(path.ebitOfMix(0, t)).isEqualTo(path.at(Quantity.IAAS_EBIT, t));
                    assertThat(path.ebitOfMix(2, t)).isEqualTo(path.at(Quantity.TAAS_EBIT, t));
                }
                assertThat(path.npvOfMix(0)).isEqualTo(path.metric(Metric.NPV_IAAS));
                assertThat(path.npvOfMix(2)).isEqualTo(path.metric(Metric.NPV_TAAS));
            }
        });
    }

    /// Where demand fills any share of the MW and thresholds are per MW, TaaS scales with its MW.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void withDemandWithoutEndAMixIsTheWeightedSumOfTheContracts(double share) {
        Plan plan = Configs.plan(
                "aws-bedrock", "mixShares=[" + share + "]", "demand.openingTokensTrillion=1e8",
                "capacity.openingUtilisation=0.95");
        var draws = new Draws(plan);
        var path = new Path(plan);
        for (int number = 0; number < 300; number++) {
            new RandomDraws(plan, 82).fill(number, draws);
            new PathModel(plan).run(draws, path);
            for (int t = 1; t <= plan.quarters(); t++) {
                double full = Math.min(path.at(Quantity.LOST_FRACTION, t), path.at(Quantity.LOST_FRACTION, t - 1));
                if (full > 0) {
                    double expected =
                            share * path.at(Quantity.TAAS_EBIT, t) + (1 - share) * path.at(Quantity.IAAS_EBIT, t);
                    assertThat(path.ebitOfMix(0, t)).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
                }
            }
        }
    }
}
