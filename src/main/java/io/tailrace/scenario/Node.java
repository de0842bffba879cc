package io.tailrace.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A piece of a YAML file that knows where it was written. A value in a mapping stands at the line of its key.
sealed interface Node {
    Location location();

    /// The same content, said elsewhere (an alias, or the value of a key).
    Node at(Location elsewhere);

    /// The content on one line, as flow YAML.
    String text();

    record Mapping(Location location, Map<String, Node> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Mapping empty(Location location) {
            return new Mapping(location, Map.of());
        }

        Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        Mapping with(String key, Node value) {
            var changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(location, changed);
        }

        Mapping without(String key) {
            var changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(location, changed);
        }

        @Override
        public Mapping at(Location elsewhere) {
            return new Mapping(elsewhere, entries);
        }

        @Override
        public String text() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    record Sequence(Location location, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Sequence at(Location elsewhere) {
            return new Sequence(elsewhere, items);
        }

        @Override
        public String text() {
            return items.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record Scalar(Location location, String text, Kind kind) implements Node {
        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }

        boolean isNull() {
            return kind == Kind.NULL;
        }

        @Override
        public Scalar at(Location elsewhere) {
            return new Scalar(elsewhere, text, kind);
        }
    }
}
