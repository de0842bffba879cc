package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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

    @Test
    void aNormalIntervalIsWidenedByItsAllowance() {
        Estimate estimate = Estimate.normal(10, 2, 0.5);
        assertThat(estimate.high()).isCloseTo(10.5 + 2 * Estimate.Z, within(1e-12));
        assertThat(estimate.negated().low()).isEqualTo(-estimate.high());
    }
}
