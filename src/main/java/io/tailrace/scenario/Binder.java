package io.tailrace.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Walks record components and nodes together and makes values of them; every mismatch is a [Problem].
///
/// Why: the records and their [Field]s are the only statement of the file's shape; nothing here knows a key.
final class Binder {
    private final Problems problems;
    private final BoundScenario bound;
    private final Scalars scalars;
    private final Inputs inputs;

    Binder(Problems problems, BoundScenario bound, Sources sources, List<RegisterEntry> register) {
        this.problems = problems;
        this.bound = bound;
        this.scalars = new Scalars(problems);
        this.inputs = new Inputs(this, problems, scalars, sources, register);
    }

    /// Empty if a value could not be made; the problems found tell whether all is well.
    <T extends Record> Optional<T> bind(Class<T> type, Node root) {
        return bind(type, root, "");
    }

    <T extends Record> Optional<T> bind(Class<T> type, Node root, String path) {
        return section(type, Place.root(root, path)).map(type::cast);
    }

    /// One value of any type that a component may have.
    Optional<Object> value(Type type, Field field, Place at) {
        bound.visit(at);
        if (at.node() instanceof Node.Scalar scalar && scalar.isNull()) {
            problems.add(at.node().location(), at.path(), "", "has no value", "give one or remove the key");
            return Optional.empty();
        }
        var result = type instanceof ParameterizedType generic
                ? container(generic, field, at)
                : plain((Class<?>) type, field, at);
        if (!isOptional(type)) {
            result.ifPresent(value -> bound.keep(at.path(), value));
        }
        return result;
    }

    private Optional<Object> plain(Class<?> type, Field field, Place at) {
        if (type == Input.class) {
            return inputs.input(field, at).map(Object.class::cast);
        }
        if (type == Distribution.class) {
            return inputs.distribution(field, at).map(Object.class::cast);
        }
        if (type == BatchFile.Values.class) {
            return Optional.of(BatchFile.Values.of(at.node()));
        }
        if (type == OptionalDouble.class) {
            return scalars.number(field, at).map(OptionalDouble::of);
        }
        return type.isRecord() ? section(type, at) : scalars.scalar(type, field, at);
    }

    private Optional<Object> container(ParameterizedType type, Field field, Place at) {
        if (isOptional(type)) {
            return value(type.getActualTypeArguments()[0], field, at).map(Optional::of);
        }
        if (type.getRawType() == List.class) {
            return list(type.getActualTypeArguments()[0], field, at);
        }
        return map(type.getActualTypeArguments()[1], field, at);
    }

    private Optional<Object> list(Type itemType, Field field, Place at) {
        if (!(at.node() instanceof Node.Sequence sequence)) {
            return wrong(at, "must be a list");
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < sequence.items().size(); i++) {
            value(itemType, field, at.item(i, sequence.items().get(i))).ifPresent(items::add);
        }
        boolean complete = items.size() == sequence.items().size();
        return complete ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> map(Type valueType, Field field, Place at) {
        if (!(at.node() instanceof Node.Mapping mapping)) {
            return wrong(at, "must be a section of `key: value` lines");
        }
        var entries = new LinkedHashMap<String, Object>();
        mapping.entries()
                .forEach((key, node) -> value(valueType, field, at.child(key, node))
                        .ifPresent(value -> entries.put(key, value)));
        boolean complete = entries.size() == mapping.entries().size();
        return complete ? Optional.of(Collections.unmodifiableMap(entries)) : Optional.empty();
    }

    private Optional<Object> section(Class<?> type, Place at) {
        bound.visit(at);
        if (!(at.node() instanceof Node.Mapping mapping)) {
            return wrong(at, "must be a section of `key: value` lines");
        }
        scalars.checkProvenance(mapping, at);
        unknownKeys(mapping, at, RecordShape.of(type).names(), Scalars.PROVENANCE_KEYS);
        return components(type, mapping, at);
    }

    /// The components of a record whose keys have been checked.
    Optional<Object> components(Class<?> type, Node.Mapping mapping, Place at) {
        var shape = RecordShape.of(type);
        var values = new Object[shape.components().size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            var value = component(shape.components().get(i), mapping, at);
            complete &= value.isPresent();
            values[i] = value.orElse(this);
        }
        return complete ? Optional.of(shape.construct(values)) : Optional.empty();
    }

    private Optional<Object> component(RecordShape.Component component, Node.Mapping mapping, Place at) {
        var key = component.name();
        var field = component.field().orElseThrow();
        var node = mapping.get(key);
        if (node.isPresent()) {
            return value(component.type(), field, at.child(key, node.get()));
        }
        if (!field.preset().isEmpty()) {
            return value(component.type(), field, at.preset(key, field.preset()));
        }
        var absent = absent(component.raw());
        if (absent.isEmpty() && !bound.given(at.pathTo(key))) {
            problems.add(mapping.location(), at.pathTo(key), "is missing: " + field.doc());
        }
        return absent;
    }

    private static Optional<Object> absent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type == OptionalDouble.class) {
            return Optional.of(OptionalDouble.empty());
        }
        return type == List.class ? Optional.of(List.of()) : Optional.empty();
    }

    /// Reports keys that are not among the known ones; the key probably meant is then not reported as missing.
    void unknownKeys(Node.Mapping mapping, Place at, List<String> known, List<String> alsoAllowed) {
        var all = new ArrayList<>(known);
        all.addAll(alsoAllowed);
        var free = new ArrayList<>(all);
        free.removeAll(mapping.entries().keySet());
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            var key = entry.getKey();
            if (!all.contains(key)) {
                var meant = Suggestions.nearest(key, free);
                var hint = Suggestions.didYouMean(key, meant.isPresent() ? free : all);
                problems.add(entry.getValue().location(), at.pathTo(key), "", "unknown key", hint);
                meant.ifPresent(name -> bound.misspelt(at.pathTo(name)));
            }
        }
    }

    private Optional<Object> wrong(Place at, String rule) {
        problems.add(at.node().location(), at.path(), at.node().text(), rule, "");
        return Optional.empty();
    }

    private static boolean isOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }
}
