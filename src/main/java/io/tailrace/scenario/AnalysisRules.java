package io.tailrace.scenario;

import java.util.HashSet;
import java.util.Set;

/// Which analyses a scenario may ask for.
final class AnalysisRules {
    private final BoundScenario bound;
    private final Set<String> analyses;

    AnalysisRules(BoundScenario bound, Set<String> analyses) {
        this.bound = bound;
        this.analyses = analyses;
    }

    void check() {
        var seen = new HashSet<String>();
        for (var item : bound.items("analyses")) {
            bound.get(item, String.class).ifPresent(name -> {
                if (!analyses.contains(name)) {
                    bound.fail(item, "must be an analysis", Suggestions.didYouMeanOneOf(name, analyses));
                } else if (!seen.add(name)) {
                    bound.fail(item, "is listed twice");
                }
            });
        }
    }
}
