package io.tailrace.engine;

import io.tailrace.model.Draws;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.summary.BlockSummary;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What chance drew on each path of a run, for analyses that hold it against the outcome; path i stands at index i.
///
/// @param parameterKeys of the uncertain parameters
/// @param parameters `[parameter][path]`, their values
/// @param shocks `[factor][path]`, a factor's correlated normals summed over the quarters
public record PathDraws(List<String> parameterKeys, double[][] parameters, double[][] shocks) {
    public static PathDraws of(Simulation simulation) {
        return of(simulation, simulation.plan().quarters());
    }

    /// With shocks summed over the first quarters only.
    public static PathDraws of(Simulation simulation, int quarters) {
        Plan plan = simulation.plan();
        int[] slots = plan.parameters().drawn();
        int paths = Math.toIntExact(simulation.paths());
        var all = new PathDraws(
                Arrays.stream(slots).mapToObj(plan.parameters().keys()::get).toList(),
                new double[slots.length][paths],
                new double[Factor.COUNT][paths]);
        var next = new AtomicLong();
        simulation.inParallel(
                () -> {
                    var random = new RandomDraws(plan, simulation.sampling());
                    var draws = new Draws(plan);
                    for (long block = next.getAndIncrement(); block < simulation.blocks();
                            block = next.getAndIncrement()) {
                        int first = (int) (block * BlockSummary.PATHS);
                        for (int path = first; path < Math.min(first + BlockSummary.PATHS, paths); path++) {
                            random.fill(path, draws);
                            all.keep(path, slots, draws, quarters);
                        }
                    }
                },
                () -> next.set(simulation.blocks()));
        return all;
    }

    public int paths() {
        return shocks[0].length;
    }

    private void keep(int path, int[] slots, Draws draws, int quarters) {
        for (int i = 0; i < slots.length; i++) {
            parameters[i][path] = draws.parameters.get(slots[i]);
        }
        for (int factor = 0; factor < Factor.COUNT; factor++) {
            shocks[factor][path] = Arrays.stream(draws.factors[factor], 1, quarters + 1).sum();
        }
    }
}
