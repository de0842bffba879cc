package io.tailrace.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What `limits` may name: path metrics, the NPVs of mixes, and recorded quantities of a simulated quarter.
final class LimitRules {
    private static final String LIMITS = "limits";

    private final BoundScenario bound;
    private final Set<String> quantities;
    private final Set<String> metrics;

    LimitRules(BoundScenario bound, Set<String> quantities, Set<String> metrics) {
        this.bound = bound;
        this.quantities = quantities;
        this.metrics = new HashSet<>(metrics);
        for (var item : bound.items("mixShares")) {
            bound.get(item, Double.class).ifPresent(share -> this.metrics.add(Measure.metricOfMix(share)));
        }
    }

    void check() {
        var seen = new HashSet<Limit>();
        for (var item : bound.items(LIMITS)) {
            bound.get(item, String.class)
                    .flatMap(text -> Limit.read(text, (rule, hint) -> bound.fail(item, rule, hint)))
                    .ifPresent(limit -> {
                        check(item, limit.subject());
                        if (!seen.add(limit)) {
                            bound.fail(item, "is listed twice");
                        }
                    });
        }
    }

    private void check(String item, Limit.Subject subject) {
        String name = subject.metric();
        if (subject.quarter().isPresent()) {
            quantity(item, name);
            quarter(item, subject.quarter().get());
        } else if (quantities.contains(name)) {
            bound.fail(item, name + " has a value for each quarter", "name one: " + name + " in 2027Q4");
        } else if (!metrics.contains(name)) {
            bound.fail(item, "no such path metric",
                    Suggestions.didYouMeanOneOf(name, metrics.stream().sorted().toList()));
        }
    }

    private void quantity(String item, String name) {
        List<String> recorded = bound.items("outputs.quarterly").stream()
                .flatMap(output -> bound.get(output, String.class).stream())
                .toList();
        if (!quantities.contains(name)) {
            bound.fail(item, "no such quarterly quantity", Suggestions.didYouMean(name, quantities));
        } else if (!recorded.isEmpty() && !recorded.contains(name)) {
            bound.fail(item, name + " is not among the quantities that outputs.quarterly records");
        }
    }

    private void quarter(String item, String text) {
        var quarter = Quarter.of(text);
        if (quarter.isEmpty()) {
            bound.fail(item, text + " must be a quarter such as 2026Q1");
            return;
        }
        var opening = bound.get("openingQuarter", String.class).flatMap(Quarter::of);
        var quarters = bound.get("quarters", Integer.class);
        if (opening.isPresent() && quarters.isPresent()) {
            int t = opening.get().until(quarter.get());
            if (t < 1 || t > quarters.get()) {
                bound.fail(item, text + " must lie between " + opening.get().plus(1) + " and "
                        + opening.get().plus(quarters.get()));
            }
        }
    }
}
