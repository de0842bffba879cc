package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.scenario.Limit.Share;
import io.tailrace.scenario.Limit.Side;
import io.tailrace.scenario.Limit.Statistic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cvar95(npvTaas) >= 0 $B                       | cvar95(npvTaas) >= 0 $B",
        "cvar95( npvTaas )>=0$B                        | cvar95(npvTaas) >= 0 $B",
        "cvar95(npvTaas) at least 0 $B                 | cvar95(npvTaas) >= 0 $B",
        "p2.5(npvDifference) ≥ −1.50 $B                | p2.5(npvDifference) >= -1.5 $B",
        "probability(taasBelowIaas) at most 12 %       | probability(taasBelowIaas) <= 12 %",
        "probability(npvTaas<0)<=5%                    | probability(npvTaas < 0) <= 5 %",
        "probability(npvTaas < -2e3 $M) <= 0.05        | probability(npvTaas < -2000 $M) <= 0.05",
        "probability(taasMargin in 2028Q1 > 30 %) >= 0.9 | probability(taasMargin in 2028Q1 > 30 %) >= 0.9",
        "p5(taasMargin in 2028Q1) >= 0 %               | p5(taasMargin in 2028Q1) >= 0 %"
    })
    void aLimitReadsAsItIsWritten(String text, String canonical) {
        assertThat(Limit.of(text)).hasToString(canonical);
        assertThat(Limit.of(canonical)).isEqualTo(Limit.of(text));
    }

    @Test
    void itsPartsAreWhatTheTextSays() {
        var tail = Limit.of("cvar97.5(npvTaas) <= 1.5 $B");
        assertThat(tail.subject()).isEqualTo(new Statistic(Measure.cvar(97.5, "npvTaas"), Optional.empty()));
        assertThat(tail.side()).isEqualTo(Side.AT_MOST);
        assertThat(tail.bound().inOwnUnit()).isEqualTo(1500);
        var share = Limit.of("probability(grossSales in 2027Q4 < 2 $B) <= 5 %");
        assertThat(share.subject()).isEqualTo(new Share(
                "grossSales", Optional.of("2027Q4"), true, new Amount(2, Scale.BILLION_DOLLARS)));
        assertThat(share.bound().inOwnUnit()).isEqualTo(0.05);
    }

    @Test
    void onTheBoundALimitIsKept() {
        assertThat(Side.AT_LEAST.keeps(3, 3)).isTrue();
        assertThat(Side.AT_MOST.keeps(3, 3)).isTrue();
        assertThat(Side.AT_LEAST.keeps(Math.nextDown(3.0), 3)).isFalse();
        assertThat(Side.AT_MOST.keeps(Math.nextUp(3.0), 3)).isFalse();
    }

    @Test
    void limitsOfTheCommandLineAddToThoseOfTheScenario() {
        var loaded = Samples.LOADER.parse(
                BrokenCases.resource("valid.yaml"), Samples.NAME, List.of("limits=[mean(tokenServiceValue) >= 1]"),
                new ScenarioLoader.Options(false, Optional.empty(), List.of("p5(leaseRevenue in 2026Q2) >= 0")));
        assertThat(loaded.scenario().limits())
                .containsExactly("mean(tokenServiceValue) >= 1", "p5(leaseRevenue in 2026Q2) >= 0");
    }

    @Test
    void aScenarioWithoutLimitsHasTheHashThatItHadBefore() {
        assertThat(Samples.load().canonicalText()).doesNotContain("limits");
    }

    @Test
    void allMistakesOfTheOptionAreToldAtOnce() {
        var options = new ScenarioLoader.Options(
                false, Optional.empty(), List.of("mean(tokenServiceValu) >= 0", "p5(leaseRevenue in 2026Q2) > 0"));
        Path file = Path.of(Samples.NAME);
        assertThatThrownBy(() -> Samples.LOADER.load(file, List.of(), List.of(), options))
                .isInstanceOfSatisfying(InvalidScenarioException.class, invalid -> assertThat(invalid.problems())
                        .hasSize(2)
                        .allMatch(problem -> problem.describe().startsWith("--limit")));
    }
}
