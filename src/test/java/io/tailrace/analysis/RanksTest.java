package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.summary.Estimate;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static final Ranks RANKS = Ranks.of(new Study(
            Configs.load("aws-bedrock", "provider.baseGrowth={uniform: {min: 0, max: 0.1}}"),
            new Study.Size(7, 6_000, 1), Shelf.EMPTY, Study.Listener.NONE));

    @Test
    void eachDriverMovesTheContractsTheWayItsMeaningSays() {
        assertThat(against("lease.priceMillionPerMwQuarter", 1).spearman().low()).isPositive();
        assertThat(against("lease.priceMillionPerMwQuarter", 2).spearman().high()).isNegative();
        assertThat(against("costs.itLifeYears", 1).partial().low()).isPositive();
        assertThat(against("growth", 0).spearman().low()).isPositive();
        assertThat(against("default", 1).spearman().high()).isNegative();
        assertThat(against("delays", 0).spearman().high()).isNegative();
        Estimate middle = against("growth", 0).curve().get(5);
        assertThat(middle.high()).isNegative();
        assertThat(against("growth", 0).tailCurve().get(5).low()).isPositive();
    }

    @Test
    void whatNoContractDependsOnIsNotToldFromNothing() {
        for (int outcome = 0; outcome < 3; outcome++) {
            Ranks.Against against = against("provider.baseGrowth", outcome);
            assertThat(Math.abs(against.spearman().value())).isLessThan(4 * against.spearman().standardError());
            assertThat(Math.abs(against.partial().value())).isLessThan(4 * against.partial().standardError());
        }
        assertThat(RANKS.curveShares()).hasSize(11).startsWith(0.0).endsWith(1.0);
    }

    private static Ranks.Against against(String driver, int outcome) {
        Ranks.Against against = RANKS.drivers().stream()
                .filter(row -> row.driver().equals(driver))
                .findFirst()
                .orElseThrow()
                .outcomes()
                .get(outcome);
        assertThat(against.outcome()).isEqualTo(Outcomes.ALL.get(outcome));
        return against;
    }
}
