package io.tailrace.scenario;

import java.util.Set;

/// What `run.precision` may ask for.
final class PrecisionRules {
    private static final String PRECISION = "run.precision";

    private final BoundScenario bound;
    private final Set<String> metrics;

    PrecisionRules(BoundScenario bound, Set<String> metrics) {
        this.bound = bound;
        this.metrics = metrics;
    }

    void check() {
        for (var item : bound.items(PRECISION)) {
            bound.get(item, String.class)
                    .ifPresent(
                            text -> PrecisionTarget.read(text, metrics, (rule, hint) -> bound.fail(item, rule, hint)));
        }
    }
}
