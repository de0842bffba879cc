package io.tailrace.report.committee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What page one advises, by the average and by the worst 5 %.
final class ChoiceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        " 1 |  1 | speak for selling by the token (TaaS): it is worth more on average, and more in the worst 5 %",
        "-1 | -1 | speak for leasing (IaaS): it is worth more on average, and more in the worst 5 %",
        " 1 |  0 | speak for selling by the token (TaaS): it is worth more on average, and in the worst 5 % of futures no less",
        "-1 |  0 | speak for leasing (IaaS): it is worth more on average, and in the worst 5 % of futures no less",
        " 0 |  1 | On average both are worth the same, within the error; in the worst 5 % of futures selling by the token",
        " 0 | -1 | On average both are worth the same, within the error; in the worst 5 % of futures leasing (IaaS)",
        " 1 | -1 | On average selling by the token (TaaS) is worth more, in the worst 5 % of futures leasing (IaaS)",
        "-1 |  1 | On average leasing (IaaS) is worth more, in the worst 5 % of futures selling by the token (TaaS)",
        " 0 |  0 | speak for neither contract"
    })
    void theAdviceFollowsFromWhatIsBetterBeyondError(int byMean, int byTail, String words) {
        assertThat(Choice.advice(byMean, byTail)).contains(words);
    }
}
