package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What each file says of where its values come from: what a scenario extends, the scenario, overlays, `--set`.
///
/// A section's `source` speaks of the values beside it in the same file, not of what another file puts into the section.
/// A parameter's own `source` speaks of its value unless the value was written by a later file.
///
/// Why: a merged tree does not tell. A number that an overlay sets would pass for as well sourced as the one it replaces.
final class Sources {
    /// Lowest first, as the files were read; `[path][key]` to text.
    private final List<Map<String, Map<String, String>>> files = new ArrayList<>();
    private final Map<String, Integer> layers = new HashMap<>();

    /// What is in `root` and was written in its file, above all files added so far.
    void add(Node.Mapping root) {
        add(root, root.location().file());
    }

    /// The same of what was set on the command line.
    void addCommandLine(Node.Mapping root) {
        add(root, Location.COMMAND_LINE.file());
    }

    private void add(Node.Mapping root, String file) {
        var said = new HashMap<String, Map<String, String>>();
        walk(root, "", file, said);
        layers.put(file, files.size());
        files.add(said);
    }

    private static void walk(Node node, String path, String file, Map<String, Map<String, String>> said) {
        switch (node) {
            case Node.Mapping section -> {
                said(section, file).ifPresent(keys -> said.put(path, keys));
                section.entries()
                        .forEach((key, value) -> walk(value, path.isEmpty() ? key : path + "." + key, file, said));
            }
            case Node.Sequence list ->
                IntStream.range(0, list.items().size())
                        .forEach(i -> walk(list.items().get(i), path + "[" + i + "]", file, said));
            case Node.Scalar _ -> {}
        }
    }

    /// A `null` takes away what an earlier file says.
    private static Optional<Map<String, String>> said(Node.Mapping section, String file) {
        var keys = new HashMap<String, String>();
        for (var key : Scalars.PROVENANCE_KEYS) {
            if (section.entries().get(key) instanceof Node.Scalar text && text.location().file().equals(file)) {
                keys.put(key, text.isNull() ? "" : text.text());
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    /// Of the parameter at a key path.
    Input.Provenance of(String path, Node value) {
        int layer = layer(latest(value));
        var said = new HashMap<String, String>();
        if (layer < files.size()) {
            sections(path).forEach(section -> said.putAll(files.get(layer).getOrDefault(section, Map.of())));
        }
        for (int later = layer + 1; later < files.size(); later++) {
            said.putAll(files.get(later).getOrDefault(path, Map.of()));
        }
        return new Input.Provenance(
                said.getOrDefault("source", ""),
                said.getOrDefault("asOf", ""),
                said.getOrDefault("validUntil", ""),
                said.getOrDefault("confidence", ""),
                said.getOrDefault("note", ""));
    }

    /// Where the value was last written.
    Location written(Node value) {
        var latest = latest(value);
        return latest.file().equals(value.location().file()) ? value.location() : latest;
    }

    /// Of the part of the value that the latest file wrote.
    private Location latest(Node value) {
        return leaves(value).max(Comparator.comparingInt(this::layer)).orElse(value.location());
    }

    private int layer(Location location) {
        return layers.getOrDefault(location.file(), 0);
    }

    private static Stream<Location> leaves(Node node) {
        return switch (node) {
            case Node.Mapping section ->
                section.entries().entrySet().stream()
                        .filter(entry -> !Scalars.PROVENANCE_KEYS.contains(entry.getKey()))
                        .flatMap(entry -> leaves(entry.getValue()));
            case Node.Sequence list -> list.items().stream().flatMap(Sources::leaves);
            case Node.Scalar scalar -> Stream.of(scalar.location());
        };
    }

    /// The path's sections from the outermost in, and the path itself: of `a.b[0]` it is ``, `a`, `a.b`, `a.b[0]`.
    private static List<String> sections(String path) {
        var sections = new ArrayList<>(List.of(""));
        for (int i = 1; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                sections.add(path.substring(0, i));
            }
        }
        sections.add(path);
        return sections;
    }
}
