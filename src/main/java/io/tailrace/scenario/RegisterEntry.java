package io.tailrace.scenario;

/// One line of the assumption register: a parameter, its value as written, where it comes from and where it stands.
///
/// Parameters left at their preset have the source `preset`, at the location of their section.
public record RegisterEntry(
        String key,
        String unit,
        String value,
        Input.Provenance provenance,
        Location location) {

    static RegisterEntry of(Place at, Field field, Input input) {
        return new RegisterEntry(at.path(), field.unit(), value(at.node()), input.provenance(), at.node().location());
    }

    private static String value(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            return node.text();
        }
        var inner = mapping.get("value");
        if (inner.isPresent()) {
            return value(inner.get());
        }
        var form = mapping.entries().entrySet().iterator().next();
        return form.getKey() + " " + form.getValue().text();
    }
}
