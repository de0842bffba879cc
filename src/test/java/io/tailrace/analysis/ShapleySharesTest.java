package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import org.junit.jupiter.api.Test;

class ShapleySharesTest {
    private static final String NO_MATTER = "provider.baseGrowth={uniform: {min: 0, max: 0.1}}";

    @Test
    void sharesMakeUpAllOfTheVarianceAndWhatDoesNotMatterHasNone() {
        Study study = new Study(
                Configs.load("aws-bedrock", NO_MATTER), new Study.Size(7, 500, 1), Shelf.EMPTY, Study.Listener.NONE);
        ShapleyShares shares = ShapleyShares.of(study);
        assertThat(shares.outputs()).hasSize(9);
        for (ShapleyShares.Output output : shares.outputs()) {
            double sum = output.drivers().stream().mapToDouble(driver -> driver.share().value()).sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(output.drivers())
                    .filteredOn(driver -> driver.driver().equals("provider.baseGrowth"))
                    .allMatch(driver -> Math.abs(driver.share().value()) < 1e-12);
            assertThat(output.drivers())
                    .allMatch(driver -> driver.share().value() > -4 * driver.share().standardError() - 1e-12);
        }
        ShapleyShares.Output difference = shares.outputs().get(6);
        assertThat(difference.drivers().getFirst().driver()).isEqualTo("regimes");
    }
}
