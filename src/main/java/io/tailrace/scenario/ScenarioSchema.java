package io.tailrace.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The JSON Schema (draft 2020-12) of scenario files, from the same records and [Field]s as the checks.
///
/// A file with `stress` is an overlay and one with `extends` adds to another: there every key is optional and `null`
/// takes one away (the `patch.…` definitions).
public final class ScenarioSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PATCH = "patch.";
    /// Their lists may not be left out.
    private static final List<Class<?>> MUST_BE_FILLED = List.of(
            Distribution.Mixture.class, Distribution.Discrete.class, Distribution.Metalog.class,
            Distribution.Pool.class, BatchFile.class);

    private final ObjectNode definitions = NODES.objectNode();

    private ScenarioSchema() {}

    public static String json() {
        return text(new ScenarioSchema().schema());
    }

    /// Of batch files, from [BatchFile].
    public static String batchJson() {
        return text(new ScenarioSchema().batch());
    }

    private static String text(ObjectNode schema) {
        var indented = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indented);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(schema) + "\n";
    }

    private ObjectNode batch() {
        var schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Tailrace batch");
        schema.setAll(section(BatchFile.class, ""));
        return schema.set("$defs", definitions);
    }

    private ObjectNode schema() {
        var schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Tailrace scenario");
        schema.set("if", anyOf(List.of(requiring("stress"), requiring("extends"))));
        schema.set("then", section(Scenario.class, PATCH));
        schema.set("else", section(Scenario.class, ""));
        topLevelKeys();
        inputs();
        return schema.set("$defs", definitions);
    }

    private static ObjectNode requiring(String key) {
        var object = NODES.objectNode();
        object.putArray("required").add(key);
        return object;
    }

    private void topLevelKeys() {
        var patch = (ObjectNode) definitions.get(PATCH + "Scenario").get("properties");
        patch.set("extends", text("Scenario file that this one adds to, relative to this file."));
        patch.set("stress", section(LoadedScenario.StressInfo.class, ""));
    }

    private void inputs() {
        var forms = object("One of the distributions.").put("minProperties", 1).put("maxProperties", 1);
        for (var form : Distribution.class.getPermittedSubclasses()) {
            forms.withObjectProperty("properties").set(DistributionForms.nameOf(form), record(form, "", false));
        }
        definitions.set("distribution", forms);
        var longForm = object("A number or distribution and where it comes from.");
        longForm.putArray("required").add("value");
        var properties = longForm.withObjectProperty("properties");
        properties.set("value", anyOf(List.of(type("number"), reference("distribution"))));
        properties.set("point", type("number").put("description", "Value at t = 0 and in deterministic runs."));
        provenance(properties);
        definitions.set("input", anyOf(List.of(type("number"), reference("distribution"), longForm)));
    }

    private ObjectNode section(Class<?> type, String family) {
        var name = family + type.getSimpleName();
        if (!definitions.has(name)) {
            definitions.putObject(name); // holds the place while the sections inside are written
            definitions.set(name, record(type, family, true));
        }
        return reference(name);
    }

    private ObjectNode record(Class<?> type, String family, boolean provenance) {
        var object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        var properties = object.putObject("properties");
        var required = NODES.arrayNode();
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), property(component, family));
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        if (provenance) {
            provenance(properties);
        }
        return required.isEmpty() || !family.isEmpty() ? object : object.set("required", required);
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getAnnotation(Field.class).preset().isEmpty()
                && !List.of(Optional.class, OptionalDouble.class).contains(component.getType())
                && (component.getType() != List.class || MUST_BE_FILLED.contains(component.getDeclaringRecord()));
    }

    private JsonNode property(RecordComponent component, String family) {
        var field = component.getAnnotation(Field.class);
        var value = value(component.getGenericType(), field, family);
        var property = family.isEmpty() ? value : nullable(value);
        var unit = field.unit().isEmpty() ? "" : " Unit: " + field.unit() + ".";
        property.put("description", field.doc() + unit);
        preset(field).ifPresent(preset -> property.set("default", preset));
        return property;
    }

    private static ObjectNode nullable(ObjectNode value) {
        if (value.get("type") instanceof StringNode type) {
            value.putArray("type").add(type.stringValue()).add("null");
            return value;
        }
        return anyOf(List.of(value, type("null")));
    }

    private static Optional<JsonNode> preset(Field field) {
        return field.preset().isEmpty()
                ? Optional.empty()
                : Optional.of(json(YamlReader.read(field.preset(), "preset")));
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Mapping section -> {
                var object = NODES.objectNode();
                section.entries().forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
            case Node.Sequence list ->
                NODES.arrayNode().addAll(list.items().stream().map(ScenarioSchema::json).toList());
            case Node.Scalar(_, String text, Node.Scalar.Kind kind) -> switch (kind) {
                case NUMBER -> text.matches("-?\\d+")
                        ? NODES.numberNode(Long.parseLong(text))
                        : NODES.numberNode(Double.parseDouble(text));
                case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
                case TEXT, NULL -> NODES.stringNode(text);
            };
        };
    }

    private ObjectNode value(Type type, Field field, String family) {
        if (!(type instanceof ParameterizedType generic)) {
            return plain((Class<?>) type, field, family);
        }
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == Optional.class) {
            return value(arguments[0], field, family);
        }
        if (generic.getRawType() == List.class) {
            return type("array").set("items", value(arguments[0], field, ""));
        }
        return arguments[1] == BatchFile.Values.class
                ? type("object")
                : factors(value(arguments[1], field, family));
    }

    private static ObjectNode factors(ObjectNode value) {
        var object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        var properties = object.putObject("properties");
        CorrelationMatrix.FACTORS.forEach(factor -> properties.set(factor, value));
        return object;
    }

    private ObjectNode plain(Class<?> type, Field field, String family) {
        if (type == Input.class) {
            return bounded(reference("input"), field);
        }
        if (type == Distribution.class) {
            return anyOf(List.of(bounded(type("number"), field), reference("distribution")));
        }
        if (type == double.class || type == Double.class || type == OptionalDouble.class) {
            return bounded(type("number"), field);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return bounded(type("integer"), field);
        }
        if (type == BatchFile.Values.class) {
            return NODES.objectNode();
        }
        if (type.isRecord()) {
            return section(type, family);
        }
        return type.isEnum()
                ? oneOf(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList())
                : type(type == boolean.class ? "boolean" : "string");
    }

    /// `minimum` and its kin bind numbers only, so beside a reference they leave distributions alone.
    private static ObjectNode bounded(ObjectNode number, Field field) {
        var interval = Interval.of(field.in());
        if (Double.isFinite(interval.lowest())) {
            number.set(interval.lowestIncluded() ? "minimum" : "exclusiveMinimum", bound(interval.lowest()));
        }
        if (Double.isFinite(interval.highest())) {
            number.set(interval.highestIncluded() ? "maximum" : "exclusiveMaximum", bound(interval.highest()));
        }
        return number;
    }

    private static JsonNode bound(double value) {
        return value == Math.rint(value) ? NODES.numberNode((long) value) : NODES.numberNode(value);
    }

    private static void provenance(ObjectNode properties) {
        properties.set("source", text("Where it comes from."));
        properties.set("asOf", text("Date or quarter of the source."));
        properties.set("validUntil", text("Last day on which it may be used unchecked, such as 2027-05-28."));
        properties.set("confidence", oneOf(Scalars.CONFIDENCES));
        properties.set("note", text("Anything the reader should know."));
    }

    private static ObjectNode object(String description) {
        var object = type("object").put("description", description).put("additionalProperties", false);
        object.putObject("properties");
        return object;
    }

    private static ObjectNode text(String description) {
        var text = NODES.objectNode().put("description", description);
        text.putArray("type").add("string").add("number").add("boolean");
        return text;
    }

    private static ObjectNode type(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static ObjectNode reference(String definition) {
        return NODES.objectNode().put("$ref", "#/$defs/" + definition);
    }

    private static ObjectNode anyOf(List<? extends JsonNode> schemas) {
        return NODES.objectNode().set("anyOf", NODES.arrayNode().addAll(schemas));
    }

    private static ObjectNode oneOf(List<String> names) {
        var constants = NODES.objectNode();
        names.forEach(constants.putArray("enum")::add);
        return constants;
    }
}
