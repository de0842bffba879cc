package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, ABC, 0", "abc, acb, 1", "abc, ab, 1", "kitten, sitting, 3", "'', abc, 3"})
    void distanceCountsChangesAndSwaps(String left, String right, int distance) {
        assertThat(Suggestions.distance(left, right)).isEqualTo(distance);
        assertThat(Suggestions.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void theNearestNameIsSuggested() {
        assertThat(Suggestions.didYouMean("spilShare", List.of("openShare", "spillShare")))
                .isEqualTo("did you mean spillShare?");
    }

    @Test
    void nothingIsSuggestedWhenNothingIsNear() {
        assertThat(Suggestions.didYouMean("load", List.of("drift", "volatility"))).isEmpty();
    }

    @Test
    void aProblemReadsAsPlaceThenRule() {
        var problem = new Problem(
                new Location("aws.yaml", 41), "load", "1.4\u001b[0m", "must lie in [0, 1] (share)", "write 1");

        assertThat(problem.describe().lines())
                .containsExactly("aws.yaml:41  load = 1.4?[0m", "    must lie in [0, 1] (share); write 1");
    }
}
