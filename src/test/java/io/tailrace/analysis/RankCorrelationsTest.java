package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

/// Rank correlations of normals, where they are known, and against another implementation.
final class RankCorrelationsTest {
    private static final int PATHS = 1 << 17;

    @Test
    void ranksWithTiesAreThoseOfCommonsMath() {
        double[][] x = ToyInputs.normal(3, 2, 2000);
        double[] rounded = java.util.Arrays.stream(x[0]).map(v -> Math.rint(v) + 0.0).toArray();
        double[] y = ToyInputs.run(p -> Math.rint(2 * p[0] + p[1]) + 0.0, x);
        assertThat(new RankCorrelations(new double[][]{rounded}).plain(y)[0].value())
                .isCloseTo(new SpearmansCorrelation().correlation(rounded, y), within(1e-12));
    }

    /// Two normals of correlation r have the rank correlation (6/π) arcsin(r/2).
    @Test
    void normalsHaveTheRankCorrelationOfTheirLaw() {
        double[] slopes = {0.6, -0.3, 0};
        double[][] x = ToyInputs.normal(4, 4, PATHS);
        double rest = Math.sqrt(1 - 0.36 - 0.09);
        double[] y = ToyInputs.run(p -> 0.6 * p[0] - 0.3 * p[1] + rest * p[3], x);
        Estimate[] plain = new RankCorrelations(new double[][]{x[0], x[1], x[2]}).plain(y);
        for (int i = 0; i < slopes.length; i++) {
            double truth = 6 / Math.PI * Math.asin(slopes[i] / 2);
            assertThat(Math.abs(plain[i].value() - truth)).isLessThan(4 * plain[i].standardError());
        }
    }

    /// Partial correlation of x with b x + c z + noise is b / √(b² + noise²); ranks move it by a few hundredths.
    @Test
    void partialCorrelationTakesTheOtherInputsOut() {
        double[][] x = ToyInputs.normal(5, 3, PATHS);
        double[] y = ToyInputs.run(p -> 0.5 * p[0] + 5 * p[1] + 0.5 * p[2], x);
        var ranks = new RankCorrelations(new double[][]{x[0], x[1]});
        assertThat(ranks.plain(y)[0].value()).isLessThan(0.12);
        assertThat(ranks.partial(y)[0].value()).isBetween(0.5, 0.72);
        assertThat(ranks.partial(y)[1].value()).isGreaterThan(0.98);
    }

    @Test
    void inputsThatRepeatEachOtherHaveNoPartialCorrelation() {
        double[] x = {3, 1, 2, 5, 4, 6};
        var ranks = new RankCorrelations(new double[][]{x, x.clone()});
        assertThat(ranks.partial(x)[0].value()).isNaN();
        assertThat(ranks.plain(new double[]{3, 1, 2, 5, 6, 4})[0].value()).isBetween(0.7, 0.8);
    }

    @Test
    void equalValuesStandInTheOrderOfTheirPaths() {
        assertThat(RankCorrelations.order(new double[]{2, 1, 2, 1, 0})).containsExactly(4, 1, 3, 0, 2);
    }
}
