package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A place in a scenario as `--set` names it: `regimes.states[1].drift` or `regimes.states.boom.drift`.
///
/// Sections that are not there yet are made; whether their names mean anything is the [Binder]'s to say.
final class KeyPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d{1,9}])*)");
    private static final Pattern INDEX = Pattern.compile("\\d+");

    private final String text;
    private final List<String> steps;

    private KeyPath(String text, List<String> steps) {
        this.text = text;
        this.steps = steps;
    }

    /// Applies `key.path=value`; a value of `null` takes the key away.
    static Node.Mapping set(Node.Mapping root, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw Problems.stop(Location.COMMAND_LINE, assignment, "must have the form key.path=value", "");
        }
        var path = of(assignment.substring(0, equals).strip());
        var value = path.value(assignment.substring(equals + 1));
        return (Node.Mapping) path.put(root, 0, Locations.everywhere(value, Location.COMMAND_LINE));
    }

    private Node value(String yaml) {
        try {
            return YamlReader.read(yaml.isBlank() ? "''" : yaml, Location.COMMAND_LINE.file());
        } catch (InvalidScenarioException broken) {
            throw stop(broken.problems().getFirst().rule(), "");
        }
    }

    /// Puts a value at a place whose sections and items exist or can be made.
    static Node.Mapping put(Node.Mapping root, String path, Node value) {
        return (Node.Mapping) of(path).put(root, 0, value);
    }

    private static KeyPath of(String text) {
        var steps = new ArrayList<String>();
        for (var part : text.split("\\.", -1)) {
            var match = STEP.matcher(part);
            if (!match.matches()) {
                throw Problems.stop(Location.COMMAND_LINE, text, "is not a key path such as demand.longRunGrowth", "");
            }
            steps.add(match.group(1));
            INDEX.matcher(match.group(2)).results().forEach(index -> steps.add("[" + index.group() + "]"));
        }
        return new KeyPath(text, steps);
    }

    private Node put(Node node, int depth, Node value) {
        if (depth == steps.size()) {
            return value;
        }
        return switch (node) {
            case Node.Mapping section -> putInSection(section, depth, value);
            case Node.Sequence list -> putInList(list, depth, value);
            case Node.Scalar scalar -> throw stop("stops at a plain value, " + scalar.text(), "");
        };
    }

    private Node putInSection(Node.Mapping section, int depth, Node value) {
        var key = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (key.startsWith("[")) {
            throw stop("asks for item " + key + " of something that is not a list in the scenario", "");
        }
        if (last && value instanceof Node.Scalar scalar && scalar.isNull()) {
            return section.without(key);
        }
        var before = section.get(key).orElse(Node.Mapping.empty(value.location()));
        return section.with(key, put(before, depth + 1, value));
    }

    private Node putInList(Node.Sequence list, int depth, Node value) {
        int index = index(list, steps.get(depth));
        var items = new ArrayList<>(list.items());
        items.set(index, put(items.get(index), depth + 1, value));
        return new Node.Sequence(list.location(), items);
    }

    private int index(Node.Sequence list, String step) {
        if (!step.startsWith("[")) {
            var names = list.items().stream().map(KeyPath::name).toList();
            return first(names, step)
                    .orElseThrow(() -> stop("no item is named " + step, Suggestions.didYouMeanOneOf(step, names)));
        }
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        if (index >= list.items().size()) {
            throw stop("the list has " + list.items().size() + " items, counted from [0]", "");
        }
        return index;
    }

    private static OptionalInt first(List<String> names, String name) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .findFirst();
    }

    private static String name(Node item) {
        return item instanceof Node.Mapping section && section.entries().get("name") instanceof Node.Scalar name
                ? name.text()
                : "";
    }

    private InvalidScenarioException stop(String rule, String hint) {
        return Problems.stop(Location.COMMAND_LINE, text, rule, hint);
    }
}
