package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What two scenarios assume differently, assumption by assumption, and the scenarios between them.
///
/// An assumption is a parameter with its distribution, or a list whose length differs. What bears on no path (titles,
/// sources, outputs, the size of the run) is no change.
public final class ScenarioChanges {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Set<String> NO_ASSUMPTIONS = Set.of(
            "name", "title", "description", "mixShares", "outputs", "run", "backTest", "analyses", "report", "limits",
            "bounds", "tail");
    private static final Set<String> PROVENANCE = Set.of("source", "asOf", "confidence", "note");

    private final ObjectNode from;
    private final ObjectNode to;
    private final List<Change> changes = new ArrayList<>();

    private ScenarioChanges(ObjectNode from, ObjectNode to) {
        this.from = from;
        this.to = to;
        compare(List.of(), from, to);
    }

    public static ScenarioChanges between(LoadedScenario from, LoadedScenario to) {
        return new ScenarioChanges(
                (ObjectNode) MAPPER.readTree(from.canonicalText()), (ObjectNode) MAPPER.readTree(to.canonicalText()));
    }

    /// One assumption.
    ///
    /// @param path keys, and indices of lists, that lead to it
    /// @param from what it was, as JSON without its source; empty where it was not there
    /// @param to what it is
    public record Change(List<String> path, String from, String to) {
        /// As in `regimes.states[2].drift`.
        public String key() {
            var key = new StringBuilder();
            for (String step : path) {
                boolean index = Character.isDigit(step.charAt(0));
                key.append(index ? "[" + step + "]" : key.isEmpty() ? step : "." + step);
            }
            return key.toString();
        }

        /// The section that it belongs to, the first step of its path.
        public String section() {
            return path.getFirst();
        }
    }

    /// In the order of the scenario's sections.
    public List<Change> all() {
        return List.copyOf(changes);
    }

    /// The first scenario with some of the changes made, as a scenario file's text. It may be no sound scenario.
    public String with(Collection<Change> made) {
        ObjectNode between = from.deepCopy();
        made.forEach(change -> make(change, between));
        return MAPPER.writeValueAsString(between);
    }

    private void compare(List<String> path, JsonNode before, JsonNode after) {
        if (assumption(before).equals(assumption(after))) {
            return;
        }
        if (isSection(before) && isSection(after)) {
            var keys = new LinkedHashSet<>(before.propertyNames());
            keys.addAll(after.propertyNames());
            keys.removeIf(key -> path.isEmpty() ? NO_ASSUMPTIONS.contains(key) : PROVENANCE.contains(key));
            keys.forEach(key -> compare(then(path, key), before.path(key), after.path(key)));
        } else if (isListOfSections(before) && isListOfSections(after) && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(then(path, Integer.toString(i)), before.get(i), after.get(i));
            }
        } else {
            changes.add(new Change(path, text(before), text(after)));
        }
    }

    private void make(Change change, ObjectNode root) {
        JsonNode parent = root;
        JsonNode source = to;
        for (String step : change.path().subList(0, change.path().size() - 1)) {
            parent = child(parent, step);
            source = child(source, step);
        }
        String last = change.path().getLast();
        JsonNode value = child(source, last);
        switch (parent) {
            case ArrayNode list -> list.set(Integer.parseInt(last), value.deepCopy());
            case ObjectNode section when value.isMissingNode() -> section.remove(last);
            case ObjectNode section -> section.set(last, value.deepCopy());
            default -> throw new IllegalStateException(change.key() + " is in no section");
        }
    }

    private static JsonNode child(JsonNode parent, String step) {
        return parent.isArray() ? parent.path(Integer.parseInt(step)) : parent.path(step);
    }

    private static List<String> then(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /// Without what is said about a value: `{value: 0.1, source: …}` is 0.1.
    private static JsonNode assumption(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode bare = object.deepCopy();
                bare.remove(PROVENANCE);
                yield bare.size() == 1 && bare.has("value") ? assumption(bare.get("value")) : inside(bare);
            }
            case ArrayNode list -> {
                ArrayNode bare = list.arrayNode();
                list.forEach(item -> bare.add(assumption(item)));
                yield bare;
            }
            default -> node;
        };
    }

    private static ObjectNode inside(ObjectNode section) {
        ObjectNode bare = section.objectNode();
        section.properties().forEach(entry -> bare.set(entry.getKey(), assumption(entry.getValue())));
        return bare;
    }

    private static boolean isSection(JsonNode node) {
        return node.isObject() && !node.has("value") && !isDistribution(node);
    }

    private static boolean isDistribution(JsonNode node) {
        return node.size() == 1 && DistributionForms.names().containsAll(node.propertyNames());
    }

    private static boolean isListOfSections(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(ScenarioChanges::isSection);
    }

    private static String text(JsonNode node) {
        return Optional.of(node).filter(n -> !n.isMissingNode()).map(n -> MAPPER.writeValueAsString(assumption(n)))
                .orElse("");
    }
}
