package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.analysis.ContractComparison.Contract;
import io.tailrace.analysis.ContractComparison.WorstDecile;
import io.tailrace.summary.Column;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadlineTest {
    private static final Estimate NONE = Estimate.exact(0);

    @Test
    void taasAheadOnAverageAndBehindWhereDemandIsWeakest() {
        assertThat(sentences(about(39_400, 200), 0.106, about(-3_100, 200))).containsExactly(
                "TaaS is worth 39.4 $B more than IaaS on average, and less in about 1 of 9 futures.",
                "Where demand is weakest, the lowest tenth of token spending, IaaS is worth 3.1 $B more.");
    }

    @Test
    void iaasAheadEverywhere() {
        assertThat(sentences(about(-5_000, 300), 0.72, about(-9_000, 400))).containsExactly(
                "IaaS is worth 5.0 $B more than TaaS on average, and less in about 3 of 10 futures.",
                "Where demand is weakest, the lowest tenth of token spending, IaaS is still worth 9.0 $B more.");
    }

    @Test
    void noWinnerIsNamedWhereTheIntervalHoldsZero() {
        assertThat(sentences(about(100, 300), 0.5, about(100, 300))).containsExactly(
                "TaaS and IaaS are worth the same on average, within the error;"
                        + " TaaS is worth less in about half of the futures.",
                "Where demand is weakest, the lowest tenth of token spending,"
                        + " they are worth the same, within the error.");
    }

    @Test
    void twinsAreCalledEqual() {
        assertThat(sentences(NONE, 0, NONE).getFirst()).isEqualTo("TaaS and IaaS are worth the same on every future.");
    }

    @Test
    void aCertainDifferenceHasNoInterval() {
        assertThat(sentences(Estimate.exact(1_234), 0, Estimate.exact(1_234)).getFirst())
                .isEqualTo("TaaS is worth 1.234 $B more than IaaS on average,"
                        + " and less in none of the 1,000 futures.");
    }

    @Test
    void onePathTellsNothing() {
        Estimate unknown = new Estimate(5, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Headline.contracts(comparison(unknown, 0, unknown), 1)).containsExactly(
                "Too few paths to tell which contract is worth more.",
                "Where demand is weakest, the lowest tenth of token spending, too few paths are left to tell.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | in none of the 1,000 futures
            0.0004 | in fewer than 1 of 1,000 futures
            0.0023 | in about 1 of 435 futures
            0.1075 | in about 1 of 9 futures
            0.15   | in about 1 of 7 futures
            0.151  | in about 2 of 10 futures
            0.5    | in about half of the futures
            0.94   | in about 9 of 10 futures
            0.97   | in more than 9 of 10 futures
            1      | in all of the 1,000 futures
            """)
    void oddsAreSaidInWholeFutures(double probability, String words) {
        assertThat(Headline.odds(probability, 1000)).isEqualTo(words);
    }

    private static List<String> sentences(Estimate mean, double taasLess, Estimate weakest) {
        return Headline.contracts(comparison(mean, taasLess, weakest), 1000);
    }

    private static Estimate about(double millions, double half) {
        return new Estimate(millions, half / 2, millions - half, millions + half);
    }

    private static ContractComparison comparison(Estimate mean, double taasLess, Estimate weakest) {
        var column = new Column("npvDifference", 0, 1);
        var difference = new ColumnStatistics(
                column, 1000, 0, 0, mean, 0, 0, 0, 0, 0, List.of(), List.of(), Small.margins(0).upperTail());
        var contract = new Contract(difference, NONE);
        var worst = new WorstDecile(NONE, NONE, weakest, NONE);
        return new ContractComparison(
                contract, contract, difference, Estimate.exact(taasLess), NONE, NONE, worst, Optional.empty(),
                List.of());
    }
}
