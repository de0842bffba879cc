package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Puts the nearest correlation matrix in the place of one that is not positive semi-definite, and says so.
final class CorrelationRepair {
    private CorrelationRepair() {}

    /// Leaves alone what is sound, and what has other problems, which the rules will tell.
    static Node.Mapping apply(Node.Mapping root, List<String> notices) {
        var ignored = new Problems();
        var bound = new BoundScenario(ignored);
        new Binder(ignored, bound, new Sources(), new ArrayList<>()).bind(Scenario.class, root);
        var stated = new ShockRules(bound).correlation();
        if (stated.isEmpty() || stated.get().isPositiveSemiDefinite()) {
            return root;
        }
        var repaired = stated.get().nearest();
        notices.add(String.format(
                Locale.ROOT,
                "%s was not positive semi-definite (smallest eigenvalue %.6g);"
                        + " the nearest correlation matrix was taken, largest change %.6g",
                ShockRules.CORRELATION,
                stated.get().smallestEigenvalue(),
                repaired.largestChange(stated.get())));
        return KeyPath.put(root, ShockRules.CORRELATION, node(repaired.pairs(), bound.locate(ShockRules.CORRELATION)));
    }

    private static Node node(Map<String, Map<String, Double>> pairs, Location location) {
        var rows = new LinkedHashMap<String, Node>();
        pairs.forEach((factor, row) -> {
            var entries = new LinkedHashMap<String, Node>();
            row.forEach((other, value) -> entries.put(
                    other, new Node.Scalar(location, Double.toString(value), Node.Scalar.Kind.NUMBER)));
            rows.put(factor, new Node.Mapping(location, entries));
        });
        return new Node.Mapping(location, rows);
    }
}
