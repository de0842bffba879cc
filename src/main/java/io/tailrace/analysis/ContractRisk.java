package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Downside demand risk against lock-in, path by path.
///
/// Beyond [ContractComparison], which reads a summary: intervals of everything, the difference's law, dominance, cash by
/// quarter, and how much the pairing of the paths is worth. NPVs in $M.
///
/// @param differenceMillion NPV of TaaS less that of IaaS on the same path
/// @param probabilityTaasBelowIaas how often the lease is worth more
/// @param expectedRegretMillion mean of the amount by which the lease is worth more, 0 where it is not
/// @param regretCvar95Million mean of the highest 5 % of that amount
/// @param givenUpPerCvar95Saved mean NPV given up by leasing for each $ of CVaR95 saved; empty where leasing saves nothing
/// @param dominance first and second order, either way
/// @param pairing of both NPVs
/// @param sobol the same on Sobol points
/// @param cash EBIT by quarter, on the first paths
public record ContractRisk(
        Law taasMillion,
        Law iaasMillion,
        Law differenceMillion,
        Estimate probabilityTaasBelowIaas,
        Estimate expectedRegretMillion,
        Estimate regretCvar95Million,
        WeakDemand weakestDemandTenth,
        Estimate lockInTaas,
        Estimate lockInIaas,
        Estimate cvar95SavedByLeasingMillion,
        Optional<Estimate> givenUpPerCvar95Saved,
        List<Dominance> dominance,
        Pairing pairing,
        SobolPairing sobol,
        List<Cash> cash)
        implements
            Analysis {
    private static final double TENTH = 0.1;
    private static final double TAIL = 0.05;
    private static final int CASH_PATHS = 1 << 18;

    /// One distribution, both tails. `worst` and `best` are means of the lowest and highest 5 %.
    public record Law(
            Estimate mean,
            double standardDeviation,
            Estimate p1,
            Estimate p5,
            Estimate p25,
            Estimate p50,
            Estimate p75,
            Estimate p95,
            Estimate p99,
            Estimate worst5Percent,
            Estimate worst1Percent,
            Estimate best5Percent) {
        static Law of(double[] x) {
            Influence mean = Influence.mean(x);
            double[] sorted = Influence.sorted(x);
            return new Law(
                    mean.estimate(),
                    mean.standardError() * Math.sqrt(x.length),
                    quantile(x, sorted, 0.01),
                    quantile(x, sorted, 0.05),
                    quantile(x, sorted, 0.25),
                    quantile(x, sorted, 0.5),
                    quantile(x, sorted, 0.75),
                    quantile(x, sorted, 0.95),
                    quantile(x, sorted, 0.99),
                    Influence.lowerShortfall(x, sorted, TAIL).estimate(),
                    Influence.lowerShortfall(x, sorted, 0.01).estimate(),
                    Influence.upperShortfall(x, TAIL).estimate());
        }

        private static Estimate quantile(double[] x, double[] sorted, double probability) {
            return Influence.quantile(x, sorted, probability).estimate();
        }
    }

    /// On the tenth of the paths with the least token spending, all quarters and channels.
    public record WeakDemand(
            Estimate taasMillion,
            Estimate iaasMillion,
            Estimate differenceMillion,
            Estimate probabilityTaasBelowIaas) {
        static WeakDemand of(double[] taas, double[] iaas, double[] difference, double[] spend) {
            double[] below = indicator(difference);
            return new WeakDemand(
                    Influence.meanWhereLowest(taas, spend, TENTH).estimate(),
                    Influence.meanWhereLowest(iaas, spend, TENTH).estimate(),
                    Influence.meanWhereLowest(difference, spend, TENTH).estimate(),
                    Influence.meanWhereLowest(below, spend, TENTH).estimate());
        }
    }

    /// EBIT of one quarter, $M.
    public record Cash(
            String quarter,
            Estimate taasMillion,
            Estimate iaasMillion,
            Estimate differenceMillion,
            Estimate taasP5Million,
            Estimate iaasP5Million) {}

    static ContractRisk of(Study study) {
        PathValues values = study.base(
                study.paths(),
                ColumnKey.of(Metric.NPV_TAAS),
                ColumnKey.of(Metric.NPV_IAAS),
                ColumnKey.of(Metric.NPV_DIFFERENCE),
                ColumnKey.of(Metric.CUMULATIVE_SPEND),
                ColumnKey.of(Metric.LOCK_IN_TAAS),
                ColumnKey.of(Metric.LOCK_IN_IAAS));
        double independent = variance(values.of(Metric.NPV_TAAS)) + variance(values.of(Metric.NPV_IAAS));
        return of(values, SobolPairing.of(study, independent), cash(study));
    }

    static ContractRisk of(PathValues values, SobolPairing sobol, List<Cash> cash) {
        double[] taas = values.of(Metric.NPV_TAAS);
        double[] iaas = values.of(Metric.NPV_IAAS);
        double[] difference = values.of(Metric.NPV_DIFFERENCE);
        double[] regret = new double[difference.length];
        for (int i = 0; i < regret.length; i++) {
            regret[i] = Math.max(0, -difference[i]);
        }
        Influence saved = Influence.lowerShortfall(iaas, TAIL).minus(Influence.lowerShortfall(taas, TAIL));
        Influence givenUp = Influence.mean(difference);
        double below = Influence.average(indicator(difference));
        return new ContractRisk(
                Law.of(taas),
                Law.of(iaas),
                Law.of(difference),
                Estimate.share(below, difference.length),
                Influence.mean(regret).estimate(),
                Influence.upperShortfall(regret, TAIL).estimate(),
                WeakDemand.of(taas, iaas, difference, values.of(Metric.CUMULATIVE_SPEND)),
                Influence.mean(values.of(Metric.LOCK_IN_TAAS)).estimate(),
                Influence.mean(values.of(Metric.LOCK_IN_IAAS)).estimate(),
                saved.estimate(),
                saved.value() > 0 ? Optional.of(givenUp.over(saved).estimate()) : Optional.empty(),
                Dominance.of(taas, iaas),
                Pairing.of(Influence.mean(taas), Influence.mean(iaas)),
                sobol,
                cash);
    }

    private static double variance(double[] x) {
        double error = Influence.mean(x).standardError();
        return error * error * x.length;
    }

    private static List<Cash> cash(Study study) {
        Plan plan = study.lean().recording(Quantity.TAAS_EBIT, Quantity.IAAS_EBIT);
        var keys = new ArrayList<ColumnKey>();
        for (int t = 1; t <= plan.quarters(); t++) {
            keys.add(ColumnKey.of(Quantity.TAAS_EBIT, t));
            keys.add(ColumnKey.of(Quantity.IAAS_EBIT, t));
        }
        PathValues values = study.values(plan, study.paths(CASH_PATHS), keys.toArray(ColumnKey[]::new));
        var cash = new ArrayList<Cash>();
        for (int t = 1; t <= plan.quarters(); t++) {
            double[] taas = values.of(Quantity.TAAS_EBIT, t);
            double[] iaas = values.of(Quantity.IAAS_EBIT, t);
            Influence taasMean = Influence.mean(taas);
            Influence iaasMean = Influence.mean(iaas);
            cash.add(new Cash(
                    plan.label(t),
                    taasMean.estimate(),
                    iaasMean.estimate(),
                    taasMean.minus(iaasMean).estimate(),
                    Influence.quantile(taas, TAIL).estimate(),
                    Influence.quantile(iaas, TAIL).estimate()));
        }
        return List.copyOf(cash);
    }

    /// 1 where negative.
    private static double[] indicator(double[] difference) {
        double[] below = new double[difference.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = difference[i] < 0 ? 1 : 0;
        }
        return below;
    }
}
