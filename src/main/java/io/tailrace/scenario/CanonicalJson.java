package io.tailrace.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A scenario as JSON in one way only: presets spelled out, keys in the records' order, provenance at each parameter.
///
/// Why: it is what is hashed and stored with results, so comments, order, `extends` and ways of writing a number must
/// not show. It is itself a scenario file that loads to the same scenario, with the values of CSV columns in it.
final class CanonicalJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double EXACT_WHOLE = 1L << 53;

    private CanonicalJson() {}

    static String write(Scenario scenario) {
        return JsonMapper.shared().writeValueAsString(json(scenario).orElseThrow());
    }

    /// Nothing for what the reader takes as absent.
    private static Optional<JsonNode> json(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(CanonicalJson::json);
            case OptionalDouble optional ->
                optional.isPresent() ? json(optional.getAsDouble()) : Optional.empty();
            case Double number -> Optional.of(number(number));
            case Integer number -> Optional.of(NODES.numberNode(number));
            case Long number -> Optional.of(NODES.numberNode(number));
            case Boolean truth -> Optional.of(NODES.booleanNode(truth));
            case List<?> list -> list.isEmpty() ? Optional.empty() : Optional.of(array(list));
            case Map<?, ?> map -> map.isEmpty() ? Optional.empty() : Optional.of(sorted(map));
            case Input input -> Optional.of(input(input));
            case Distribution distribution -> Optional.of(distribution(distribution));
            case Record section -> Optional.of(section(section));
            default -> Optional.of(NODES.stringNode(value.toString()));
        };
    }

    private static JsonNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT_WHOLE;
        return whole ? NODES.numberNode((long) value) : NODES.numberNode(value);
    }

    private static JsonNode array(List<?> list) {
        var array = NODES.arrayNode();
        list.forEach(item -> array.add(json(item).orElse(NODES.arrayNode())));
        return array;
    }

    private static JsonNode sorted(Map<?, ?> map) {
        var object = NODES.objectNode();
        new TreeMap<>(map).forEach((key, value) -> json(value).ifPresent(json -> object.set(key.toString(), json)));
        return object;
    }

    private static ObjectNode section(Record section) {
        var object = NODES.objectNode();
        for (var component : RecordShape.of(section.getClass()).components()) {
            json(component.of(section)).ifPresent(json -> object.set(component.name(), json));
        }
        return object;
    }

    private static JsonNode distribution(Distribution distribution) {
        return distribution instanceof Distribution.Constant(double value)
                ? number(value)
                : NODES.objectNode().set(DistributionForms.nameOf(distribution.getClass()),
                        section((Record) distribution));
    }

    /// For people: `0.5`, or `pert {min: 0.25, mode: 0.4, max: 0.6}`.
    static String text(Distribution distribution) {
        var json = distribution(distribution);
        if (!json.isObject()) {
            return flow(json);
        }
        var form = json.properties().iterator().next();
        return form.getKey() + " " + flow(form.getValue());
    }

    private static String flow(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(CanonicalJson::flow).collect(Collectors.joining(", ", "[", "]"))
                : node.asString();
    }

    private static JsonNode input(Input input) {
        var value = distribution(input.distribution());
        if (input.point().isEmpty() && input.provenance().equals(Input.Provenance.NONE)) {
            return value;
        }
        var object = NODES.objectNode().set("value", value);
        json(input.point()).ifPresent(point -> object.set("point", point));
        section(input.provenance()).properties().stream()
                .filter(said -> !said.getValue().asString().isEmpty())
                .forEach(said -> object.set(said.getKey(), said.getValue()));
        return object;
    }
}
