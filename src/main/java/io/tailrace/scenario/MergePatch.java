package io.tailrace.scenario;

import java.util.Set;

/// JSON merge patch (RFC 7396) over located nodes: sections merge key by key, `null` deletes, all else replaces.
///
/// Why: one thing differs. A parameter is one thing whether it is written as a number, as a distribution or with
/// `value`, so a patch of another form replaces it, and a new `value` drops the `point` of the old one.
/// Merging `{uniform: …}` into `{pert: …}` would leave a parameter with two distributions.
final class MergePatch {
    private MergePatch() {}

    static Node apply(Node target, Node patch) {
        if (!(patch instanceof Node.Mapping changes)) {
            return patch;
        }
        var merged = target instanceof Node.Mapping section && !replaces(changes, section)
                ? section
                : Node.Mapping.empty(patch.location());
        if (changes.get("value").isPresent()) {
            merged = merged.without("point");
        }
        for (var change : changes.entries().entrySet()) {
            merged = changed(merged, change.getKey(), change.getValue());
        }
        return merged;
    }

    private static Node.Mapping changed(Node.Mapping section, String key, Node value) {
        if (value instanceof Node.Scalar scalar && scalar.isNull()) {
            return section.without(key);
        }
        var before = section.get(key).orElse(Node.Mapping.empty(value.location()));
        return section.with(key, apply(before, value));
    }

    private static boolean replaces(Node.Mapping changes, Node.Mapping target) {
        boolean otherForm = isDistribution(target) || isLongForm(target);
        return isDistribution(changes)
                ? otherForm && !sameKeys(changes, target)
                : isLongForm(changes) && isDistribution(target);
    }

    private static boolean isLongForm(Node.Mapping mapping) {
        return mapping.get("value").isPresent();
    }

    private static boolean isDistribution(Node.Mapping mapping) {
        var keys = mapping.entries().keySet();
        return keys.size() == 1 && DistributionForms.names().containsAll(keys);
    }

    private static boolean sameKeys(Node.Mapping left, Node.Mapping right) {
        Set<String> keys = left.entries().keySet();
        return keys.equals(right.entries().keySet());
    }
}
