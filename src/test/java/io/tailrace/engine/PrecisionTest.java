package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.Measure;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrecisionTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=2", "backTest=[]", "outputs.quarterly=[taasEbit]");
    private static final int BLOCK = 1024;

    @Test
    void everyLookIsTheRunOfSoManyPaths() {
        Convergence convergence = run(41_000, 3, Precision.NONE).convergence();
        assertThat(convergence.looks().stream().map(look -> look.paths() / (double) BLOCK))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 41_000.0 / BLOCK);
        for (Look look : convergence.looks()) {
            RunResult alone = run(look.paths(), 1, Precision.NONE);
            for (Measure measure : Convergence.HEADLINE) {
                assertThat(look.readings().get(convergence.index(measure)))
                        .isEqualTo(Reading.of(measure, alone.summary()));
            }
            assertThat(look.readings().getFirst().estimate()).isEqualTo(alone.of("npvTaas", 0).mean());
        }
    }

    @Test
    void batchesSplitThePathsOfTheRun() {
        Convergence convergence = run(48 * BLOCK, 3, Precision.NONE).convergence();
        Batches batches = convergence.batches().orElseThrow();
        assertThat(batches.pathsEach()).isEqualTo(3 * BLOCK);
        int mean = convergence.index(Measure.mean("npvTaas"));
        Estimate whole = convergence.looks().getLast().readings().get(mean).estimate();
        assertThat(batches.mean(mean).value()).isCloseTo(whole.value(), within(1e-9 * Math.abs(whole.value())));
        // The scatter of 16 batches knows a standard error to about 18 %; 3 of these are 54 %.
        assertThat(batches.mean(mean).standardError() / whole.standardError()).isBetween(0.46, 1.54);
        assertThat(run(47 * BLOCK + 1, 2, Precision.NONE).convergence().batches().orElseThrow().pathsEach())
                .isEqualTo(2 * BLOCK);
        assertThat(run(31_000, 2, Precision.NONE).convergence().batches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 'mean(npvDifference) within 1 %'", "3, 'cvar95(npvTaas) within 0.03 $B'",
        "3, 'probability(taasBelowIaas) within 1.2 points'"})
    void aRunStopsAtTheFirstLookWhereItsTargetHolds(int threads, String text) {
        long limit = 200_000;
        RunResult run = run(limit, threads, precision(text));
        Precision.Outcome outcome = run.outcome().orElseThrow();
        assertThat(outcome.reason()).isEqualTo(Precision.Reason.TARGETS_HOLD);
        List<Look> looks = run.convergence().looks();
        assertThat(run.paths()).isBetween(8L * BLOCK, limit - 1).isEqualTo(looks.getLast().paths());
        for (Look look : looks.subList(5, looks.size())) {
            boolean holds = precision(text).states(look, run.convergence().measures(), limit).getFirst().holds();
            assertThat(holds).isEqualTo(look.paths() == run.paths());
        }
        RunResult plain = run(run.paths(), 2, Precision.NONE);
        assertThat(run.statistics()).isEqualTo(plain.statistics());
        assertThat(run.convergence().batches().map(Batches::pathsEach))
                .isEqualTo(plain.convergence().batches().map(Batches::pathsEach));
    }

    @Test
    void allTargetsMustHold() {
        RunResult run = run(20_000, 2, precision("mean(npvTaas) within 50 %", "mean(npvTaas) within 0.00001 %"));
        assertThat(run.paths()).isEqualTo(20_000);
        Precision.Outcome outcome = run.outcome().orElseThrow();
        assertThat(outcome.reason()).isEqualTo(Precision.Reason.PATHS_USED);
        assertThat(outcome.states().stream().map(Precision.State::holds)).containsExactly(true, false);
    }

    @Test
    void timeEndsARunAtABlockBoundary() {
        var rushed = new Precision(precision("mean(npvTaas) within 0.00001 %").targets(), Optional.of(Duration.ZERO));
        RunResult run = run(1_000_000, 2, rushed);
        assertThat(run.outcome().orElseThrow().reason()).isEqualTo(Precision.Reason.TIME_USED);
        assertThat(run.paths() % BLOCK).isZero();
        assertThat(run.paths()).isPositive().isLessThan(1_000_000);
        assertThat(run.statistics()).isEqualTo(run(run.paths(), 1, Precision.NONE).statistics());
    }

    @Test
    void aThinTailNeverHolds() {
        RunResult run = run(9_000, 2, precision("cvar99.5(npvTaas) within 1000 %"));
        Precision.State state = run.outcome().orElseThrow().states().getFirst();
        assertThat(state.thin()).isTrue();
        assertThat(state.holds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8192, 1", "9000, 2", "1000000, 15", "1000000000, 35"})
    void everyLookIsWiderByTheNumberOfLooks(long limit, int looks) {
        var normal = NormalDistribution.of(0, 1);
        double wider = normal.inverseSurvivalProbability(0.025 / looks) / normal.inverseSurvivalProbability(0.025);
        assertThat(Precision.widening(limit)).isCloseTo(wider, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"mean(lockInTaas) within 1 $M, share", "p5(npvTaas) within 1 points, $M",
        "mean(npvTaas) within 1 %, ''",
        "mean(lockInTaas) within 1 points, ''", "p5(npvIaas) within 0.1 $B, ''"})
    void unitsMustFitTheMetric(String text, String unit) {
        assertThat(precision(text).obstacle(PLAN).isPresent()).isEqualTo(!unit.isEmpty());
        assertThat(precision(text).obstacle(PLAN).orElse("")).contains(unit);
    }

    @Test
    void progressHearsOfErrorsAndOfWhatIsStillNeeded() {
        var expected = new ArrayList<Long>();
        Progress progress = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public void look(List<Precision.State> targets, long expectedPaths) {
                assertThat(targets).hasSize(1);
                expected.add(expectedPaths);
            }
        };
        RunResult run = RunResult.of(
                new Simulation(PLAN, 7, 60_000, 2), precision("mean(npvDifference) within 2 %"), progress);
        assertThat(expected.getFirst()).isGreaterThanOrEqualTo(8L * BLOCK);
        assertThat(expected.getLast()).isEqualTo(run.paths());
    }

    private static RunResult run(long paths, int threads, Precision precision) {
        return RunResult.of(new Simulation(PLAN, new Sampling.Plain(7), paths, threads, KernelChoice.MODEL), precision,
                Progress.NONE);
    }

    private static Precision precision(String... texts) {
        Set<String> metrics = Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
        return new Precision(PrecisionTarget.parse("--until", List.of(texts), metrics), Optional.empty());
    }
}
