package io.tailrace.engine;

import io.tailrace.plan.Metric;
import io.tailrace.scenario.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the headline numbers settled as paths were added: what was known at each look of the run.
///
/// A function of the paths alone: a run that stopped early has the looks of one that was asked for so many paths.
///
/// @param looks in ascending order, the last after all paths
/// @param batches of all paths; empty below 32 whole blocks
public record Convergence(List<Measure> measures, List<Look> looks, Optional<Batches> batches) {
    /// Of both contracts and of their difference.
    public static final List<Measure> HEADLINE = headline();

    public Convergence {
        measures = List.copyOf(measures);
        looks = List.copyOf(looks);
    }

    /// After all paths.
    public Reading last(Measure measure) {
        return looks.getLast().readings().get(index(measure));
    }

    /// Place of a measure in looks and batches.
    public int index(Measure measure) {
        int index = measures.indexOf(measure);
        if (index < 0) {
            throw new IllegalArgumentException(measure + " is none of " + measures);
        }
        return index;
    }

    private static List<Measure> headline() {
        var measures = new ArrayList<Measure>();
        for (Metric metric : List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE)) {
            measures.add(Measure.mean(metric.key()));
            measures.add(Measure.quantile(5, metric.key()));
            measures.add(Measure.cvar(95, metric.key()));
        }
        measures.add(Measure.probability(Metric.TAAS_BELOW_IAAS.key()));
        return List.copyOf(measures);
    }
}
