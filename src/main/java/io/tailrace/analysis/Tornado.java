package io.tailrace.analysis;

import io.tailrace.engine.PathValues;
import io.tailrace.plan.Curve;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What each uncertain parameter does on its own: statistics of the NPVs with the parameter at its P10 and at its P90, all
/// else as uncertain as before, and the swing from the one to the other on the same paths.
///
/// Source: Howard, Decision analysis: practice and promise, Management Science 34 (1988); here with distributions of
/// outcomes in the place of deterministic ones.
///
/// @param paths of each run
/// @param bars from the widest swing of the mean difference to the narrowest
public record Tornado(int paths, List<Bar> bars) implements Analysis {
    private static final int PATHS = 1 << 15;

    /// A difference of two contracts may not depend on a parameter that moves both; what is left is rounding.
    private static final double ROUNDING = 1e-12;

    /// Φ⁻¹(0.9)
    private static final double NORMAL_P90 = 1.2815515655446004;

    /// One parameter.
    ///
    /// @param p10 its tenth percentile, in the unit of its key; a tenth of its values are lower
    public record Bar(String parameter, double p10, double p90, List<Outcome> outcomes) {}

    /// One NPV's statistics.
    public record Outcome(Metric outcome, Swing mean, Swing p5, Swing cvar95) {}

    /// @param swingMillion at the parameter's P90 less at its P10
    public record Swing(Estimate atP10Million, Estimate atP90Million, Estimate swingMillion) {
        private static Swing of(Influence atP10, Influence atP90) {
            Influence swing = atP90.minus(atP10);
            boolean rounding = Math.abs(swing.value()) <= ROUNDING * Math.abs(atP10.value());
            return new Swing(atP10.estimate(), atP90.estimate(), rounding ? Estimate.exact(0) : swing.estimate());
        }

        public double width() {
            return Math.abs(swingMillion.value());
        }
    }

    static Tornado of(Study study) {
        int paths = study.paths(PATHS);
        Plan plan = study.lean();
        var bars = new ArrayList<Bar>();
        for (int slot : plan.parameters().drawn()) {
            Curve curve = plan.parameters().curves().get(slot);
            double p10 = curve.at(-NORMAL_P90);
            double p90 = curve.at(NORMAL_P90);
            PathValues low = values(study, plan, slot, p10, paths);
            PathValues high = values(study, plan, slot, p90, paths);
            List<Outcome> outcomes = Outcomes.ALL.stream()
                    .map(outcome -> outcome(outcome, low.of(outcome), high.of(outcome)))
                    .toList();
            bars.add(new Bar(plan.parameters().keys().get(slot), p10, p90, outcomes));
        }
        bars.sort(Comparator.comparingDouble((Bar bar) -> bar.outcomes().getLast().mean().width()).reversed());
        return new Tornado(paths, List.copyOf(bars));
    }

    /// @param low of each path, the parameter at its P10
    static Outcome outcome(Metric outcome, double[] low, double[] high) {
        double[] lowSorted = Influence.sorted(low);
        double[] highSorted = Influence.sorted(high);
        return new Outcome(
                outcome,
                Swing.of(Influence.mean(low), Influence.mean(high)),
                Swing.of(
                        Influence.quantile(low, lowSorted, Outcomes.TAIL),
                        Influence.quantile(high, highSorted, Outcomes.TAIL)),
                Swing.of(
                        Influence.lowerShortfall(low, lowSorted, Outcomes.TAIL),
                        Influence.lowerShortfall(high, highSorted, Outcomes.TAIL)));
    }

    private static PathValues values(Study study, Plan plan, int slot, double value, int paths) {
        return study.values(plan.with(slot, new Curve.Constant(value), value), paths, Outcomes.keys());
    }
}
