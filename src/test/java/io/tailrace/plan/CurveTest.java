package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tailrace.scenario.Distribution;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Curves of smooth laws against quantiles in closed form or by commons-statistics, at 12,601 normals in ±6.3.
class CurveTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /// Of the interquartile range plus the distance from the median; [Curves] promises the same.
    private static final double TOLERANCE = 1e-7;

    /// A quantile from the probability below and the probability above.
    interface Quantile {
        double at(double u, double upper);

        static Quantile of(ContinuousDistribution d) {
            return (u, upper) -> u < 0.5 ? d.inverseCumulativeProbability(u) : d.inverseSurvivalProbability(upper);
        }
    }

    private static Stream<Arguments> laws() {
        return Stream.of(
                law(new Distribution.Uniform(2, 5), (u, upper) -> u < 0.5 ? 2 + 3 * u : 5 - 3 * upper),
                law(new Distribution.Triangular(0, 0.06, 0.12), Quantile.of(TriangularDistribution.of(0, 0.06, 0.12))),
                law(new Distribution.Triangular(0, 0, 1), (_, upper) -> 1 - Math.sqrt(upper)),
                law(new Distribution.Triangular(0, 0.001, 1), Quantile.of(TriangularDistribution.of(0, 0.001, 1))),
                law(new Distribution.Pert(50, 65, 110), scaled(BetaDistribution.of(2, 4), 50, 60)),
                law(new Distribution.Pert(0, 0, 1), (_, upper) -> 1 - Math.pow(upper, 0.2)),
                law(new Distribution.Normal(3, 2), (u, upper) -> 3 + 2 * normal(u, upper)),
                law(new Distribution.Lognormal(1.5, 0.7), (u, upper) -> 1.5 * Math.exp(0.7 * normal(u, upper))),
                law(new Distribution.StudentT(2.1, 0, 1), Quantile.of(TDistribution.of(2.1))),
                law(new Distribution.StudentT(1, 4, 2),
                        (u, upper) -> u < 0.5 ? 4 - 2 / Math.tan(Math.PI * u) : 4 + 2 / Math.tan(Math.PI * upper)),
                law(new Distribution.StudentT(30, 0, 1), Quantile.of(TDistribution.of(30))),
                law(new Distribution.Beta(0.5, 0.5, 0, 1), (u, _) -> Math.pow(Math.sin(Math.PI * u / 2), 2)),
                law(new Distribution.Beta(0.1, 0.1, 0, 1), Quantile.of(BetaDistribution.of(0.1, 0.1))),
                law(new Distribution.Beta(2, 3, -1, 1), scaled(BetaDistribution.of(2, 3), -1, 2)),
                law(new Distribution.Beta(200, 300, 0, 1), Quantile.of(BetaDistribution.of(200, 300))),
                law(new Distribution.Gamma(0.1, 1), Quantile.of(GammaDistribution.of(0.1, 1))),
                law(new Distribution.Gamma(2, 3), Quantile.of(GammaDistribution.of(2, 3))),
                law(new Distribution.Gamma(500, 1), Quantile.of(GammaDistribution.of(500, 1))),
                law(new Distribution.Weibull(0.5, 1), (u, upper) -> Math.pow(exponential(u, upper), 2)),
                law(new Distribution.Weibull(3, 1), Quantile.of(WeibullDistribution.of(3, 1))),
                law(new Distribution.Exponential(2), (u, upper) -> 2 * exponential(u, upper)),
                law(new Distribution.Pareto(1, 1.5), (_, upper) -> Math.pow(upper, -1 / 1.5)),
                law(new Distribution.Pareto(1, 0.5), (_, upper) -> Math.pow(upper, -2)),
                law(new Distribution.Percentiles(1, 2, 4), CurveTest::metalog));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theCurveIsTheQuantileWithinItsTolerance(Distribution distribution, Quantile exact) {
        Curve curve = Curves.of(distribution);
        double median = exact.at(0.5, 0.5);
        double spread = exact.at(0.75, 0.25) - exact.at(0.25, 0.75);
        each(x -> {
            double quantile = exact.at(NORMAL.cumulativeProbability(x), NORMAL.survivalProbability(x));
            assertThat(at(curve, x))
                    .as("at normal %s", x)
                    .isCloseTo(quantile, within(TOLERANCE * (spread + Math.abs(quantile - median))));
        });
    }

    /// But for rounding: 4e-15 of a value's magnitude.
    @ParameterizedTest
    @MethodSource("laws")
    void theCurveNeverFallsNorLeavesTheSupport(Distribution distribution, Quantile exact) {
        Curve curve = Curves.of(distribution);
        double[] before = {Double.NEGATIVE_INFINITY};
        each(x -> {
            double value = at(curve, x);
            assertThat(value).as("at normal %s", x).isGreaterThanOrEqualTo(before[0] - 4e-15 * Math.abs(before[0]));
            assertThat(value).isBetween(distribution.lowest(), distribution.highest());
            before[0] = value;
        });
        assertThat(exact.at(0.5, 0.5)).isBetween(distribution.lowest(), distribution.highest());
    }

    @Test
    void spreadsOfZeroAreConstants() {
        assertThat(Curves.of(new Distribution.Normal(3, 0))).isEqualTo(new Curve.Constant(3));
        assertThat(Curves.of(new Distribution.Lognormal(3, 0))).isEqualTo(new Curve.Constant(3));
        assertThat(Curves.of(new Distribution.Constant(3))).isEqualTo(new Curve.Constant(3));
    }

    @Test
    void beyondTheEdgeACurveHoldsItsValue() {
        Curve curve = Curves.of(new Distribution.Gamma(2, 3));
        assertThat(at(curve, 8.9)).isEqualTo(at(curve, 7)).isCloseTo(at(curve, Curve.EDGE), withinPercentage(1e-6));
        assertThat(at(curve, -8.9)).isEqualTo(at(curve, -7)).isCloseTo(at(curve, -Curve.EDGE), withinPercentage(1e-6));
        Curve toNormal = Curves.studentToNormal(4);
        assertThat(at(toNormal, 2)).isCloseTo(Curve.EDGE, within(1e-6));
        assertThat(at(toNormal, -2)).isCloseTo(-Curve.EDGE, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 2.1, 3, 5, 30, 1000})
    void theStudentScaleIsTheRootOfDegreesOverChiSquared(double dof) {
        Curve curve = Curves.studentScale(dof);
        Quantile chiSquared = Quantile.of(ChiSquaredDistribution.of(dof));
        each(x -> {
            double exact =
                    Math.sqrt(dof / chiSquared.at(NORMAL.cumulativeProbability(x), NORMAL.survivalProbability(x)));
            assertThat(at(curve, x)).isCloseTo(exact, within(2e-7 * exact));
        });
    }

    /// From the Student t that is x normal deviations out, back to x. Error: 1e-7 of 1 + |x|.
    @ParameterizedTest
    @ValueSource(doubles = {2, 2.1, 3, 5, 30, 1000})
    void aStudentTBecomesTheNormalOfItsProbability(double dof) {
        Curve curve = Curves.studentToNormal(dof);
        Quantile student = Quantile.of(TDistribution.of(dof));
        each(x -> {
            double y = student.at(NORMAL.cumulativeProbability(x), NORMAL.survivalProbability(x));
            assertThat(at(curve, y / Math.sqrt(1 + y * y / dof))).isCloseTo(x, within(TOLERANCE * (1 + Math.abs(x))));
        });
    }

    private static void each(java.util.function.DoubleConsumer check) {
        for (int i = -6300; i <= 6300; i++) {
            check.accept(i / 1000.0 + 1.234e-5);
        }
    }

    static double at(Curve curve, double x) {
        return switch (curve) {
            case Curve.Constant c -> c.value();
            case Curve.Affine c -> c.mean() + c.standardDeviation() * x;
            case Curve.Exponential c -> Math.exp(c.logMedian() + c.sigma() * x);
            case Curve.Piecewise c -> c.at(x);
        };
    }

    private static Arguments law(Distribution distribution, Quantile exact) {
        return Arguments.of(Named.of(distribution.toString(), distribution), exact);
    }

    private static Quantile scaled(ContinuousDistribution d, double low, double width) {
        return (u, upper) -> low + width * Quantile.of(d).at(u, upper);
    }

    private static double normal(double u, double upper) {
        return u < 0.5 ? NORMAL.inverseCumulativeProbability(u) : NORMAL.inverseSurvivalProbability(upper);
    }

    private static double exponential(double u, double upper) {
        return u < 0.5 ? -Math.log1p(-u) : -Math.log(upper);
    }

    /// Through 1, 2, 4 at 10, 50, 90 %: a = 2, b = 3 / (2 ln 9), c = 1 / (0.8 ln 9).
    private static double metalog(double u, double upper) {
        double logit = Math.log(u / upper);
        DoubleUnaryOperator fromMedian = p -> p - 0.5;
        return 2 + logit / Math.log(9) * (1.5 + fromMedian.applyAsDouble(u) / 0.8);
    }
}
