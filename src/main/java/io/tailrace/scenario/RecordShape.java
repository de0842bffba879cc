package io.tailrace.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What reflection says of a record, asked once: each time anew it would read the annotations again.
record RecordShape(List<Component> components, Constructor<?> constructor) {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) { return read(type); }
    };

    /// @param field what is said of it; empty where it is none of a scenario's keys
    record Component(String name, Class<?> raw, Type type, Optional<Field> field, Method accessor) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getType(),
                    component.getGenericType(),
                    Optional.ofNullable(component.getAnnotation(Field.class)),
                    component.getAccessor());
        }

        Object of(Record section) {
            try {
                return accessor.invoke(section);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot read " + name + " of " + section.getClass(), broken);
            }
        }
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    Object construct(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot construct " + constructor.getDeclaringClass(), broken);
        }
    }

    private static RecordShape read(Class<?> type) {
        List<Component> components = Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        Class<?>[] types = components.stream().map(Component::raw).toArray(Class<?>[]::new);
        try {
            return new RecordShape(components, type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException broken) {
            throw new IllegalStateException("every record has a canonical constructor", broken);
        }
    }
}
