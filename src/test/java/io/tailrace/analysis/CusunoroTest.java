package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// Cumulative sums of normals, where they are known.
final class CusunoroTest {
    private static final int PATHS = 1 << 17;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// -r φ(Φ⁻¹(u)), within four standard errors, each of which is below 0.5/√N; one of 19 points fails once in 800 seeds.
    @Test
    void theCumulativeSumOfNormalsIsTheirDensity() {
        double[][] x = ToyInputs.normal(6, 2, PATHS);
        double[] y = ToyInputs.run(p -> 10 + 3 * (0.8 * p[0] + 0.6 * p[1]), x);
        List<Estimate> curve = Cusunoro.of(RankCorrelations.order(x[0]), y).curve(21);
        for (int k = 1; k < 20; k++) {
            double truth = -0.8 * NORMAL.density(NORMAL.inverseCumulativeProbability(k / 20.0));
            assertThat(Math.abs(curve.get(k).value() - truth)).isLessThan(4 * curve.get(k).standardError());
            assertThat(curve.get(k).standardError()).isLessThan(0.5 / Math.sqrt(PATHS));
        }
        assertThat(curve.getFirst()).isEqualTo(Estimate.exact(0));
        assertThat(curve.getLast()).isEqualTo(Estimate.exact(0));
    }

    @Test
    void whatDoesNotMatterStaysWithinTheBridge() {
        double[][] x = ToyInputs.normal(7, 2, PATHS);
        List<Estimate> curve = Cusunoro.of(RankCorrelations.order(x[0]), x[1]).curve(11);
        for (int k = 1; k < 10; k++) {
            double bridge = Math.sqrt(k / 10.0 * (1 - k / 10.0) / PATHS);
            assertThat(curve.get(k).standardError() / bridge).isCloseTo(1, within(0.02));
            assertThat(Math.abs(curve.get(k).value())).isLessThan(4 * bridge);
        }
    }

    /// Against the spread of 200 repetitions, which tells a standard error to 5 %.
    @Test
    void standardErrorsAreThoseOfRepetitions() {
        double[] values = new double[200];
        double standardError = 0;
        for (int i = 0; i < values.length; i++) {
            double[][] x = ToyInputs.normal(100 + i, 2, 1000);
            double[] y = ToyInputs.run(p -> 0.6 * p[0] + 0.8 * p[1], x);
            Estimate third = Cusunoro.of(RankCorrelations.order(x[0]), y).at(0.3);
            values[i] = third.value();
            standardError += third.standardError() / values.length;
        }
        double spread = Influence.mean(values).standardError() * Math.sqrt(values.length);
        assertThat(standardError / spread).isCloseTo(1, within(0.15));
    }
}
