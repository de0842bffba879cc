package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Condition;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Summary;
import io.tailrace.summary.WorstPath;
import io.tailrace.summary.WorstPaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=6", "backTest=[]",
                    "outputs.quarterly=[taasEbit, iaasMargin, regime]");
    private static final int LONGEST = 5_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void everyNumberHasTheSameBitsForAnyNumberOfThreads(int threads) {
        assertThat(everything(run(PLAN, 7, LONGEST, threads))).isEqualTo(everything(run(PLAN, 7, LONGEST, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1023, 1024, 1025, LONGEST})
    void aRunHoldsThePathsFromZeroAndNoOthers(int paths) {
        RunResult run = run(PLAN, 7, paths, 2);
        double[][] values = columns(7, paths);
        assertThat(run.summary().paths()).isEqualTo(paths);
        for (int column = 0; column < values.length; column++) {
            holds(run.statistics().get(column), values[column]);
        }
        for (int column : run.summary().layout().worstColumns()) {
            assertThat(run.summary().worst(column).paths()).isEqualTo(worst(values[column]));
        }
    }

    @Test
    void aSimulationCutShortKeepsItsKernel() {
        var simulation = new Simulation(Configs.plan("reference"), 1, 1_000_000, 8);
        Simulation pilot = simulation.first(2048);
        assertThat(pilot.kernel()).isEqualTo(simulation.kernel()).isEqualTo(KernelChoice.LANES);
        assertThat(pilot.paths()).isEqualTo(2048);
        assertThat(pilot.threads()).isEqualTo(2);
        assertThat(new Simulation(simulation.plan(), 1, 2048, 8).kernel()).isEqualTo(KernelChoice.MODEL);
    }

    @Test
    void everySeedIsASeed() {
        var means = new HashSet<Double>();
        var seeds = List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 2026L);
        for (long seed : seeds) {
            Estimate mean = run(PLAN, seed, 500, 1).of("npvTaas", 0).mean();
            assertThat(mean.value()).isNotNaN();
            means.add(mean.value());
        }
        assertThat(means).hasSameSizeAs(seeds);
    }

    @Test
    void makingAParameterUncertainMovesNoOtherDraw() {
        Plan uncertain = Configs.plan(
                "aws-bedrock",
                "demand.longRunGrowth={normal: {mean: 0.07, standardDeviation: 0.02}}",
                "lease.lateDamages={uniform: {min: 0, max: 0.1}}",
                "regimes.states[1].drift={triangular: {min: 0, mode: 0.04, max: 0.08}}");
        Plan certain = Configs.plan("aws-bedrock");
        List<String> changed = List.of("demand.longRunGrowth", "lease.lateDamages", "regimes.states[1].drift");
        var before = new Draws(certain);
        var after = new Draws(uncertain);
        for (long path : new long[]{0, 1, 999, 1L << 40}) {
            new RandomDraws(certain, 2026).fill(path, before);
            new RandomDraws(uncertain, 2026).fill(path, after);
            assertThat(shocks(after)).isEqualTo(shocks(before));
            for (int slot = 0; slot < certain.parameters().keys().size(); slot++) {
                String key = certain.parameters().keys().get(slot);
                double was = before.parameters.get(slot);
                double is = after.parameters.get(uncertain.parameters().slot(key).orElseThrow());
                assertThat(Double.compare(was, is) == 0).as(key).isEqualTo(!changed.contains(key));
            }
        }
    }

    @Test
    void aLongerHorizonKeepsTheEarlierQuarters() {
        var shorter = new Path(PLAN);
        Plan longPlan = Configs.plan("aws-bedrock");
        var longer = new Path(longPlan);
        paths(PLAN, 7, 3, shorter);
        paths(longPlan, 7, 3, longer);
        for (Quantity quantity : Quantity.values()) {
            for (int t = 0; t <= 6; t++) {
                assertThat(Double.valueOf(longer.at(quantity, t)))
                        .as(quantity.key())
                        .isEqualTo(Double.valueOf(shorter.at(quantity, t)));
            }
        }
    }

    @Test
    void aFailureStopsTheOtherThreadsAndNamesItsCause() {
        var updates = new AtomicInteger();
        Progress failing = (done, _) -> {
            updates.incrementAndGet();
            throw new IllegalArgumentException("no more than " + done);
        };
        long paths = 10_000_000;
        assertThatThrownBy(() -> new Simulation(PLAN, 1, paths, 3).run(failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no more than ")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(updates.get()).isBetween(1, 3);
    }

    @Test
    void anInfinityIsAnErrorThatNamesColumnAndPath() {
        Plan plan = Configs.plan(
                "reference",
                "outputs.quarterly=[labRunRate]",
                "demand.openingTokensTrillion=1e302",
                "price.openingDollarsPerMillionTokens=1e9");
        assertThatThrownBy(() -> new Simulation(plan, 1, 10, 1).run(Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("labRunRate in quarter 1 of path 0 is Infinity");
    }

    @Test
    void progressEndsAtTheNumberOfPaths() {
        var seen = new ArrayList<Long>();
        new Simulation(PLAN, 1, 2_100, 1).run((done, total) -> {
            assertThat(total).isEqualTo(2_100);
            seen.add(done);
        });
        assertThat(seen).containsExactly(1_024L, 2_048L, 2_100L);
    }

    @Test
    void pathsAndThreadsMustBePositive() {
        assertThatThrownBy(() -> new Simulation(PLAN, 1, 0, 1)).hasMessageContaining("paths 0");
        assertThatThrownBy(() -> new Simulation(PLAN, 1, 1, 0)).hasMessageContaining("threads 0");
    }

    private static RunResult run(Plan plan, long seed, int paths, int threads) {
        return RunResult.of(new Simulation(plan, seed, paths, threads), Progress.NONE);
    }

    /// All that a summary answers.
    private static List<Object> everything(RunResult run) {
        Summary summary = run.summary();
        var all = new ArrayList<Object>(run.statistics());
        summary.layout().worstColumns().forEach(column -> all.add(summary.worst(column)));
        for (var tail : summary.tails()) {
            Condition condition = tail.condition();
            for (int column : condition.of()) {
                all.add(tail.mean(column, 0.1));
                all.add(tail.probabilityNegative(column, 0.05));
            }
        }
        return all;
    }

    private static void holds(ColumnStatistics statistics, double[] values) {
        double[] counted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        String as = statistics.column().toString();
        assertThat(statistics.count()).as(as).isEqualTo(counted.length);
        assertThat(statistics.leftOut()).as(as).isEqualTo(values.length - counted.length);
        if (counted.length == 0) {
            return;
        }
        double mean = Arrays.stream(counted).average().orElseThrow();
        double scale = Arrays.stream(counted).map(Math::abs).max().orElseThrow();
        assertThat(statistics.mean().value()).as(as).isCloseTo(mean, within(1e-12 * scale));
        assertThat(statistics.min()).as(as).isEqualTo(Arrays.stream(counted).min().orElseThrow() + 0.0);
        assertThat(statistics.max()).as(as).isEqualTo(Arrays.stream(counted).max().orElseThrow() + 0.0);
        if (counted.length > 1) {
            double squares = Arrays.stream(counted).map(v -> (v - mean) * (v - mean)).sum();
            assertThat(statistics.standardDeviation())
                    .as(as)
                    .isCloseTo(Math.sqrt(squares / (counted.length - 1)), within(1e-12 * scale));
        }
    }

    private static List<WorstPath> worst(double[] values) {
        return IntStream.range(0, values.length)
                .filter(path -> !Double.isNaN(values[path]))
                .mapToObj(path -> new WorstPath(values[path] + 0.0, path))
                .sorted()
                .limit(WorstPaths.KEPT)
                .toList();
    }

    /// `[column][path]`, path by path by the model itself.
    private static double[][] columns(long seed, int paths) {
        double[][] columns = new double[3 * 6 + Metric.values().length + PLAN.mixShares().length][paths];
        double[][] block = new double[columns.length][BlockSummary.PATHS];
        for (int path = 0; path < paths; path++) {
            new ModelKernel(PLAN, new Sampling.Plain(seed)).block(path, 1, block);
            for (int column = 0; column < columns.length; column++) {
                columns[column][path] = block[column][0];
            }
        }
        return columns;
    }

    private static void paths(Plan plan, long seed, long number, Path path) {
        var draws = new Draws(plan);
        new RandomDraws(plan, seed).fill(number, draws);
        new PathModel(plan).run(draws, path);
    }

    private static List<Object> shocks(Draws d) {
        var all = new ArrayList<Object>();
        for (double[] numbers : List.of(d.delays, d.regime, d.jump, d.jumpSize, d.defaults, d.renegotiation)) {
            all.add(Arrays.stream(numbers).boxed().toList());
        }
        Arrays.stream(d.factors).forEach(f -> all.add(Arrays.stream(f).boxed().toList()));
        return all;
    }
}
