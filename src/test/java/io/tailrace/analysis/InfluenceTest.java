package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// Statistics and standard errors against the closed forms of two normals with correlation 0.6.
///
/// Values must lie within 4 standard errors; a bias of a standard error of 200,000 paths, 0.002 deviations, would show
/// in one of about ten statistics. Standard errors must be within 2 %.
class InfluenceTest {
    private static final int PATHS = 200_000;
    private static final double CORRELATION = 0.6;
    private static final double[] X = Normals.of(1, PATHS);
    private static final double[] Y = Normals.correlated(X, CORRELATION, 2);
    private static final double P5 = -1.6448536269514722;
    private static final double CVAR5 = -2.0627128075074257;

    @Test
    void meansAndTheirPairedDifference() {
        holds(Influence.mean(X), 0, 1);
        holds(Influence.mean(X).minus(Influence.mean(Y)), 0, Math.sqrt(2 - 2 * CORRELATION));
        holds(Influence.mean(X).plus(Influence.mean(Y)), 0, Math.sqrt(2 + 2 * CORRELATION));
        holds(Influence.mean(X).times(-3), 0, 3);
    }

    @Test
    void shortfallsOfBothTails() {
        double secondMoment = 0.05 * (P5 * P5 + 1) + P5 * density(P5);
        double firstMoment = 0.05 * (P5 - CVAR5);
        double deviation = Math.sqrt(secondMoment - firstMoment * firstMoment) / 0.05;
        holds(Influence.lowerShortfall(X, 0.05), CVAR5, deviation);
        holds(Influence.upperShortfall(X, 0.05), -CVAR5, deviation);
        assertThat(Influence.lowerShortfall(X, 0.05).minus(Influence.lowerShortfall(X, 0.05)).standardError())
                .isZero();
    }

    /// The slope of a quantile is itself estimated: 5 % instead of 2.
    @Test
    void quantiles() {
        Influence median = Influence.quantile(X, 0.5);
        assertThat(median.value()).isCloseTo(0, within(4 * 1.2533 / Math.sqrt(PATHS)));
        double deviation = Math.sqrt(0.05 * 0.95) / density(P5);
        Influence p5 = Influence.quantile(X, 0.05);
        assertThat(p5.value()).isCloseTo(P5, within(4 * deviation / Math.sqrt(PATHS)));
        assertThat(p5.standardError() * Math.sqrt(PATHS) / deviation).isCloseTo(1, within(0.05));
    }

    /// Ratio of 5 + x to 10 + y: deviation √(1 − 2·0.5·0.6 + 0.5²)/10.
    @Test
    void ratios() {
        Influence ratio = Influence.mean(shifted(X, 5)).over(Influence.mean(shifted(Y, 10)));
        holds(ratio, 0.5, Math.sqrt(1 - CORRELATION + 0.25) / 10);
    }

    @Test
    void meansWhereAnotherColumnIsLowest() {
        double truth = -CORRELATION * density(-1.2815515655446004) / 0.1;
        Influence mean = Influence.meanWhereLowest(Y, X, 0.1);
        assertThat(mean.value()).isCloseTo(truth, within(4 * mean.standardError()));
        assertThat(Influence.average(mean.of())).isCloseTo(0, within(1e-3));
        double spread = spreadOverParts((y, x) -> Influence.meanWhereLowest(y, x, 0.1).value());
        // 200 parts tell a standard error to 5 %
        assertThat(mean.standardError() / spread).isCloseTo(1, within(0.15));
    }

    /// Standard error on all paths as the parts of 1,000 paths show it.
    private static double spreadOverParts(BiFunction<double[], double[], Double> statistic) {
        int parts = PATHS / 1000;
        double[] values = new double[parts];
        for (int part = 0; part < parts; part++) {
            values[part] = statistic.apply(
                    Arrays.copyOfRange(Y, 1000 * part, 1000 * part + 1000),
                    Arrays.copyOfRange(X, 1000 * part, 1000 * part + 1000));
        }
        return Influence.mean(values).standardError();
    }

    private static void holds(Influence statistic, double value, double deviation) {
        double standardError = deviation / Math.sqrt(PATHS);
        assertThat(statistic.value()).isCloseTo(value, within(4 * standardError));
        assertThat(statistic.standardError() / standardError).isCloseTo(1, within(0.02));
        assertThat(statistic.estimate().high() - statistic.value())
                .isCloseTo(1.96 * statistic.standardError(), within(1e-3 * statistic.standardError()));
    }

    private static double[] shifted(double[] x, double by) {
        return Arrays.stream(x).map(v -> v + by).toArray();
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
