package io.tailrace.spark;

import io.tailrace.engine.Cluster;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.PlanHash;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.scenario.LoadedScenario;
import java.io.Serializable;

/// What executors are told of a run.
///
/// @param scenario its whole text, with all changes in it
/// @param planHash of the plan that they must come to
/// @param design of the replicates, empty where paths are drawn plainly
/// @param points in a replicate
/// @param watched columns that the run's course watches
record Order(
        String scenario,
        String planHash,
        long seed,
        String design,
        long points,
        long paths,
        int[] watched)
        implements
            Serializable {
    static Order of(LoadedScenario scenario, Simulation simulation, Cluster.Work work) {
        String design = "";
        long points = 0;
        switch (simulation.sampling()) {
            case Sampling.Plain _ -> {}
            case QuasiRandom quasi -> {
                design = quasi.design().name();
                points = quasi.points();
            }
            default -> throw new IllegalArgumentException("no run draws by " + simulation.sampling());
        }
        return new Order(
                scenario.canonicalText(), PlanHash.of(simulation.plan()), simulation.sampling().seed(), design, points,
                simulation.paths(), work.watched());
    }

    Sampling sampling() {
        return design.isEmpty()
                ? new Sampling.Plain(seed)
                : new QuasiRandom(seed, points, QuasiRandom.Design.valueOf(design));
    }
}
