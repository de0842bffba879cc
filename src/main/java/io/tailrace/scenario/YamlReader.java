package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML 1.2 (core schema), and so JSON, into [Node]s: one document, plain names as keys, no tags.
///
/// Why: it builds from the parser's events and counts as it goes, so that a few lines of aliases or brackets
/// cannot ask for more memory or stack than a real scenario needs.
final class YamlReader {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NODES = 100_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(ScenarioFiles.MAX_BYTES + 1)
            .build();

    private final ScalarResolver resolver = SETTINGS.getSchema().getScalarResolver();
    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private final Map<Anchor, Integer> anchoredSizes = new HashMap<>();
    private final List<Problem> duplicates = new ArrayList<>();
    private int nodes;

    private YamlReader(String text, String file) {
        this.file = file;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// @throws InvalidScenarioException if the text is not one such document
    static Node read(String text, String file) {
        try {
            return new YamlReader(text, file).document();
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().or(broken::getContextMark).map(Mark::getLine).orElse(-1) + 1;
            throw Problems.stop(new Location(file, line), "", "is not YAML: " + broken.getProblem(), "");
        } catch (YamlEngineException broken) {
            throw Problems.stop(new Location(file, 0), "", "is not YAML: " + broken.getMessage(), "");
        }
    }

    /// The top level of a file, which must be a mapping.
    static Node.Mapping readMapping(String text, String file) {
        return switch (read(text, file)) {
            case Node.Mapping mapping -> mapping;
            case Node.Scalar scalar when scalar.isNull() -> throw empty(file);
            case Node other -> throw Problems.stop(
                    other.location(), "", "must consist of `key: value` lines at its top level", "");
        };
    }

    private Node document() {
        next(); // start of the stream
        if (next().getEventId() == Event.ID.StreamEnd) {
            throw empty(file);
        }
        var root = node(next(), 0);
        next(); // end of the document
        var after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw Problems.stop(locate(after), "", "only one YAML document is allowed in a file", "");
        }
        if (!duplicates.isEmpty()) {
            throw new InvalidScenarioException(duplicates);
        }
        return root;
    }

    private Node node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw Problems.stop(locate(event), "", "is nested deeper than " + MAX_DEPTH + " levels", "");
        }
        int before = nodes;
        count(event, 1);
        var node = switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> scalar(untagged(scalar, scalar.getTag()));
            case MappingStartEvent start -> mapping(untagged(start, start.getTag()), depth);
            case SequenceStartEvent start -> sequence(untagged(start, start.getTag()), depth);
            default -> throw new IllegalStateException("unexpected YAML event " + event);
        };
        if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
            named.getAnchor().ifPresent(anchor -> {
                anchors.put(anchor, node);
                anchoredSizes.put(anchor, nodes - before);
            });
        }
        return node;
    }

    private Node alias(AliasEvent alias) {
        var target = anchors.get(alias.getAlias());
        if (target == null) {
            throw Problems.stop(locate(alias), "", "*" + alias.getAlias() + " is not defined before this line", "");
        }
        count(alias, anchoredSizes.get(alias.getAlias()));
        return target.at(locate(alias));
    }

    private Node.Scalar scalar(ScalarEvent event) {
        boolean implicit = event.getImplicit().canOmitTagInPlainScalar();
        var tag = event.isPlain() ? resolver.resolve(event.getValue(), implicit) : Tag.STR;
        return new Node.Scalar(locate(event), event.getValue(), kind(tag));
    }

    private static Node.Scalar.Kind kind(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Node.Scalar.Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Node.Scalar.Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Node.Scalar.Kind.NULL : Node.Scalar.Kind.TEXT;
    }

    private Node.Sequence sequence(SequenceStartEvent start, int depth) {
        var items = new ArrayList<Node>();
        for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(locate(start), items);
    }

    private Node.Mapping mapping(MappingStartEvent start, int depth) {
        var entries = new LinkedHashMap<String, Node>();
        for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            var key = key(event, depth);
            var value = node(next(), depth + 1).at(key.location());
            var earlier = entries.putIfAbsent(key.text(), value);
            if (earlier != null) {
                duplicates.add(new Problem(
                        key.location(), key.text(), "", "is given twice, first on line "
                                + earlier.location().line(),
                        ""));
            }
        }
        return new Node.Mapping(locate(start), entries);
    }

    private Node.Scalar key(Event event, int depth) {
        if (node(event, depth + 1) instanceof Node.Scalar key && key.kind() == Node.Scalar.Kind.TEXT) {
            return key;
        }
        throw Problems.stop(locate(event), "", "keys must be names, not numbers, lists or sections", "");
    }

    private <E extends Event> E untagged(E event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw Problems.stop(locate(event), "", "YAML tags such as " + tag.get() + " are not supported", "");
        }
        return event;
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw Problems.stop(locate(event), "", "holds more than " + MAX_NODES + " values, aliases expanded", "");
        }
    }

    private Event next() {
        return events.next();
    }

    private Location locate(Event event) {
        return new Location(file, event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
    }

    private static InvalidScenarioException empty(String file) {
        return Problems.stop(new Location(file, 1), "", "the file is empty", "");
    }
}
