package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CorrelationMatrixTest {
    /// Source: Higham (2002), section 4, the 3 by 3 example: nearest entries .7607 and .1573.
    @Test
    void theNearestMatrixOfHighamsExampleIsFound() {
        var stated = CorrelationMatrix.of(new double[][]{{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        var nearest = stated.nearest();

        assertThat(stated.smallestEigenvalue()).isCloseTo(1 - Math.sqrt(2), within(1e-14));
        assertThat(nearest.entries()[0][1]).isCloseTo(0.7607, within(5e-5));
        assertThat(nearest.entries()[0][2]).isCloseTo(0.1573, within(5e-5));
        assertThat(nearest.entries()[1][2]).isCloseTo(0.7607, within(5e-5));
        assertThat(nearest.largestChange(stated)).isCloseTo(0.2393, within(5e-5));
    }

    @Test
    void theNearestMatrixIsACorrelationMatrixOffTheEdge() {
        var nearest = CorrelationMatrix.of(Map.of(
                "demand", Map.of("growth", 0.9, "price", -0.9, "spot", 0.9),
                "growth", Map.of("price", 0.9, "spot", -0.9),
                "base", Map.of("efficiency", 1.0)))
                .nearest();
        var entries = nearest.entries();

        assertThat(nearest.smallestEigenvalue()).isPositive();
        for (int i = 0; i < entries.length; i++) {
            assertThat(entries[i][i]).isEqualTo(1);
            for (int j = 0; j < i; j++) {
                assertThat(entries[i][j]).isEqualTo(entries[j][i]).isBetween(-1.0, 1.0);
            }
        }
    }

    @Test
    void aSoundMatrixIsItsOwnNearest() {
        var sound = CorrelationMatrix.of(Map.of("demand", Map.of("growth", 0.3, "price", -0.4)));

        assertThat(sound.nearest().largestChange(sound)).isLessThan(1e-12);
    }

    @Test
    void perfectCorrelationIsPositiveSemiDefinite() {
        assertThat(CorrelationMatrix.of(Map.of("demand", Map.of("base", 1.0))).isPositiveSemiDefinite()).isTrue();
    }

    @Test
    void pairsNamedInEitherOrderAreTheSame() {
        var one = CorrelationMatrix.of(Map.of("demand", Map.of("spot", 0.6)));
        var other = CorrelationMatrix.of(Map.of("spot", Map.of("demand", 0.6)));

        assertThat(one.largestChange(other)).isZero();
        assertThat(other.pairs()).isEqualTo(Map.of("demand", Map.of("spot", 0.6)));
    }
}
