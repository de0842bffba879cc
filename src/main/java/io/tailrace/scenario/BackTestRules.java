package io.tailrace.scenario;

import java.util.HashSet;
import java.util.Set;

/// What the recorded outputs and the rows of the back-test may name.
final class BackTestRules {
    private static final String OUTPUTS = "outputs.quarterly";

    private final BoundScenario bound;
    private final Set<String> quantities;
    private final Set<String> metrics;

    BackTestRules(BoundScenario bound, Set<String> quantities, Set<String> metrics) {
        this.bound = bound;
        this.quantities = quantities;
        this.metrics = metrics;
    }

    void check() {
        var seen = new HashSet<String>();
        for (var item : bound.items(OUTPUTS)) {
            known(item, quantities, "must be a quarterly quantity");
            bound.get(item, String.class)
                    .filter(name -> !seen.add(name))
                    .ifPresent(_ -> bound.fail(item, "is listed twice"));
        }
        bound.items("backTest").forEach(this::row);
    }

    private void row(String row) {
        boolean quantity = bound.given(row + ".quantity");
        boolean quarter = bound.given(row + ".quarter");
        boolean metric = bound.given(row + ".metric");
        if (metric ? quantity || quarter : !(quantity && quarter)) {
            bound.failSection(row, "must have either quantity and quarter, or metric", "");
        }
        known(row + ".quantity", quantities, "must be a quarterly quantity");
        known(row + ".metric", metrics, "must be a path metric");
        horizon(row + ".quarter");
        figures(row);
    }

    private void figures(String row) {
        boolean observed = bound.given(row + ".observed");
        if (!observed && !bound.given(row + ".above") && !bound.given(row + ".below")) {
            bound.failSection(row, "must have at least one of observed, above, below", "");
        }
        if (!observed && bound.given(row + ".tolerance")) {
            bound.fail(row + ".tolerance", "needs observed");
        }
        bound.get(row + ".tolerance", Double.class)
                .filter(tolerance -> tolerance < 0)
                .ifPresent(_ -> bound.fail(row + ".tolerance", "must not be negative"));
        var above = bound.get(row + ".above", Double.class);
        var below = bound.get(row + ".below", Double.class);
        if (above.isPresent() && below.isPresent() && above.get() >= below.get()) {
            bound.fail(row + ".above", "must lie under below, " + NumberText.of(below.get()));
        }
    }

    private void horizon(String path) {
        var text = bound.get(path, String.class);
        if (text.isEmpty()) {
            return;
        }
        var quarter = Quarter.of(text.get());
        if (quarter.isEmpty()) {
            bound.fail(path, Quarter.RULE);
            return;
        }
        var opening = bound.get("openingQuarter", String.class).flatMap(Quarter::of);
        var quarters = bound.get("quarters", Integer.class);
        if (opening.isPresent() && quarters.isPresent()) {
            int t = opening.get().until(quarter.get());
            if (t < 0 || t > quarters.get()) {
                bound.fail(path, "must lie between " + opening.get() + " and " + opening.get().plus(quarters.get()));
            }
        }
    }

    private void known(String path, Set<String> names, String rule) {
        bound.get(path, String.class)
                .filter(name -> !names.contains(name))
                .ifPresent(name -> bound.fail(path, rule, Suggestions.didYouMean(name, names)));
    }
}
