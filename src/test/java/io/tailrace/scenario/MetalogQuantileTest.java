package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Metalogs against the laws that they contain, and against the quantiles they were made from.
final class MetalogQuantileTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final List<Double> NINE = List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);

    @ParameterizedTest
    @MethodSource("elicited")
    void everyStatedQuantileIsMetToABillionthOfTheirSpread(Distribution.Metalog stated) {
        var quantile = MetalogQuantile.of(stated);
        double spread = stated.values().getLast() - stated.values().getFirst();
        assertThat(quantile.isFeasible()).isTrue();
        for (int i = 0; i < stated.values().size(); i++) {
            double u = stated.probabilities().get(i);
            assertThat(quantile.at(u, 1 - u)).isCloseTo(stated.values().get(i), within(1e-9 * spread));
        }
    }

    private static Stream<Distribution.Metalog> elicited() {
        var three = List.of(0.1, 0.5, 0.9);
        var values = List.of(50.0, 65.0, 110.0);
        return Stream.of(
                metalog(three, values, NONE, NONE),
                metalog(three, values, bound(40), NONE),
                metalog(three, values, NONE, bound(200)),
                metalog(three, values, bound(40), bound(200)),
                metalog(List.of(0.05, 0.6), List.of(-3.0, 1.0), NONE, NONE),
                metalog(List.of(0.02, 0.2, 0.55, 0.97), List.of(1e9, 2e9, 3e9, 7e9), bound(0), NONE),
                metalog(NINE, NINE.stream().map(u -> Math.log(u / (1 - u))).toList(), NONE, NONE),
                metalog(NINE, NINE, bound(0), bound(1)));
    }

    /// Whatever the number of terms: straightened logistically, these quantiles are those of L itself.
    @ParameterizedTest
    @CsvSource({"1e-12", "1e-6", "0.01", "0.3", "0.5", "0.77", "0.999"})
    void uniformAndLogLogisticLawsAreMetalogs(double u) {
        var odds = NINE.stream().map(p -> p / (1 - p)).toList();
        var below = NINE.stream().map(p -> 5 - (1 - p) / p).toList();
        assertThat(MetalogQuantile.of(metalog(NINE, NINE, bound(0), bound(1))).at(u, 1 - u))
                .isCloseTo(u, within(1e-9 * u));
        assertThat(MetalogQuantile.of(metalog(NINE, odds, bound(0), NONE)).at(u, 1 - u))
                .isCloseTo(u / (1 - u), within(1e-8 * u / (1 - u)));
        assertThat(MetalogQuantile.of(metalog(NINE, below, NONE, bound(5))).at(u, 1 - u))
                .isCloseTo(5 - (1 - u) / u, within(1e-8 * (1 - u) / u));
    }

    @Test
    void theShareBelowAQuantileIsItsProbability() {
        for (var stated : elicited().toList()) {
            var quantile = MetalogQuantile.of(stated);
            for (double u = 0.001; u < 1; u += 0.0173) {
                double logit = quantile.logitBelow(quantile.at(u, 1 - u));
                assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(u, within(1e-9));
            }
        }
    }

    @Test
    void nothingLiesBeyondABound() {
        var quantile = MetalogQuantile.of(metalog(List.of(0.1, 0.9), List.of(1.0, 2.0), bound(0), bound(4)));
        assertThat(quantile.at(1e-300, 1)).isGreaterThanOrEqualTo(0);
        assertThat(quantile.at(1, 1e-300)).isLessThanOrEqualTo(4);
        assertThat(quantile.logitBelow(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(quantile.logitBelow(4)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Keelin (2016), section 4: three terms at 10, 50, 90 % exist for (p50 - p10) / (p90 - p10) above
    /// (1 - 1.66711 × 0.4) / 2 = 0.166578 and below 1 less that.
    @ParameterizedTest
    @CsvSource({"0.16650, false", "0.16665, true", "0.5, true", "0.83335, true", "0.83350, false"})
    void threeTermsExistWithinKeelinsLimits(double median, boolean feasible) {
        var stated = new Distribution.Percentiles(0, median, 1).metalog();
        assertThat(MetalogQuantile.of(stated).isFeasible()).isEqualTo(feasible);
    }

    @Test
    void aRefusalTellsTheFeasibleRange() {
        assertThat(DistributionRules.broken(new Distribution.Percentiles(0, 10, 100)).orElseThrow())
                .startsWith("no metalog goes through these values: the others left as they are, p50 must lie in (16.65")
                .endsWith(", 83.3422)");
        var bounded = new Distribution.Percentiles(1, 1.001, 100, bound(0), NONE);
        assertThat(DistributionRules.broken(bounded).orElseThrow()).contains("p50 must lie in (2.153");
    }

    /// The refusal's range is where refusals end, for every bound and number of quantiles.
    @Test
    void insideTheFeasibleRangeNothingIsRefused() {
        var stated = metalog(List.of(0.05, 0.3, 0.5, 0.95), List.of(1.0, 1.1, 3.0, 3.1), bound(0), bound(9));
        var rule = DistributionRules.broken(stated).orElseThrow();
        var range = rule.substring(rule.lastIndexOf('(') + 1, rule.lastIndexOf(')')).split(", ", -1);
        assertThat(rule).contains("the value at probability 0.");
        int moved = rule.contains("probability 0.3") ? 1 : 2;
        double low = Double.parseDouble(range[0]);
        double high = Double.parseDouble(range[1]);
        double inset = (high - low) / 100;
        assertThat(DistributionRules.broken(with(stated, moved, low + inset))).isEmpty();
        assertThat(DistributionRules.broken(with(stated, moved, high - inset))).isEmpty();
        assertThat(DistributionRules.broken(with(stated, moved, low - inset))).isPresent();
        assertThat(DistributionRules.broken(with(stated, moved, high + inset))).isPresent();
    }

    private static Distribution.Metalog with(Distribution.Metalog stated, int index, double value) {
        var values = new java.util.ArrayList<>(stated.values());
        values.set(index, value);
        return metalog(stated.probabilities(), values, stated.min(), stated.max());
    }

    private static Distribution.Metalog metalog(
            List<Double> probabilities, List<Double> values, OptionalDouble min, OptionalDouble max) {
        return new Distribution.Metalog(probabilities, values, min, max);
    }

    private static OptionalDouble bound(double value) {
        return OptionalDouble.of(value);
    }
}
