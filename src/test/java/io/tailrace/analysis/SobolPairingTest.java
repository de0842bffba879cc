package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SobolPairingTest {
    /// TaaS N(50, 30²), IaaS N(14, 10²), correlation 0.3: of independent paths cut into replicates what is left is what
    /// the pairing leaves, 1 − 2 · 90 / 1000. With 400 replicates the ratio's error is 7 %.
    @Test
    void ofIndependentPathsItSaysWhatThePairingSays() {
        int points = 1000;
        double[] x = Normals.of(41, 400 * points);
        double[] y = Normals.correlated(x, 0.3, 42);
        double[] means = new double[400];
        Arrays.setAll(means, r -> {
            double sum = 0;
            for (int i = r * points; i < (r + 1) * points; i++) {
                sum += 36 + 30 * x[i] - 10 * y[i];
            }
            return sum / points;
        });
        SobolPairing pairing = SobolPairing.of(points, 1000, means);
        assertThat(pairing.varianceRatio().value()).isCloseTo(0.82, within(4 * 0.0707 * 0.82));
        assertThat(pairing.varianceRatio().standardError()).isCloseTo(0.0707 * 0.82, within(0.02));
        assertThat(pairing.meanDifferenceMillion().value()).isCloseTo(36, within(4 * Math.sqrt(820 / 400e3)));
        assertThat(pairing.replicates()).isEqualTo(400);
    }

    /// Means of 1,000 paths with variance 500 + 500 that were four times less uncertain than independent ones: a ratio of
    /// a quarter. Of 4,000 intervals from 16 such means between 4 and 6 % miss it, 2.9 standard errors to either side.
    @Test
    void nineteenOfTwentyIntervalsHoldTheRatio() {
        double[] normals = Normals.of(43, 16 * 4000);
        int missed = 0;
        for (int i = 0; i < 4000; i++) {
            double[] means = Arrays.stream(normals, 16 * i, 16 * (i + 1)).map(z -> 7 + 0.5 * z).toArray();
            var ratio = SobolPairing.of(1000, 1000, means).varianceRatio();
            missed += ratio.low() <= 0.25 && 0.25 <= ratio.high() ? 0 : 1;
        }
        assertThat(missed / 4000.0).isBetween(0.04, 0.06);
    }

    /// Two uniform NPVs: a net of n points knows the mean of a uniform to 1/n³ of a twelfth of its squared range, where
    /// n independent ones know it to 1/n; what is left is about 1/n², with n = 1,024 a millionth.
    @Test
    void uniformNpvsAreKnownNextToExactly() {
        Study study = UniformCase.study(1000, Shelf.EMPTY);
        double v = UniformCase.presentValue();
        double truth =
                v * (UniformCase.FEE_LOW + UniformCase.FEE_HIGH - UniformCase.RENT_LOW - UniformCase.RENT_HIGH) / 2;
        double independent = v * v * (1.2 * 1.2 + 0.4 * 0.4) / 12;
        SobolPairing pairing = SobolPairing.of(study, independent);
        assertThat(pairing.points()).isEqualTo(1024);
        assertThat(pairing.replicates()).isEqualTo(16);
        assertThat(pairing.meanDifferenceMillion().value())
                .isCloseTo(truth, within(4 * pairing.meanDifferenceMillion().standardError()));
        assertThat(pairing.varianceRatio().value()).isPositive().isLessThan(1e-5);
        assertThat(pairing.varianceRatio().low()).isLessThan(pairing.varianceRatio().value());
        assertThat(pairing.varianceRatio().high()).isGreaterThan(pairing.varianceRatio().value());
    }
}
