package io.tailrace.spark;

import io.tailrace.analysis.Study;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.plan.PlanHash;
import io.tailrace.scenario.ScenarioLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The plans that this executor has compiled, each once; the latest few are kept.
final class CompiledPlans {
    private static final int KEPT = 32;

    private static final Map<String, Plan> PLANS = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Plan> eldest) { return size() > KEPT; }
    };

    private CompiledPlans() {}

    /// The plan of an order's scenario.
    ///
    /// @throws IllegalStateException where it is not the driver's
    static Plan of(Order order) {
        synchronized (PLANS) {
            return PLANS.computeIfAbsent(order.planHash(), _ -> compiled(order));
        }
    }

    private static Plan compiled(Order order) {
        var loaded = Study.loader().parse(order.scenario(), "scenario", List.of(), ScenarioLoader.Options.STRICT);
        Plan plan = PlanCompiler.compile(loaded.scenario());
        String hash = PlanHash.of(plan);
        if (!hash.equals(order.planHash())) {
            throw new IllegalStateException("the executor's plan has the hash " + hash + ", the driver's "
                    + order.planHash() + ": they must run the same jar, on processors that compute alike");
        }
        return plan;
    }
}
