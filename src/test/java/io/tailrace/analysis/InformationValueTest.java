package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of information against what normal laws give.
final class InformationValueTest {
    private static final int PATHS = 1 << 19;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Two actions whose difference is normal: s (φ(m/s) - |m|/s Φ(-|m|/s)), with m the mean of the difference and s the
    /// standard deviation of its mean given what is learnt.
    ///
    /// Source: Raiffa & Schlaifer, Applied Statistical Decision Theory (1961), the unit normal loss.
    @ParameterizedTest
    @CsvSource({"1, 3, 2", "-1, 3, 2", "0, 1, 3", "2, 2, 1"})
    void twoActionsWithANormalDifferenceAreWithinTwoPercent(double mean, double known, double noise) {
        double[][] x = ToyInputs.normal(7, 3, PATHS);
        double[][] actions = {
            ToyInputs.run(p -> 5 * p[2] + mean + known * p[0] + noise * p[1], x), ToyInputs.run(p -> 5 * p[2], x)};
        var value = new InformationValue(actions, Criterion.MEAN);
        holds(value.of(Knowledge.Bins.of(x[0], 64)), loss(mean, known));
        double both = loss(mean, Math.hypot(known, noise));
        holds(value.of(new Knowledge.Regression(new double[][]{x[0], x[1]}, 64)), both);
        holds(value.perfect(), both);
    }

    /// What does not matter is worth nothing: chance makes no choice that pays.
    @Test
    void anInputThatSaysNothingIsWorthNothing() {
        double[][] x = ToyInputs.normal(8, 3, PATHS);
        double[][] actions = {ToyInputs.run(p -> 0.1 + p[1], x), ToyInputs.run(p -> p[2], x)};
        for (Criterion criterion : Criterion.values()) {
            Estimate value = new InformationValue(actions, criterion).of(Knowledge.Bins.of(x[0], 64));
            assertThat(value.value()).isLessThan(4 * value.standardError() + 1e-9);
        }
    }

    @Test
    void whatNeverChangesTheChoiceIsWorthExactlyNothing() {
        double[][] x = ToyInputs.normal(9, 2, PATHS);
        double[][] actions = {ToyInputs.run(p -> 20 + p[0], x), ToyInputs.run(p -> p[1], x)};
        assertThat(new InformationValue(actions, Criterion.MEAN).of(Knowledge.Bins.of(x[0], 64)))
                .isEqualTo(Estimate.exact(0));
    }

    /// Two risky actions, k x + n e and c - k x + n e, of which x says when to take which.
    @ParameterizedTest
    @CsvSource({"0, 2, 1", "1, 1, 1", "-0.5, 1, 2"})
    void adaptingToAnInputRaisesTheCvarByWhatTheIntegralSays(double constant, double known, double noise) {
        double[][] x = ToyInputs.normal(10, 3, PATHS);
        double[][] actions = {
            ToyInputs.run(p -> known * p[0] + noise * p[1], x),
            ToyInputs.run(p -> constant - known * p[0] + noise * p[2], x)};
        var value = new InformationValue(actions, Criterion.CVAR95);
        double usual = Math.max(0, constant) - Math.hypot(known, noise) * 2.0627128075074257;
        holds(value.of(Knowledge.Bins.of(x[0], 64)), adapted(constant, known, noise) - usual);
    }

    /// max over levels t of t + E max over actions of E[min(0, outcome - t) | x] / 0.05, by midpoints.
    private static double adapted(double constant, double known, double noise) {
        double most = Double.NEGATIVE_INFINITY;
        int cells = 1000;
        for (double t = -6; t < 2; t += 0.005) {
            double sum = 0;
            for (int i = 0; i < cells; i++) {
                double z = -6 + 12 * (i + 0.5) / cells;
                double loss = Math.max(below(known * z - t, noise), below(constant - known * z - t, noise));
                sum += NORMAL.density(z) * 12 / cells * loss;
            }
            most = Math.max(most, t + sum / 0.05);
        }
        return most;
    }

    /// E[min(0, X)] of a normal.
    private static double below(double mean, double deviation) {
        double z = mean / deviation;
        return mean * NORMAL.survivalProbability(z) - deviation * NORMAL.density(z);
    }

    /// Within 2 %, and four standard errors and what 64 bins blur, below 1 %.
    private static void holds(Estimate value, double truth) {
        assertThat(value.value()).isCloseTo(truth, within(0.02 * truth));
        assertThat(Math.abs(value.value() - truth)).isLessThan(4 * value.standardError() + 0.01 * truth);
    }

    private static double loss(double mean, double deviation) {
        double z = Math.abs(mean) / deviation;
        return deviation * (NORMAL.density(z) - z * NORMAL.survivalProbability(z));
    }
}
