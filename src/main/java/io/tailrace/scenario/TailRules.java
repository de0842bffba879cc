package io.tailrace.scenario;

import java.util.Set;

/// What `tail` may name.
final class TailRules {
    private static final String METRIC = "tail.metric";

    private final BoundScenario bound;
    private final Set<String> metrics;

    TailRules(BoundScenario bound, Set<String> metrics) {
        this.bound = bound;
        this.metrics = metrics;
    }

    void check() {
        bound.get(METRIC, String.class)
                .filter(name -> !metrics.contains(name))
                .ifPresent(name -> bound.fail(METRIC, "must be a path metric", Suggestions.didYouMean(name, metrics)));
    }
}
