package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import io.tailrace.summary.StudentT;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final double HALF = Estimate.Z;

    /// The ends r are where (above − r below)² = half² · var(above − r below).
    @Test
    void theEndsSolveFiellersEquation() {
        var ratio = new Ratio(3, 2, 0.04, 0.09, -0.03);
        Estimate estimate = ratio.estimate(HALF);
        assertThat(estimate.value()).isEqualTo(1.5);
        for (double r : new double[]{estimate.low(), estimate.high()}) {
            double distance = 3 - 2 * r;
            double variance = 0.04 - 2 * r * -0.03 + r * r * 0.09;
            assertThat(distance * distance).isCloseTo(HALF * HALF * variance, within(1e-12));
        }
        assertThat(estimate.low()).isLessThan(1.5);
        assertThat(estimate.high()).isGreaterThan(1.5);
    }

    @Test
    void withNothingUncertainBelowTheIntervalIsThatAbove() {
        Estimate estimate = new Ratio(3, -2, 0.04, 0, 0).estimate(HALF);
        assertThat(estimate.low()).isCloseTo(-1.5 - HALF * 0.1, within(1e-12));
        assertThat(estimate.high()).isCloseTo(-1.5 + HALF * 0.1, within(1e-12));
        assertThat(new Ratio(3, 2, 0, 0, 0).estimate(HALF)).isEqualTo(Estimate.exact(1.5));
    }

    @Test
    void whereTheLowerOneMayBeZeroTheIntervalIsNotKnown() {
        Estimate estimate = new Ratio(3, 0.1, 0.04, 0.01, 0).estimate(HALF);
        assertThat(estimate.value()).isCloseTo(30, within(1e-12));
        assertThat(estimate.low()).isNaN();
        assertThat(estimate.high()).isNaN();
    }

    @Test
    void theWorstCorrelationIsTheOneThatWidensMost() {
        for (int sign : new int[]{1, -1}) {
            double worst = Ratio.atWorst(3 * sign, 2, 0.2, 0.3).estimate(HALF).standardError();
            for (double correlation = -1; correlation <= 1; correlation += 0.25) {
                var ratio = new Ratio(3 * sign, 2, 0.04, 0.09, correlation * 0.06);
                assertThat(ratio.estimate(HALF).standardError()).isLessThanOrEqualTo(worst + 1e-12);
            }
            assertThat(worst).isCloseTo((0.2 + 1.5 * 0.3) / 2, within(1e-12));
        }
    }

    /// Sixteen batches of normals around 3 and 2, correlated by 0.6. Of 4,000 intervals for 1.5, of which each fails in
    /// 5 % of cases, between 4 and 6 % fail: 2.9 standard errors to either side.
    @Test
    void nineteenOfTwentyIntervalsFromBatchesHoldTheTruth() {
        int repetitions = 4000;
        double[] x = Normals.of(31, 16 * repetitions);
        double[] y = Normals.correlated(x, 0.6, 32);
        int missed = 0;
        for (int i = 0; i < repetitions; i++) {
            double[] aboves = new double[16];
            double[] belows = new double[16];
            double above = 0;
            double below = 0;
            for (int b = 0; b < 16; b++) {
                aboves[b] = 3 + x[16 * i + b];
                belows[b] = 2 + 1.5 * y[16 * i + b];
                above += aboves[b] / 16;
                below += belows[b] / 16;
            }
            Estimate estimate = Ratio.ofBatches(above, below, 1, aboves, belows).estimate(StudentT.half95(15));
            missed += estimate.low() <= 1.5 && 1.5 <= estimate.high() ? 0 : 1;
        }
        assertThat(missed / (double) repetitions).isBetween(0.04, 0.06);
    }

    @Test
    void batchesThatHoldHalfOfThePathsKnowTheWholeBetterThanTheirOwnHalf() {
        double[] aboves = {1, 2, 3, 6};
        double[] belows = {2, 1, 4, 3};
        Ratio own = Ratio.ofBatches(3, 2.5, 1, aboves, belows);
        Ratio whole = Ratio.ofBatches(3, 2.5, 0.5, aboves, belows);
        assertThat(own.aboveVariance()).isCloseTo(14.0 / 12, within(1e-12));
        assertThat(own.covariance()).isCloseTo(4.0 / 12, within(1e-12));
        assertThat(whole.belowVariance()).isCloseTo(own.belowVariance() / 2, within(1e-12));
    }
}
