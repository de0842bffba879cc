package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.scenario.Distribution;
import io.tailrace.scenario.Input;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PointValueTest {
    /// Mode of a PERT or triangular, median of a lognormal, the mean otherwise where there is one.
    private static Stream<Arguments> points() {
        return Stream.of(
                Arguments.of(new Distribution.Constant(4), 4),
                Arguments.of(new Distribution.Uniform(2, 5), 3.5),
                Arguments.of(new Distribution.Triangular(0, 1, 5), 1),
                Arguments.of(new Distribution.Pert(50, 65, 110), 65),
                Arguments.of(new Distribution.Normal(3, 2), 3),
                Arguments.of(new Distribution.Lognormal(1.5, 0.7), 1.5),
                Arguments.of(new Distribution.StudentT(1, 4, 2), 4),
                Arguments.of(new Distribution.Beta(2, 3, -1, 1), -0.2),
                Arguments.of(new Distribution.Gamma(2, 3), 6),
                Arguments.of(new Distribution.Weibull(1, 2), 2),
                Arguments.of(new Distribution.Weibull(2, 1), Math.sqrt(Math.PI) / 2),
                Arguments.of(new Distribution.Exponential(2), 2),
                Arguments.of(new Distribution.Pareto(2, 3), 3),
                Arguments.of(new Distribution.Pareto(1, 0.5), 4),
                Arguments.of(new Distribution.Discrete(List.of(3.0, 1.0), List.of(0.25, 0.75)), 1.5),
                Arguments.of(new Distribution.Empirical("", "", List.of(1.0, 2.0, 6.0)), 3),
                Arguments.of(new Distribution.Late(0.32, new Distribution.Lognormal(1.8, 0.75), 0.03), 0),
                Arguments.of(new Distribution.Late(1, new Distribution.Lognormal(1.8, 0.75), 0), 1.8));
    }

    @ParameterizedTest
    @MethodSource("points")
    void thePointOfADistributionIs(Distribution distribution, double point) {
        assertThat(PointValue.of(input(distribution))).isCloseTo(point, within(1e-12));
    }

    @Test
    void aStatedPointGoesBeforeAll() {
        var input = new Input(new Distribution.Pert(50, 65, 110), OptionalDouble.of(70), Input.Provenance.NONE);
        assertThat(PointValue.of(input)).isEqualTo(70);
    }

    /// The numeric mean of a normal cut at ±1 around 2, of a mixture, and of percentiles: P50 plus c E[(u - 1/2) logit u],
    /// which is c / 2, with c = 1 / (0.8 ln 9).
    @Test
    void meansWithoutAClosedFormAreIntegrated() {
        var cut = new Distribution.Truncated(new Distribution.Normal(2, 1), OptionalDouble.of(1), OptionalDouble.of(3));
        assertThat(PointValue.of(input(cut))).isCloseTo(2, within(1e-9));
        var mixture = new Distribution.Mixture(
                List.of(new Distribution.Uniform(0, 1), new Distribution.Constant(4)), List.of(3.0, 1.0));
        assertThat(PointValue.of(input(mixture))).isCloseTo(0.75 * 0.5 + 1, within(1e-4));
        double mean = 2 + 0.5 / (0.8 * Math.log(9));
        assertThat(PointValue.of(input(new Distribution.Percentiles(1, 2, 4)))).isCloseTo(mean, within(1e-4));
    }

    private static Input input(Distribution distribution) {
        return new Input(distribution, OptionalDouble.empty(), Input.Provenance.NONE);
    }
}
