package io.tailrace.analysis;

import io.tailrace.engine.Batches;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Downside demand risk against lock-in: what the summary says about both contracts on the same paths.
///
/// NPVs in $M. Both contracts see the same shocks, so differences are paired.
///
/// @param probabilityTaasBelowIaas probability that the NPV of TaaS is below that of IaaS
/// @param expectedRegret mean of the amount by which IaaS beats TaaS, 0 where it does not
/// @param regretCvar95 mean of the highest 5 % of that amount
/// @param givenUpPerCvarSaved mean NPV given up by leasing per $ of CVaR95 saved; empty where leasing saves nothing
public record ContractComparison(
        Contract taas,
        Contract iaas,
        ColumnStatistics difference,
        Estimate probabilityTaasBelowIaas,
        Estimate expectedRegret,
        Estimate regretCvar95,
        WorstDecile worstDemandDecile,
        Optional<Estimate> givenUpPerCvarSaved,
        List<MixPoint> frontier) {

    private static final double TENTH = 0.1;

    /// One contract's result.
    ///
    /// @param lockIn mean over paths of contractually fixed over all revenue, in present value
    public record Contract(ColumnStatistics npv, Estimate lockIn) {}

    /// Given that cumulative token spending is in its lowest tenth.
    public record WorstDecile(
            Estimate meanNpvTaas,
            Estimate meanNpvIaas,
            Estimate meanDifference,
            Estimate probabilityTaasBelowIaas) {}

    /// One point of the mix frontier.
    ///
    /// @param share share of the MW that sells tokens
    public record MixPoint(double share, Estimate mean, Estimate cvar95) {}

    public static ContractComparison of(RunResult run) {
        var metrics = new Metrics(run);
        ColumnStatistics taas = metrics.of(Metric.NPV_TAAS);
        ColumnStatistics iaas = metrics.of(Metric.NPV_IAAS);
        return new ContractComparison(
                new Contract(taas, metrics.of(Metric.LOCK_IN_TAAS).mean()),
                new Contract(iaas, metrics.of(Metric.LOCK_IN_IAAS).mean()),
                metrics.of(Metric.NPV_DIFFERENCE),
                run.probability(Metric.TAAS_BELOW_IAAS),
                metrics.of(Metric.REGRET).mean(),
                metrics.of(Metric.REGRET).upperTail().shortfall(),
                worstDecile(run),
                givenUp(run, taas, iaas),
                frontier(run.plan(), metrics));
    }

    private static WorstDecile worstDecile(RunResult run) {
        return new WorstDecile(
                run.meanWhereDemandIsLow(Metric.NPV_TAAS.key(), TENTH),
                run.meanWhereDemandIsLow(Metric.NPV_IAAS.key(), TENTH),
                run.meanWhereDemandIsLow(Metric.NPV_DIFFERENCE.key(), TENTH),
                run.probabilityNegativeWhereDemandIsLow(Metric.NPV_DIFFERENCE, TENTH));
    }

    /// Its error is read from the batches, in which means and tails vary together; a run too short for batches has the
    /// one of the worst correlation.
    private static Optional<Estimate> givenUp(RunResult run, ColumnStatistics taas, ColumnStatistics iaas) {
        Estimate taasTail = taas.tail(0.95).shortfall();
        Estimate iaasTail = iaas.tail(0.95).shortfall();
        double saved = iaasTail.value() - taasTail.value();
        double givenUp = taas.mean().value() - iaas.mean().value();
        if (!(saved > 0)) {
            return Optional.empty();
        }
        double error = run.of(Metric.NPV_DIFFERENCE.key(), 0).mean().standardError();
        return Optional.of(run.convergence().batches()
                .map(batches -> ofBatches(givenUp, saved, run, batches))
                .orElseGet(() -> Ratio
                        .atWorst(givenUp, saved, error, taasTail.standardError() + iaasTail.standardError())
                        .estimate(Estimate.Z)));
    }

    private static Estimate ofBatches(double givenUp, double saved, RunResult run, Batches batches) {
        double[] mean = values(run, batches, Measure.mean(Metric.NPV_DIFFERENCE.key()));
        double[] taas = values(run, batches, Measure.cvar(95, Metric.NPV_TAAS.key()));
        double[] iaas = values(run, batches, Measure.cvar(95, Metric.NPV_IAAS.key()));
        double[] savings = new double[mean.length];
        Arrays.setAll(savings, batch -> iaas[batch] - taas[batch]);
        double share = (double) batches.pathsEach() * mean.length / run.paths();
        return Ratio.ofBatches(givenUp, saved, share, mean, savings).estimate(StudentT.half95(mean.length - 1));
    }

    private static double[] values(RunResult run, Batches batches, Measure measure) {
        return batches.values().get(run.convergence().index(measure)).stream().mapToDouble(value -> value).toArray();
    }

    private static List<MixPoint> frontier(Plan plan, Metrics metrics) {
        var points = new ArrayList<MixPoint>();
        for (double share : plan.mixShares()) {
            ColumnStatistics npv = metrics.of(Plan.mixKey(share));
            points.add(new MixPoint(share, npv.mean(), npv.tail(0.95).shortfall()));
        }
        return List.copyOf(points);
    }

    private record Metrics(RunResult run) {
        ColumnStatistics of(Metric metric) {
            return of(metric.key());
        }

        ColumnStatistics of(String key) {
            return run.of(key, 0);
        }
    }
}
