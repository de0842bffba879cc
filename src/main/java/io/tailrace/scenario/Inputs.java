package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads parameters: a number, a distribution, or the long form with `value` and where it comes from.
final class Inputs {
    private static final List<String> LONG_FORM = List.of("value", "point");

    private final Binder binder;
    private final Problems problems;
    private final Scalars scalars;
    private final Sources sources;
    private final List<RegisterEntry> register;

    Inputs(Binder binder, Problems problems, Scalars scalars, Sources sources, List<RegisterEntry> register) {
        this.binder = binder;
        this.problems = problems;
        this.scalars = scalars;
        this.sources = sources;
        this.register = register;
    }

    Optional<Input> input(Field field, Place at) {
        boolean longForm = at.node() instanceof Node.Mapping mapping && mapping.get("value").isPresent();
        var input = longForm
                ? longForm(field, (Node.Mapping) at.node(), at)
                : distribution(field, at)
                        .map(distribution -> new Input(distribution, OptionalDouble.empty(), provenance(at)));
        input.ifPresent(sound -> register.add(
                RegisterEntry.of(at, field, sound, sources.written(at.node()))));
        return input;
    }

    private Optional<Input> longForm(Field field, Node.Mapping mapping, Place at) {
        binder.unknownKeys(mapping, at, LONG_FORM, Scalars.PROVENANCE_KEYS);
        scalars.checkProvenance(mapping, at);
        var distribution = distribution(field, at.child("value", mapping.entries().get("value")));
        var stated = mapping.get("point");
        var point = stated.flatMap(node -> scalars.number(field, at.child("point", node)));
        if (distribution.isEmpty() || stated.isPresent() != point.isPresent()) {
            return Optional.empty();
        }
        var known = point.map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return Optional.of(new Input(distribution.get(), known, provenance(at)));
    }

    private Input.Provenance provenance(Place at) {
        return at.given() ? sources.of(at.path(), at.node()) : Place.PRESET;
    }

    /// A number or a mapping whose one key names the form; its support must lie in the field's interval.
    Optional<Distribution> distribution(Field field, Place at) {
        return switch (at.node()) {
            case Node.Scalar _ -> scalars.number(field, at).map(Distribution.Constant::new);
            case Node.Sequence _ -> fail(at, "must be a number or a distribution", "");
            case Node.Mapping mapping -> form(mapping, at).filter(distribution -> inside(field, at, distribution));
        };
    }

    private Optional<Distribution> form(Node.Mapping mapping, Place at) {
        var keys = List.copyOf(mapping.entries().keySet());
        if (keys.size() != 1) {
            return severalKeys(keys, at);
        }
        var name = keys.getFirst();
        var body = at.child(name, mapping.entries().get(name));
        var form = DistributionForms.named(name);
        if (form.isEmpty()) {
            var known = new ArrayList<>(DistributionForms.names());
            known.add("value");
            problems.add(
                    body.node().location(), body.path(), "", "no such distribution",
                    Suggestions.didYouMeanOneOf(name, known));
            return Optional.empty();
        }
        return body(form.get(), body);
    }

    private Optional<Distribution> severalKeys(List<String> keys, Place at) {
        boolean annotated = keys.stream().anyMatch(Scalars.PROVENANCE_KEYS::contains);
        var hint = annotated ? "put the number or distribution under value:" : "";
        return fail(at, "must be a number or a distribution, which has exactly one key", hint);
    }

    private Optional<Distribution> body(Class<?> form, Place at) {
        var keys = RecordShape.of(form).names();
        if (!(at.node() instanceof Node.Mapping mapping)) {
            return fail(at, "must be a section with the keys " + String.join(", ", keys), "");
        }
        binder.unknownKeys(mapping, at, keys, List.of());
        return binder.components(form, mapping, at)
                .map(Distribution.class::cast)
                .flatMap(stated -> complete(stated, mapping, at))
                .filter(distribution -> sound(distribution, at));
    }

    private Optional<Distribution> complete(Distribution stated, Node.Mapping mapping, Place at) {
        if (!(stated instanceof Distribution.Empirical empirical)) {
            return Optional.of(stated);
        }
        return problems.attempt(() -> {
            var values = empirical.values().isEmpty()
                    ? CsvColumn.read(empirical, mapping, at.path())
                    : empirical.values();
            return new Distribution.Empirical(
                    empirical.file(), empirical.column(), values.stream().sorted().toList());
        });
    }

    private boolean sound(Distribution distribution, Place at) {
        var broken = DistributionRules.broken(distribution);
        broken.ifPresent(rule -> fail(at, rule, ""));
        return broken.isEmpty();
    }

    private boolean inside(Field field, Place at, Distribution distribution) {
        var support = Support.of(distribution);
        var interval = Interval.of(field.in());
        if (interval.contains(support)) {
            return true;
        }
        var rule = "has values in " + support + " but must lie in " + field.in() + Scalars.unit(field);
        boolean cancelled = support.highestAttained() && Double.isInfinite(support.highest());
        fail(at, rule, cancelled ? "only a project's delay may be infinite" : "truncate it");
        return false;
    }

    private <T> Optional<T> fail(Place at, String rule, String hint) {
        problems.add(at.node().location(), at.path(), at.node().text(), rule, hint);
        return Optional.empty();
    }
}
