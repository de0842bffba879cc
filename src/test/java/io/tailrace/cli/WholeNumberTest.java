package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WholeNumberTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1e6, 1000000", "1_000_000, 1000000", "2.5e3, 2500", "1e12, 1000000000000", "7.0, 7"})
    void wholeNumbersAreReadHoweverTheyAreWritten(String text, long number) {
        assertThat(WholeNumber.parse("--paths", text, 1, 1_000_000_000_000L)).hasValue(number);
    }

    @Test
    void everySeedOf64BitsIsASeed() {
        for (long seed : new long[]{Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            assertThat(WholeNumber.parse("--seed", Long.toString(seed), Long.MIN_VALUE, Long.MAX_VALUE)).hasValue(seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-2147483647", "1e2147483647", "0.1", "-1", "11", "ten", "1e"})
    void whatIsNoWholeNumberInRangeIsRefused(String text) {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> WholeNumber.parse("--threads", text, 1, 10))
                .withMessageStartingWith("--threads " + text)
                .withMessageContaining("from 1 to 10");
    }
}
