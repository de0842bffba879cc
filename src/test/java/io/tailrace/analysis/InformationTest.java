package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import org.junit.jupiter.api.Test;

class InformationTest {
    private static final int PATHS = 12_000;

    /// With pure contracts only, perfect information is worth the expected regret of the better one.
    @Test
    void perfectInformationIsWorthTheExpectedRegret() {
        Study study = study("mixShares=[0, 1]");
        Information.Choice byMean = Information.of(study).choices().getFirst();
        assertThat(byMean.criterion()).isEqualTo(Criterion.MEAN);
        assertThat(byMean.tokenShare()).isEqualTo(1);
        Estimate regret = Influence.mean(study.base(Metric.REGRET)).estimate();
        assertThat(byMean.perfectMillion().value()).isCloseTo(regret.value(), withinPercentage(1e-7));
        assertThat(byMean.perfectMillion().standardError()).isCloseTo(regret.standardError(), withinPercentage(1e-4));
    }

    /// Rents of 1 to 6 $M a quarter: the lease is the better contract where they are high.
    @Test
    void whatDecidesTheChoiceIsWorthMoreThanWhatDoesNot() {
        Study study = study("mixShares=[0, 1]", "provider.baseGrowth={uniform: {min: 0, max: 0.1}}",
                "lease.priceMillionPerMwQuarter={uniform: {min: 1, max: 6}}");
        Information information = Information.of(study);
        for (Information.Choice choice : information.choices()) {
            assertThat(choice.parameters().getFirst().parameter()).isEqualTo("lease.priceMillionPerMwQuarter");
            Estimate rent = choice.parameters().getFirst().valueMillion();
            assertThat(rent.low()).isPositive();
            assertThat(rent.value()).isLessThan(choice.perfectMillion().value());
            assertThat(choice.allParametersMillion().orElseThrow().value())
                    .isBetween(0.8 * rent.value(), choice.perfectMillion().value());
            assertThat(choice.parameters())
                    .filteredOn(value -> value.parameter().equals("provider.baseGrowth"))
                    .allMatch(value -> value.valueMillion().value() < 0.05 * rent.value());
        }
    }

    @Test
    void withoutUncertainParametersOnlyChanceIsLeftToKnow() {
        Study certain = new Study(
                Configs.load("reference", "capacity.trainiumTokensTrillionPerMwQuarter=2.2",
                        "demand.longRunGrowth=0.05", "price.deflation=0.05"),
                new Study.Size(7, PATHS, 1), Shelf.EMPTY, Study.Listener.NONE);
        for (Information.Choice choice : Information.of(certain).choices()) {
            assertThat(choice.parameters()).isEmpty();
            assertThat(choice.allParametersMillion()).isEmpty();
            assertThat(choice.perfectMillion().value()).isNotNegative();
        }
    }

    private static Study study(String... sets) {
        return new Study(
                Configs.load("aws-bedrock", sets), new Study.Size(7, PATHS, 1), Shelf.EMPTY, Study.Listener.NONE);
    }
}
