package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.Replay;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What would have to happen: the likeliest combination of drivers that breaks a floor, and the causes told apart.
///
/// The floors are each contract's NPV at the scenario's bound, 0 if it states none, and the hurdle under the EBIT margin
/// of the bound's year, the second if it states none. Only what the drivers do up to the end of that year counts for the
/// margin. Path numbers are those of the study's seed, to be replayed.
///
/// @param paths that were run
/// @param badPaths the typical path of each cause that takes an NPV below its floor
public record ReverseStress(int paths, List<Breach> breaches, List<BadPath> badPaths) implements Analysis {
    private static final int PATHS = 1 << 17;
    private static final int QUARTERS_OF_A_YEAR = 4;

    static ReverseStress of(Study study) {
        int paths = study.paths(PATHS);
        Plan lean = study.lean();
        Scenario.Bounds bounds = study.scenario().bounds().orElse(null);
        double npv = bounds == null ? 0 : bounds.npvMillion();
        int year = bounds == null ? 2 : bounds.marginYear();
        int horizon = year * QUARTERS_OF_A_YEAR;
        Quantity[] recorded = Stream.concat(
                DriverScore.EVENTS.stream(), Stream.of(Quantity.TAAS_EBIT, Quantity.TAAS_REVENUE))
                .toArray(Quantity[]::new);
        PathValues values = study.values(lean.recording(recorded), paths, columns(lean, horizon));
        var breaches = new ArrayList<Breach>();
        var badPaths = new ArrayList<BadPath>();
        List<DriverScore> scores = DriverScore.of(lean, values, study.draws(paths), lean.quarters());
        for (Metric metric : List.of(Metric.NPV_TAAS, Metric.NPV_IAAS)) {
            var floor = new Breach.Floor(
                    "NPV of " + (metric == Metric.NPV_TAAS ? "TaaS" : "IaaS"), lean.quarters(), npv, Unit.MONEY);
            Breach breach = Breach.of(floor, values.of(metric), scores);
            breaches.add(breach);
            breach.causes().forEach(cause -> badPaths.add(badPath(study, cause.path(), metric)));
        }
        if (horizon <= lean.quarters()) {
            double hurdle = lean.parameters().pointValues().of(Parameter.HURDLE_EBIT_MARGIN);
            var floor = new Breach.Floor("EBIT margin of TaaS in year " + year, horizon, hurdle, Unit.SHARE);
            List<DriverScore> early = DriverScore.of(lean, values, study.draws(paths, horizon), horizon);
            breaches.add(Breach.of(floor, margin(values, horizon), early));
        }
        return new ReverseStress(paths, List.copyOf(breaches), List.copyOf(badPaths));
    }

    private static BadPath badPath(Study study, long path, Metric metric) {
        var replay = new Replay(study.plan(), new Sampling.Plain(study.size().seed()), path);
        return new BadPath(study.loaded(), replay, PathCauses.of(replay, metric.key()));
    }

    private static ColumnKey[] columns(Plan plan, int horizon) {
        var keys = new ArrayList<>(DriverScore.columns(plan.quarters()));
        keys.add(ColumnKey.of(Metric.NPV_TAAS));
        keys.add(ColumnKey.of(Metric.NPV_IAAS));
        for (int t = horizon - QUARTERS_OF_A_YEAR + 1; t <= Math.min(horizon, plan.quarters()); t++) {
            keys.add(ColumnKey.of(Quantity.TAAS_EBIT, t));
            keys.add(ColumnKey.of(Quantity.TAAS_REVENUE, t));
        }
        return keys.toArray(ColumnKey[]::new);
    }

    /// EBIT over revenue of the year that ends there; NaN without revenue.
    private static double[] margin(PathValues values, int horizon) {
        double[] ebit = new double[values.paths()];
        double[] revenue = new double[values.paths()];
        for (int t = horizon - QUARTERS_OF_A_YEAR + 1; t <= horizon; t++) {
            add(values.of(Quantity.TAAS_EBIT, t), ebit);
            add(values.of(Quantity.TAAS_REVENUE, t), revenue);
        }
        Arrays.setAll(ebit, path -> revenue[path] > 0 ? ebit[path] / revenue[path] : Double.NaN);
        return ebit;
    }

    private static void add(double[] column, double[] sum) {
        for (int path = 0; path < sum.length; path++) {
            sum[path] += column[path];
        }
    }
}
