package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.summary.Estimate;
import org.junit.jupiter.api.Test;

class SobolSharesTest {
    private static final int PATHS = 8_000;
    private static final String NO_MATTER = "provider.baseGrowth={uniform: {min: 0, max: 0.1}}";

    private static final SobolShares SHARES = SobolShares.of(study(NO_MATTER));

    @Test
    void partsOfTheVarianceMakeUpAllOfIt() {
        for (SobolShares.Output output : SHARES.outputs()) {
            SobolShares.Split split = output.split();
            double sum = split.parameters().value() + split.pathNoise().value() + split.together().value();
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(split.parameters().high()).isPositive();
            assertThat(split.pathNoise().low()).isPositive();
        }
        assertThat(SHARES.outputs()).hasSize(9);
    }

    @Test
    void noTotalIndexIsBelowTheFirstWhereNothingIsCorrelated() {
        for (SobolShares.Output output : SHARES.outputs()) {
            for (SobolShares.Share share : output.drivers()) {
                if (!share.correlated()) {
                    assertThat(share.total().value())
                            .isGreaterThanOrEqualTo(share.first().value() - 4 * share.first().standardError());
                }
            }
        }
    }

    @Test
    void whatNoContractDependsOnHasNoPart() {
        for (SobolShares.Output output : SHARES.outputs()) {
            SobolShares.Share share = share(output, "provider.baseGrowth");
            assertThat(share.total()).isEqualTo(Estimate.exact(0));
            assertThat(Math.abs(share.first().value())).isLessThan(1e-9);
        }
    }

    /// The fixed fee is no part of a lease, and rent is no part of what tokens earn but for idle MW let again.
    @Test
    void driversOfOneContractDoNotMoveTheOther() {
        assertThat(share(output(Metric.NPV_IAAS), "tokenService.floor").total().value()).isZero();
        assertThat(share(output(Metric.NPV_TAAS), "lease.priceMillionPerMwQuarter").total().value()).isLessThan(0.01);
        assertThat(share(output(Metric.NPV_IAAS), "default").total().low()).isGreaterThan(0.1);
    }

    @Test
    void withoutUncertainParametersAllIsPathNoise() {
        LoadedScenario certain = Configs.load("reference", "capacity.trainiumTokensTrillionPerMwQuarter=2.2",
                "demand.longRunGrowth=0.05", "price.deflation=0.05");
        Study study = new Study(certain, new Study.Size(7, PATHS, 1), Shelf.EMPTY, Study.Listener.NONE);
        assertThat(Driver.of(study.plan())).noneMatch(driver -> driver.kind() == Driver.Kind.PARAMETER);
        for (SobolShares.Output output : SobolShares.of(study).outputs()) {
            SobolShares.Split split = output.split();
            assertThat(split.parameters().value()).isCloseTo(0, within(1e-9));
            assertThat(split.pathNoise().value()).isCloseTo(1, within(4 * split.pathNoise().standardError()));
        }
        assertThat(output(Metric.NPV_DIFFERENCE).split().parameters().low()).isGreaterThan(0.02);
    }

    private static SobolShares.Output output(Metric outcome) {
        return SHARES.outputs().stream()
                .filter(output -> output.outcome() == outcome && output.measure() == TailMeasure.VALUE)
                .findFirst()
                .orElseThrow();
    }

    private static SobolShares.Share share(SobolShares.Output output, String driver) {
        return output.drivers().stream()
                .filter(share -> share.driver().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static Study study(String... sets) {
        return new Study(
                Configs.load("aws-bedrock", sets), new Study.Size(7, PATHS, 1), Shelf.EMPTY, Study.Listener.NONE);
    }
}
