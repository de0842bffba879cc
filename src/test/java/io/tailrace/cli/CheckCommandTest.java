package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CheckCommandTest {
    @Test
    void aValidScenarioIsHeldAgainstTheObservedQuarterAndPriced() {
        Invocation check = Invocation.of("check", "configs/aws-bedrock.yaml", "--paths", "1e9", "--threads", "2");
        assertThat(check.code()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
                .startsWith("aws-bedrock is valid: ")
                .contains("1,375 $M", "TaaS EBIT margin", "back-test", "rows of the back-test")
                .containsPattern("A run of 1,000,000,000 paths on 2 threads takes about .* and [\\d,]+ MB of heap");
    }

    @Test
    void rowsThatFailAreCountedAndTheScenarioStaysValid() {
        Invocation check = Invocation.of("check", "configs/reference.yaml", "--set", """
                backTest=[{name: absurd, kind: structure, metric: npvTaas, statistic: mean, above: 1e12}]""");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("FAILS", "absurd", "1 of 1 tested rows of the back-test fail.");
    }

    @Test
    void quietSaysNothingOfAValidScenarioAndAllOfABrokenOne() {
        assertThat(Invocation.of("check", "configs/reference.yaml", "-q")).isEqualTo(new Invocation(0, "", ""));
        Invocation broken = Invocation.of("check", "configs/reference.yaml", "-q", "--set", "quarters=0");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("quarters");
    }
}
