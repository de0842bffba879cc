package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.analysis.ContractComparison;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A quasi-random run has the values of all of its paths and the errors of its replicates.
class ReplicatesTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=4", "backTest=[]", "outputs.quarterly=[taasMargin]");
    private static final int REPLICATES = 17;
    private static final int POINTS = 1024;
    private static final QuasiRandom SOBOL = new QuasiRandom(5, POINTS, Design.SOBOL);

    private final RunResult run = run(SOBOL, 2, KernelChoice.MODEL);

    @ParameterizedTest
    @EnumSource(Design.class)
    void everyNumberHasTheSameBitsForAnyThreadsAndKernel(Design design) {
        var sampling = new QuasiRandom(5, POINTS, design);
        RunResult one = run(sampling, 1, KernelChoice.MODEL);
        RunResult three = run(sampling, 3, KernelChoice.LANES);
        assertThat(three.statistics()).isEqualTo(one.statistics());
        assertThat(three.convergence()).isEqualTo(one.convergence());
        assertThat(ContractComparison.of(three)).isEqualTo(ContractComparison.of(one));
    }

    @Test
    void valuesAreThoseOfAllPathsAndErrorsThoseOfTheSpread() {
        double[] npv = PathValues.of(simulation(SOBOL, 2, KernelChoice.MODEL), List.of(ColumnKey.of(Metric.NPV_TAAS)),
                Progress.NONE).of(Metric.NPV_TAAS);
        assertSpread(run.of("npvTaas", 0).mean(), npv, values -> Arrays.stream(values).average().orElseThrow(), 1e-9);
        // A quantile is read from bins, of whose width 1/1024 little is left in the mean of a tail.
        assertSpread(run.of("npvTaas", 0).tail(0.95).shortfall(), npv, ReplicatesTest::worst5Percent, 2e-3);
        assertThat(run.of("npvTaas", 0).count()).isEqualTo(REPLICATES * POINTS);
    }

    @Test
    void probabilitiesAndConditionalMeansHaveThatErrorToo() {
        PathValues values = PathValues.of(simulation(SOBOL, 2, KernelChoice.MODEL),
                List.of(ColumnKey.of(Metric.NPV_DIFFERENCE)), Progress.NONE);
        ContractComparison comparison = ContractComparison.of(run);
        assertSpread(comparison.probabilityTaasBelowIaas(), values.of(Metric.NPV_DIFFERENCE),
                part -> Arrays.stream(part).filter(d -> d < 0).count() / (double) part.length, 1e-9);
        Estimate weak = comparison.worstDemandDecile().meanDifference();
        assertThat(weak.standardError()).isPositive();
        assertThat(weak.high() - weak.value()).isCloseTo(2.1199 * weak.standardError(), within(1e-3 * weak.high()));
        Estimate probability = comparison.worstDemandDecile().probabilityTaasBelowIaas();
        assertThat(probability.low()).isNotNegative().isLessThan(probability.high());
    }

    @Test
    void looksShowEightAndSixteenReplicatesAndAll() {
        List<Look> looks = run.convergence().looks();
        assertThat(looks).extracting(Look::paths).containsExactly(8L * POINTS, 16L * POINTS, 17L * POINTS);
        var measure = Convergence.HEADLINE.getFirst();
        assertThat(run.convergence().last(measure).estimate()).isEqualTo(run.of("npvTaas", 0).mean());
        assertThat(run.convergence().batches().orElseThrow().values().getFirst()).hasSize(REPLICATES);
    }

    @Test
    void aSmallerRunHasSmallerReplicatesAndNotFewer() {
        var simulation = new Simulation(PLAN, QuasiRandom.forRunOf(1_000_000, 5, Design.SOBOL), 31L << 15, 2);
        Simulation pilot = simulation.first(1 << 15);
        assertThat(pilot.paths()).isEqualTo(1 << 15);
        assertThat(pilot.sampling()).isEqualTo(new QuasiRandom(5, 2048, Design.SOBOL));
        assertThat(simulation.first(simulation.paths())).isEqualTo(simulation);
    }

    @Test
    void partOfAReplicateIsRefused() {
        var simulation = new Simulation(PLAN, SOBOL, 16 * POINTS + 1, 2);
        assertThatThrownBy(() -> RunResult.of(simulation, Progress.NONE)).hasMessageContaining("16385 paths");
    }

    private static void assertSpread(
            Estimate estimate, double[] paths, ToDoubleFunction<double[]> statistic, double error) {
        double[] parts = IntStream.range(0, REPLICATES)
                .mapToDouble(r -> statistic.applyAsDouble(Arrays.copyOfRange(paths, r * POINTS, (r + 1) * POINTS)))
                .toArray();
        double mean = Arrays.stream(parts).average().orElseThrow();
        double squares = Arrays.stream(parts).map(part -> (part - mean) * (part - mean)).sum();
        double whole = statistic.applyAsDouble(paths);
        assertThat(estimate.value()).isCloseTo(whole, within(error * Math.abs(whole)));
        double expected = Math.sqrt(squares / (REPLICATES - 1) / REPLICATES);
        assertThat(estimate.standardError()).isCloseTo(expected, within(Math.max(error * 10, 1e-9) * expected));
    }

    /// 51.2 of 1,024: the last one counts for a fifth.
    private static double worst5Percent(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double rank = 0.05 * values.length;
        int full = (int) rank;
        return (Arrays.stream(sorted, 0, full).sum() + (rank - full) * sorted[full]) / rank;
    }

    private static RunResult run(Sampling sampling, int threads, KernelChoice kernel) {
        return RunResult.of(simulation(sampling, threads, kernel), Progress.NONE);
    }

    private static Simulation simulation(Sampling sampling, int threads, KernelChoice kernel) {
        return new Simulation(PLAN, sampling, REPLICATES * POINTS, threads, kernel);
    }
}
