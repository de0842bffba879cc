package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    /// Wilson's bounds are where (p − share)² = z² p(1 − p)/n.
    @Test
    void wilsonsBoundsSolveTheirEquation() {
        Estimate estimate = Estimate.share(0.3, 50);
        for (double p : new double[]{estimate.low(), estimate.high()}) {
            double z = Math.abs(p - 0.3) / Math.sqrt(p * (1 - p) / 50);
            assertThat(z).isCloseTo(Estimate.Z, within(1e-12));
        }
    }

    @Test
    void noHitsStillLeaveRoomAbove() {
        Estimate none = Estimate.share(0, 100);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(Estimate.Z * Estimate.Z / (100 + Estimate.Z * Estimate.Z), within(1e-12));
        assertThat(Estimate.share(1, 100).low()).isCloseTo(1 - none.high(), within(1e-12));
        assertThat(Estimate.share(1, 100).high()).isEqualTo(1);
    }

    /// Four values of deviation √(20/3) around 10: half width 3.1824 · √(5/3).
    @Test
    void replicatesGiveStudentsInterval() {
        Estimate estimate = Estimate.ofReplicates(Estimate.normal(10.1, 3), 7, 9, 11, 13);
        assertThat(estimate.value()).isEqualTo(10.1);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(estimate.high() - 10.1).isCloseTo(3.182446 * Math.sqrt(5.0 / 3), within(0.006));
        assertThat(10.1 - estimate.low()).isCloseTo(estimate.high() - 10.1, within(1e-12));
    }

    @Test
    void whatBinsMayHideStaysInTheIntervalOfReplicates() {
        Estimate binned = Estimate.ofReplicates(Estimate.normal(10, 3, 0.5), 7, 9, 11, 13);
        Estimate plain = Estimate.ofReplicates(Estimate.normal(10, 3), 7, 9, 11, 13);
        assertThat(binned.high() - plain.high()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void replicatesThatDoNotDifferLeaveTheIntervalOfTheWhole() {
        Estimate none = Estimate.share(0, 4096);
        assertThat(Estimate.ofReplicates(none, 0, 0, 0, 0)).isEqualTo(none);
        assertThat(Estimate.ofReplicates(none, 0, Double.NaN).low()).isNaN();
        assertThat(Estimate.ofReplicates(Estimate.normal(1, 9), 1, Double.NaN, 3).standardError()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3, 1.3e-3", "7, 5e-5", "15, 1e-6", "30, 1e-6", "1000, 1e-6"})
    void studentsQuantileIsAsNearAsItSays(int degreesOfFreedom, double error) {
        double exact = TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.975);
        assertThat(StudentT.half95(degreesOfFreedom)).isCloseTo(exact, within(error * exact));
    }

    @Test
    void aNormalIntervalIsWidenedByItsAllowance() {
        Estimate estimate = Estimate.normal(10, 2, 0.5);
        assertThat(estimate.high()).isCloseTo(10.5 + 2 * Estimate.Z, within(1e-12));
        assertThat(estimate.negated().low()).isEqualTo(-estimate.high());
    }
}
