package io.tailrace.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

/// What the keys of a scenario mean, in the words of their [Field]s.
public final class Meanings {
    private Meanings() {}

    /// Of a key such as `regimes.states[2].drift`: `Drift added to growth.`; empty where no scenario has it.
    public static Optional<String> of(String key) {
        Type type = Scenario.class;
        Optional<String> meaning = Optional.empty();
        for (String step : key.replaceAll("\\[\\d+]", "").split("\\.", -1)) {
            Optional<RecordShape.Component> component = component(type, step);
            meaning = component.flatMap(RecordShape.Component::field).map(Field::doc);
            if (component.isEmpty()) {
                return Optional.empty();
            }
            type = component.get().type();
        }
        return meaning;
    }

    private static Optional<RecordShape.Component> component(Type type, String name) {
        return type instanceof ParameterizedType generic
                ? component(generic.getActualTypeArguments()[0], name)
                : Optional.of((Class<?>) type)
                        .filter(Class::isRecord)
                        .flatMap(section -> RecordShape.of(section).components().stream()
                                .filter(component -> component.name().equals(name))
                                .findFirst());
    }
}
