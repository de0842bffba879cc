package io.tailrace.scenario;

import java.util.LinkedHashMap;

/// Moves whole trees to another place of origin.
final class Locations {
    private Locations() {}

    /// The same tree as if all of it had been written at one place.
    static Node everywhere(Node node, Location location) {
        return switch (node) {
            case Node.Mapping section -> {
                var entries = new LinkedHashMap<String, Node>();
                section.entries().forEach((key, value) -> entries.put(key, everywhere(value, location)));
                yield new Node.Mapping(location, entries);
            }
            case Node.Sequence list -> new Node.Sequence(
                    location,
                    list.items().stream().map(item -> everywhere(item, location)).toList());
            case Node.Scalar scalar -> scalar.at(location);
        };
    }
}
