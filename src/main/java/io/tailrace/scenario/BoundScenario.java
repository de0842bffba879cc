package io.tailrace.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What the [Binder] could make of a scenario, by key path; the rules look here, so that one mistake in a section
/// does not hide the others.
final class BoundScenario {
    private final Problems problems;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    BoundScenario(Problems problems) {
        this.problems = problems;
    }

    void visit(Place place) {
        nodes.put(place.path(), place.node());
        if (place.given()) {
            given.add(place.path());
        }
    }

    void keep(String path, Object value) {
        values.put(path, value);
    }

    /// A misspelt key counts as given: its own problem has been told.
    void misspelt(String path) {
        given.add(path);
    }

    boolean given(String path) {
        return given.contains(path);
    }

    List<String> given(String section, List<String> keys) {
        return keys.stream().filter(key -> given(section + "." + key)).toList();
    }

    /// The value at a path, if the user gave a sound one or it has a preset.
    <T> Optional<T> get(String path, Class<T> type) {
        return Optional.ofNullable(values.get(path)).map(type::cast);
    }

    /// Number of items of a list, sound or not.
    int size(String path) {
        return nodes.get(path) instanceof Node.Sequence list ? list.items().size() : 0;
    }

    boolean emptyList(String path) {
        return nodes.get(path) instanceof Node.Sequence list && list.items().isEmpty();
    }

    /// Keys of a section, sound or not.
    List<String> keys(String path) {
        return nodes.get(path) instanceof Node.Mapping section
                ? List.copyOf(section.entries().keySet())
                : List.of();
    }

    List<String> items(String path) {
        return IntStream.range(0, size(path)).mapToObj(i -> path + "[" + i + "]").toList();
    }

    void fail(String path, String rule) {
        fail(path, rule, "");
    }

    void fail(String path, String rule, String hint) {
        var value = given(path) && nodes.containsKey(path) ? nodes.get(path).text() : "";
        problems.add(locate(path), path, value, rule, hint);
    }

    /// For a rule about a whole section, whose text would be too long to show.
    void failSection(String path, String rule, String hint) {
        problems.add(locate(path), path, "", rule, hint);
    }

    /// Whether the user gave something here of which no value could be made.
    boolean unsound(String path) {
        return given(path) && !values.containsKey(path);
    }

    Location locate(String path) {
        for (var at = path;; at = parent(at)) {
            if (nodes.containsKey(at)) {
                return nodes.get(at).location();
            }
        }
    }

    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? "" : path.substring(0, end);
    }
}
