package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.analysis.LimitCheck.Verdict;
import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Unit;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.Limit;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitCheckTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock", "quarters=4", "backTest=[]",
            "outputs.quarterly=[taasMargin]");
    private static final Simulation SIMULATION = new Simulation(PLAN, 2026, 3000, 1);
    private static final RunResult RUN = RunResult.of(SIMULATION, Progress.NONE);

    @ParameterizedTest
    @CsvSource({
        // value, low, high, verdict of ">= 0"
        " 2,  1,  3, HELD",
        " 2, -1,  5, HELD_WITHIN_ERROR",
        "-2, -5,  1, BREACHED_WITHIN_ERROR",
        "-2, -3, -1, BREACHED",
        " 0,  0,  0, HELD",
        "-2, NaN, NaN, BREACHED_WITHIN_ERROR",
        " 2, NaN, NaN, HELD_WITHIN_ERROR",
        "NaN, NaN, NaN, UNKNOWN"
    })
    void theValueDecidesAndTheIntervalSaysHowSurely(double value, double low, double high, Verdict verdict) {
        var floor = Limit.of("mean(npvTaas) >= 0");
        var ceiling = Limit.of("mean(npvTaas) <= 0");
        assertThat(LimitCheck.verdict(floor, new Estimate(value, 1, low, high), false)).isEqualTo(verdict);
        assertThat(LimitCheck.verdict(ceiling, new Estimate(-value, 1, -high, -low), false)).isEqualTo(verdict);
    }

    @Test
    void aThinTailProvesNothing() {
        var floor = Limit.of("p5(npvTaas) >= 0");
        assertThat(LimitCheck.verdict(floor, new Estimate(2, 1, 1, 3), true)).isEqualTo(Verdict.HELD_WITHIN_ERROR);
        assertThat(LimitCheck.verdict(floor, new Estimate(-2, 1, -3, -1), true))
                .isEqualTo(Verdict.BREACHED_WITHIN_ERROR);
    }

    @Test
    void statisticsAreThoseOfTheSummary() {
        assertThat(estimate("mean(npvTaas) >= 0")).isEqualTo(RUN.of("npvTaas", 0).mean());
        assertThat(estimate("p5(npvDifference) >= 0"))
                .isEqualTo(RUN.of("npvDifference", 0).quantile(0.05).estimate());
        assertThat(estimate("cvar95(npvMix0.5) >= 0")).isEqualTo(RUN.of("npvMix0.5", 0).tail(0.95).shortfall());
        assertThat(estimate("p10(taasMargin in 2027Q1) >= 30 %"))
                .isEqualTo(RUN.of("taasMargin", 4).quantile(0.1).estimate());
        assertThat(estimate("probability(taasBelowIaas) <= 5 %"))
                .isEqualTo(RUN.probability(Metric.TAAS_BELOW_IAAS));
        assertThat(check("p10(taasMargin in 2027Q1) >= 30 %").unit()).isEqualTo(Unit.SHARE);
    }

    /// Against a count of the paths themselves; bins blur a threshold by less than 1 path in 1,000.
    @Test
    void sharesAreThoseOfThePaths() {
        double[] npv = PathValues.of(SIMULATION, List.of(ColumnKey.of(Metric.NPV_IAAS)), Progress.NONE)
                .of(Metric.NPV_IAAS);
        double threshold = 1000;
        double below = Arrays.stream(npv).filter(value -> value < threshold).count() / (double) npv.length;
        assertThat(below).isStrictlyBetween(0.01, 0.99);
        assertThat(estimate("probability(npvIaas < 1 $B) <= 5 %").value()).isCloseTo(below, Offset.offset(1e-3));
        assertThat(estimate("probability(npvIaas > 1000) <= 5 %").value()).isCloseTo(1 - below, Offset.offset(1e-3));
    }

    @Test
    void whatLiesOnTheThresholdIsNeitherBelowNorAbove() {
        double noRegret = estimate("probability(regret < 0) <= 0").value();
        double regret = estimate("probability(regret > 0) <= 0").value();
        assertThat(noRegret).isZero();
        assertThat(regret).isCloseTo(RUN.probability(Metric.TAAS_BELOW_IAAS).value(), Offset.offset(1e-3));
        assertThat(estimate("probability(quartersBelowHurdleIaas < 4) <= 0").value()
                + estimate("probability(quartersBelowHurdleIaas > 3) <= 0").value()).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void errorsOfAQuasiRandomRunAreThoseOfItsReplicates() {
        var sampling = QuasiRandom.forRunOf(16_384, 2026, Design.SOBOL);
        RunResult run = RunResult.of(new Simulation(PLAN, sampling, 16_384, 1), Progress.NONE);
        LimitCheck check = LimitCheck.of(List.of("mean(npvTaas) >= 0"), run).getFirst();
        assertThat(check.estimate()).isEqualTo(run.of("npvTaas", 0).mean());
        assertThat(check.estimate().standardError()).isLessThan(run.summary().mean(
                run.summary().layout().indexOf("npvTaas", 0)).standardError());
    }

    @Test
    void amountsInAnotherUnitAreRefusedAllAtOnce() {
        assertThat(LimitCheck.obstacles(
                List.of("mean(npvTaas) >= 3 %", "probability(npvTaas < 5 %) <= 5 $B", "mean(lockInTaas) >= 10 %"),
                PLAN))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("mean(npvTaas) >= 3 %: mean(npvTaas) is in $M"));
    }

    private static Estimate estimate(String limit) {
        return check(limit).estimate();
    }

    private static LimitCheck check(String limit) {
        return LimitCheck.of(List.of(limit), RUN).getFirst();
    }
}
