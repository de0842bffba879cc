package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The comparison against sums and sorts over all paths of a small run.
///
/// What comes from histograms may lie off by half a bin, 1/2048 of a value; means and shares are exact up to rounding.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractComparisonTest {
    private static final int PATHS = 6_000;
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "backTest=[]", "outputs.quarterly=[taasEbit]", "mixShares=[0, 0.5, 1]");
    private static final String[] SAFE_LEASE = {
        "backTest=[]", "outputs.quarterly=[taasEbit]", "regimes.states[0].defaultHazard=0",
        "regimes.states[1].defaultHazard=0", "regimes.states[2].defaultHazard=0", "regimes.states[3].defaultHazard=0"
    };

    private final double[][] metrics = metrics();
    private final RunResult run = RunResult.of(new Simulation(PLAN, 17, PATHS, 2), Progress.NONE);
    private final ContractComparison comparison = ContractComparison.of(run);

    @Test
    void meansAndSharesAreThoseOfAllPaths() {
        exact(comparison.taas().npv().mean().value(), mean(of(Metric.NPV_TAAS)));
        exact(comparison.iaas().npv().mean().value(), mean(of(Metric.NPV_IAAS)));
        exact(comparison.difference().mean().value(), mean(of(Metric.NPV_TAAS)) - mean(of(Metric.NPV_IAAS)));
        exact(comparison.taas().lockIn().value(), mean(of(Metric.LOCK_IN_TAAS)));
        exact(comparison.iaas().lockIn().value(), mean(of(Metric.LOCK_IN_IAAS)));
        double below = IntStream.range(0, PATHS).filter(this::taasBelow).count() / (double) PATHS;
        exact(comparison.probabilityTaasBelowIaas().value(), below);
        assertThat(below).isBetween(0.05, 0.2);
    }

    @Test
    void theProbabilitysIntervalHoldsIt() {
        var probability = comparison.probabilityTaasBelowIaas();
        assertThat(probability.low()).isLessThan(probability.value());
        assertThat(probability.high()).isGreaterThan(probability.value());
        double p = probability.value();
        exact(probability.standardError(), Math.sqrt(p * (1 - p) / PATHS));
    }

    @Test
    void regretIsWhatTheLeaseWouldHaveEarnedMore() {
        double[] regret = IntStream.range(0, PATHS)
                .mapToDouble(i -> Math.max(0, of(Metric.NPV_IAAS)[i] - of(Metric.NPV_TAAS)[i]))
                .toArray();
        exact(comparison.expectedRegret().value(), mean(regret));
        double highest = Arrays.stream(regret).sorted().skip(PATHS - PATHS / 20).sum() / (PATHS / 20);
        binned(comparison.regretCvar95().value(), highest);
    }

    @Test
    void theWorstDecileIsTheTenthWithTheLowestSpending() {
        double[] spend = of(Metric.CUMULATIVE_SPEND);
        int[] worst = IntStream.range(0, PATHS)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> spend[i]))
                .limit(PATHS / 10)
                .mapToInt(i -> i)
                .toArray();
        double taas = Arrays.stream(worst).mapToDouble(i -> of(Metric.NPV_TAAS)[i]).average().orElseThrow();
        double iaas = Arrays.stream(worst).mapToDouble(i -> of(Metric.NPV_IAAS)[i]).average().orElseThrow();
        double below = Arrays.stream(worst).filter(this::taasBelow).count() / (double) worst.length;
        // The bin at the cut holds a few paths, of which some may be exchanged: 1 % of NPVs of either sign near 10,000.
        var decile = comparison.worstDemandDecile();
        assertThat(decile.meanNpvTaas().value()).isCloseTo(taas, within(100.0));
        assertThat(decile.meanNpvIaas().value()).isCloseTo(iaas, within(100.0));
        assertThat(decile.meanDifference().value())
                .isCloseTo(decile.meanNpvTaas().value() - decile.meanNpvIaas().value(), within(0.01));
        assertThat(decile.probabilityTaasBelowIaas().value()).isCloseTo(below, within(0.01));
    }

    @Test
    void theFrontierHasThePureContractsAtItsEnds() {
        assertThat(comparison.frontier()).extracting(ContractComparison.MixPoint::share).containsExactly(0.0, 0.5, 1.0);
        for (int i = 0; i < 3; i++) {
            double[] npv = metrics[Metric.values().length + i];
            exact(comparison.frontier().get(i).mean().value(), mean(npv));
            double cvar = Arrays.stream(npv).sorted().limit(PATHS / 20).average().orElseThrow();
            binned(comparison.frontier().get(i).cvar95().value(), cvar);
        }
        assertThat(comparison.frontier().get(0).mean().value())
                .isEqualTo(comparison.iaas().npv().mean().value());
        assertThat(comparison.frontier().get(2).cvar95())
                .isEqualTo(comparison.taas().npv().tail(0.95).shortfall());
    }

    /// In aws-bedrock leasing saves no CVaR; with a lease that cannot fail it does.
    @Test
    void whatIsGivenUpForADollarOfCvarIsEmptyWhereNothingIsSaved() {
        assertThat(comparison.givenUpPerCvarSaved()).isEmpty();
        Plan safe = Configs.plan("aws-bedrock", SAFE_LEASE);
        var better = ContractComparison.of(RunResult.of(new Simulation(safe, 17, 2_000, 2), Progress.NONE));
        double saved = better.iaas().npv().tail(0.95).shortfall().value()
                - better.taas().npv().tail(0.95).shortfall().value();
        double givenUp = better.taas().npv().mean().value() - better.iaas().npv().mean().value();
        assertThat(saved).isPositive();
        exact(better.givenUpPerCvarSaved().orElseThrow().value(), givenUp / saved);
    }

    /// The delta method path by path, which knows of no batches, has the same error; sixteen batches know it to 18 %.
    @Test
    void whatIsGivenUpHasTheErrorThatThePathsShow() {
        Plan safe = Configs.plan("aws-bedrock", SAFE_LEASE);
        var simulation = new Simulation(safe, 17, 1 << 15, 2);
        Estimate fromBatches =
                ContractComparison.of(RunResult.of(simulation, Progress.NONE)).givenUpPerCvarSaved().orElseThrow();
        PathValues values = PathValues.of(
                simulation, List.of(ColumnKey.of(Metric.NPV_TAAS), ColumnKey.of(Metric.NPV_IAAS)), Progress.NONE);
        double[] taas = values.of(Metric.NPV_TAAS);
        double[] iaas = values.of(Metric.NPV_IAAS);
        Estimate fromPaths = Influence.mean(taas).minus(Influence.mean(iaas))
                .over(Influence.lowerShortfall(iaas, 0.05).minus(Influence.lowerShortfall(taas, 0.05)))
                .estimate();
        binned(fromBatches.value(), fromPaths.value());
        assertThat(fromBatches.standardError() / fromPaths.standardError()).isBetween(0.5, 1.6);
        assertThat(fromBatches.low()).isLessThan(fromBatches.value());
        assertThat(fromBatches.high()).isGreaterThan(fromBatches.value());
    }

    private boolean taasBelow(int path) {
        return of(Metric.NPV_TAAS)[path] < of(Metric.NPV_IAAS)[path];
    }

    private double[] of(Metric metric) {
        return metrics[metric.ordinal()];
    }

    /// `[metric, then mixes][path]`
    private static double[][] metrics() {
        var random = new RandomDraws(PLAN, 17);
        var draws = new Draws(PLAN);
        var path = new Path(PLAN);
        double[][] metrics = new double[PLAN.metricKeys().size()][PATHS];
        for (int i = 0; i < PATHS; i++) {
            random.fill(i, draws);
            new PathModel(PLAN).run(draws, path);
            for (int metric = 0; metric < metrics.length; metric++) {
                metrics[metric][i] = path.metricAt(metric);
            }
        }
        return metrics;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void exact(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
    }

    private static void binned(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) / 1024 + 20));
    }
}
