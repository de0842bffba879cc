package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.List;

/// What the regimes, their transition matrix and the jumps must satisfy together.
final class RegimeRules {
    private static final String STATES = "regimes.states";
    private static final String TRANSITION = "regimes.transition";
    private static final int MOST_REGIMES = 6;
    private static final double SUM_TOLERANCE = 1e-9;

    private final BoundScenario bound;

    RegimeRules(BoundScenario bound) {
        this.bound = bound;
    }

    void check() {
        if (!bound.given("regimes") || (bound.unsound(STATES) && bound.size(STATES) == 0)) {
            return;
        }
        int regimes = bound.size(STATES);
        if (regimes < 1 || regimes > MOST_REGIMES) {
            bound.failSection(STATES, "must have one to six regimes, not " + regimes, "");
            return;
        }
        names();
        reference();
        transition(regimes);
        jumps();
    }

    private void names() {
        var names = new ArrayList<String>();
        for (var state : bound.items(STATES)) {
            bound.get(state + ".name", String.class).ifPresent(name -> {
                if (names.contains(name)) {
                    bound.fail(state + ".name", "is the name of two regimes");
                }
                names.add(name);
            });
        }
        bound.get("regimes.opening", String.class)
                .filter(opening -> !names.contains(opening))
                .ifPresent(opening -> bound.fail(
                        "regimes.opening", "must be the name of a regime",
                        Suggestions.didYouMeanOneOf(opening, names)));
    }

    private void reference() {
        var marked = bound.items(STATES).stream()
                .map(state -> state + ".reference")
                .filter(path -> bound.get(path, Boolean.class).orElse(false))
                .toList();
        marked.stream().skip(1).forEach(path -> bound.fail(path, "only one regime can be the reference"));
    }

    private void transition(int regimes) {
        if (bound.unsound(TRANSITION) && bound.size(TRANSITION) == 0) {
            return;
        }
        int rows = bound.size(TRANSITION);
        if (rows != regimes) {
            bound.fail(TRANSITION, "must have one row for each of the " + regimes + " regimes, not " + rows);
            return;
        }
        bound.items(TRANSITION).forEach(row -> row(row, regimes));
    }

    private void row(String path, int regimes) {
        var row = bound.get(path, List.class);
        if (row.isEmpty()) {
            return;
        }
        if (row.get().size() != regimes) {
            bound.fail(path, "must have one column for each of the " + regimes + " regimes, not " + row.get().size());
            return;
        }
        double sum = 0;
        for (var probability : row.get()) {
            sum += (Double) probability;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            bound.fail(path, "sums to " + NumberText.of(sum) + " but must sum to 1");
        }
    }

    private void jumps() {
        boolean sizes = bound.given("jumps.down") || bound.given("jumps.normal");
        if (bound.given("jumps.normal") && (bound.given("jumps.down") || bound.given("jumps.up"))) {
            bound.failSection("jumps.normal", "excludes down and up", "");
        }
        double up = bound.get("jumps.up.probability", Input.class)
                .map(input -> input.distribution().highest())
                .orElse(0.0);
        for (var state : bound.items(STATES)) {
            var path = state + ".jumpDownProbability";
            double down = bound.get(path, Input.class)
                    .map(input -> input.distribution().highest())
                    .orElse(0.0);
            if (down > 0 && !sizes) {
                bound.fail(path, "needs the size of the loss", "add jumps.down or jumps.normal");
            }
            if (down + up > 1) {
                bound.fail(path, "together with jumps.up.probability can be " + NumberText.of(down + up)
                        + " but must not exceed 1");
            }
        }
    }
}
