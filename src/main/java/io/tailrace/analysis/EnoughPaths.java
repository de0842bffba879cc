package io.tailrace.analysis;

import io.tailrace.engine.Convergence;
import io.tailrace.engine.Reading;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import java.util.Comparator;
import java.util.List;

/// Whether a run has enough paths: its CVaR95s, the least certain of the headline numbers, are known to 1 % of the
/// spread from P5 to P95 of their contract.
///
/// Why the spread: a CVaR near zero is never known to 1 % of itself, and need not be.
///
/// @param contracts those of the scenario
public record EnoughPaths(List<Contract> contracts) {
    private static final double ENOUGH = 0.01;

    /// One contract's CVaR95.
    ///
    /// @param halfWidth of its 95 % interval, $M
    /// @param shareOfSpread the same over the distance from P5 to P95 of the NPV
    /// @param thin fewer than 100 paths in the tail
    public record Contract(Metric npv, double halfWidth, double shareOfSpread, boolean thin) {}

    public static EnoughPaths of(RunResult run) {
        List<Metric> npvs = run.plan().sellsTokens()
                ? List.of(Metric.NPV_TAAS, Metric.NPV_IAAS)
                : List.of(Metric.NPV_IAAS);
        return new EnoughPaths(npvs.stream().map(npv -> contract(run, npv)).toList());
    }

    /// Of a run that could not be larger: whether it is large enough.
    public boolean enough() {
        return contracts.stream().allMatch(c -> c.shareOfSpread <= ENOUGH && !c.thin);
    }

    /// The contract that is known least.
    public Contract worst() {
        return contracts.stream().max(Comparator.comparingDouble(Contract::shareOfSpread)).orElseThrow();
    }

    /// Paths that would be enough, as errors fall with the root of their number.
    public double pathsNeeded(long paths) {
        double growth = worst().shareOfSpread / ENOUGH;
        return paths * Math.max(1, growth * growth);
    }

    private static Contract contract(RunResult run, Metric npv) {
        Convergence convergence = run.convergence();
        Reading cvar = convergence.last(Measure.cvar(95, npv.key()));
        ColumnStatistics s = run.of(npv.key(), 0);
        double spread = s.quantile(0.95).estimate().value() - s.quantile(0.05).estimate().value();
        Estimate e = cvar.estimate();
        double half = Math.max(e.high() - e.value(), e.value() - e.low());
        return new Contract(npv, half, spread == 0 ? 0 : half / spread, cvar.thin());
    }
}
