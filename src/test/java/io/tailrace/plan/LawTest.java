package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.scenario.Distribution;
import io.tailrace.scenario.Distribution.Constant;
import io.tailrace.scenario.Distribution.Discrete;
import io.tailrace.scenario.Distribution.Empirical;
import io.tailrace.scenario.Distribution.Expert;
import io.tailrace.scenario.Distribution.Late;
import io.tailrace.scenario.Distribution.Lognormal;
import io.tailrace.scenario.Distribution.Metalog;
import io.tailrace.scenario.Distribution.Mixture;
import io.tailrace.scenario.Distribution.Normal;
import io.tailrace.scenario.Distribution.Percentiles;
import io.tailrace.scenario.Distribution.Pool;
import io.tailrace.scenario.Distribution.Truncated;
import io.tailrace.scenario.Distribution.Uniform;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws with atoms, gaps and bounds, as the curves that paths draw from.
///
/// Probabilities are counted over 1,000,000 normals at the middles of equally likely cells: exact to 1e-6.
class LawTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int CELLS = 1_000_000;
    private static final double[] NORMALS = normals();

    @Test
    void discreteValuesHaveTheirProbabilitiesInWhateverOrder() {
        Curve curve = Curves.of(new Discrete(List.of(3.0, 1.0, 2.0, 7.0), List.of(0.2, 0.5, 0.2999, 0.0001)));
        share(curve, v -> v == 1, 0.5);
        share(curve, v -> v == 2, 0.2999);
        share(curve, v -> v == 3, 0.2);
        share(curve, v -> v == 7, 0.0001);
    }

    @Test
    void empiricalValuesAreEquallyLikelyAndRepeatedOnesMoreSo() {
        Curve curve = Curves.of(new Empirical("", "", List.of(1.0, 2.0, 2.0, 5.0, 6.0, 7.0, 8.0)));
        share(curve, v -> v == 1, 1.0 / 7);
        share(curve, v -> v == 2, 2.0 / 7);
        share(curve, v -> v == 8, 1.0 / 7);
    }

    @ParameterizedTest
    @CsvSource({"0.32, 0.03", "0.1, 0", "0.35, 0.1", "0, 0.2", "0.5, 0.5", "1, 0", "0.9999, 0.0001", "0.3, 1e-6",
        "0.01, 0.98"})
    void delaysAreOnTimeLateAndCancelledAsStated(double late, double cancelled) {
        Curve curve = Curves.of(new Late(late, new Lognormal(11.0 / 6, 0.75), cancelled));
        share(curve, v -> v == 0, 1 - late - cancelled);
        share(curve, v -> v == Double.POSITIVE_INFINITY, cancelled);
        share(curve, v -> v > 0 && v <= 11.0 / 6, late / 2);
        share(curve, v -> v > 0 && v < Double.POSITIVE_INFINITY, late);
    }

    /// Nearest to the atoms, where the slip's quantile is infinite, cells must hold finite numbers.
    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.69})
    void noDelayIsNotANumber(double cancelled) {
        Curve curve = Curves.of(new Late(0.3, new Lognormal(11.0 / 6, 0.75), cancelled));
        for (double atom : new double[]{NORMAL.inverseCumulativeProbability(0.7 - cancelled),
            NORMAL.inverseSurvivalProbability(cancelled)}) {
            for (double step = 1e-15; step < 0.1; step *= 1.3) {
                assertThat(CurveTest.at(curve, atom - step)).isGreaterThanOrEqualTo(0);
                assertThat(CurveTest.at(curve, atom + step)).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void truncationNeverLeavesItsBoundsAndKeepsProportions() {
        Curve curve = Curves.of(new Truncated(new Normal(0, 1), OptionalDouble.of(-1), OptionalDouble.of(0.5)));
        double inside = NORMAL.probability(-1, 0.5);
        share(curve, v -> v >= -1 && v <= 0.5, 1);
        share(curve, v -> v <= 0, NORMAL.probability(-1, 0) / inside);
        share(curve, v -> v <= -0.9, NORMAL.probability(-1, -0.9) / inside);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 6, 9, 20})
    void truncationFarOutInATailKeepsItsDigits(double bound) {
        Curve above = Curves.of(new Truncated(new Normal(0, 1), OptionalDouble.of(bound), OptionalDouble.empty()));
        Curve below = Curves.of(new Truncated(new Normal(0, 1), OptionalDouble.empty(), OptionalDouble.of(-bound)));
        double median = NORMAL.inverseSurvivalProbability(NORMAL.survivalProbability(bound) / 2);
        assertThat(CurveTest.at(above, 0)).isCloseTo(median, within(1e-7));
        assertThat(CurveTest.at(below, 0)).isCloseTo(-median, within(1e-7));
        share(above, v -> v >= bound && v < bound + 7, 1);
    }

    @Test
    void truncationKeepsAtomsOnItsBounds() {
        var discrete = new Discrete(List.of(1.0, 2.0, 3.0, 4.0), List.of(0.1, 0.2, 0.3, 0.4));
        Curve curve = Curves.of(new Truncated(discrete, OptionalDouble.of(2), OptionalDouble.of(3)));
        share(curve, v -> v == 2, 0.4);
        share(curve, v -> v == 3, 0.6);
    }

    @Test
    void aMixtureKeepsItsAtom() {
        Curve curve = Curves.of(new Mixture(List.of(new Normal(0, 1), new Constant(0.3)), List.of(7.0, 3.0)));
        share(curve, v -> v == 0.3, 0.3);
        share(curve, v -> v < 0.3, 0.7 * NORMAL.cumulativeProbability(0.3));
        Curve degenerate = Curves.of(new Mixture(List.of(new Normal(2, 0), new Lognormal(5, 0)), List.of(1.0, 3.0)));
        share(degenerate, v -> v == 2, 0.25);
        share(degenerate, v -> v == 5, 0.75);
    }

    @Test
    void aMixtureWithAGapHasNothingInIt() {
        Curve curve = Curves.of(new Mixture(List.of(new Uniform(0, 1), new Uniform(2, 3)), List.of(0.4, 0.6)));
        share(curve, v -> v <= 0.5, 0.2);
        share(curve, v -> v <= 1, 0.4);
        share(curve, v -> v > 1.000001 && v < 1.999999, 0);
        share(curve, v -> v <= 2.5, 0.7);
    }

    @Test
    void overlappingAndHumpedMixturesAddTheirLaws() {
        cdf(
                new Mixture(List.of(new Uniform(0, 1), new Uniform(0.5, 3)), List.of(0.5, 0.5)),
                v -> 0.5 * Math.clamp(v, 0, 1) + 0.5 * Math.clamp((v - 0.5) / 2.5, 0, 1));
        cdf(
                new Mixture(List.of(new Normal(0, 1), new Normal(5, 0.1)), List.of(0.7, 0.3)),
                v -> 0.7 * NORMAL.cumulativeProbability(v) + 0.3 * NORMAL.cumulativeProbability((v - 5) / 0.1));
    }

    @Test
    void aMixtureOfDelaysMixesItsCancellations() {
        var delay = new Mixture(
                List.of(new Late(0.3, new Uniform(1, 2), 0.2), new Late(0.5, new Uniform(2, 4), 0)), List.of(0.5, 0.5));
        Curve curve = Curves.of(delay);
        share(curve, v -> v == 0, 0.5);
        share(curve, v -> v == Double.POSITIVE_INFINITY, 0.1);
        share(curve, v -> v > 0 && v <= 2, 0.15);
        share(curve, v -> v > 2 && v <= 3, 0.125);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 4", "1, 2, 3", "-5, 0, 2", "0, 0.1668, 1"})
    void percentilesArePassedThroughAsExactlyAsTheyWereStated(double p10, double p50, double p90) {
        passedThrough(new Percentiles(p10, p50, p90).metalog());
        passedThrough(new Percentiles(p10, p50, p90, OptionalDouble.of(p10 - 1), OptionalDouble.empty()).metalog());
        passedThrough(new Percentiles(p10, p50, p90, OptionalDouble.empty(), OptionalDouble.of(p90 + 1)).metalog());
        passedThrough(new Percentiles(p10, p50, p90, OptionalDouble.of(p10 - 1), OptionalDouble.of(p90 + 1)).metalog());
    }

    private static void passedThrough(Metalog stated) {
        Curve curve = Curves.of(stated);
        double spread = stated.values().getLast() - stated.values().getFirst();
        for (int i = 0; i < stated.values().size(); i++) {
            double x = NORMAL.inverseCumulativeProbability(stated.probabilities().get(i));
            assertThat(CurveTest.at(curve, x)).isCloseTo(stated.values().get(i), within(1e-9 * spread));
        }
    }

    /// A linear opinion pool averages probabilities: at every value that of the pool is the experts' weighted mean.
    @Test
    void expertsArePooledByTheirWeights() {
        var bold = new Percentiles(1, 2, 3, OptionalDouble.of(0), OptionalDouble.of(10));
        var wary = new Percentiles(4, 5, 7);
        var pool = new Pool(List.of(new Expert("bold", 3, bold), new Expert("wary", 1, wary)));
        Curve curve = Curves.of(pool);
        Law first = Law.of(bold);
        Law second = Law.of(wary);
        for (double v : new double[]{1, 2, 3, 4, 5, 7, 9.9}) {
            share(curve, value -> value <= v, 0.75 * first.cdf(v) + 0.25 * second.cdf(v));
        }
    }

    private static void cdf(Distribution distribution, DoubleUnaryOperator exact) {
        Curve curve = Curves.of(distribution);
        for (double x = -6; x <= 6; x += 0.01) {
            double value = CurveTest.at(curve, x);
            assertThat(exact.applyAsDouble(value)).as("%s at normal %s", value, x)
                    .isCloseTo(NORMAL.cumulativeProbability(x), within(1e-7));
        }
    }

    private static void share(Curve curve, DoublePredicate holds, double probability) {
        int count = 0;
        for (double x : NORMALS) {
            count += holds.test(CurveTest.at(curve, x)) ? 1 : 0;
        }
        assertThat(count / (double) CELLS).isCloseTo(probability, within(2.0 / CELLS));
    }

    private static double[] normals() {
        double[] normals = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            normals[i] = NORMAL.inverseCumulativeProbability((i + 0.5) / CELLS);
        }
        return normals;
    }
}
