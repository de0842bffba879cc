package io.tailrace.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The distributions by the key that names them: `pert` for [Distribution.Pert].
final class DistributionForms {
    private static final Map<String, Class<?>> FORMS = forms();

    private DistributionForms() {}

    static List<String> names() {
        return List.copyOf(FORMS.keySet());
    }

    static Optional<Class<?>> named(String name) {
        return Optional.ofNullable(FORMS.get(name));
    }

    static String nameOf(Class<?> form) {
        var simple = form.getSimpleName();
        return simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }

    private static Map<String, Class<?>> forms() {
        var forms = new LinkedHashMap<String, Class<?>>();
        Arrays.stream(Distribution.class.getPermittedSubclasses()).forEach(form -> forms.put(nameOf(form), form));
        return Collections.unmodifiableMap(forms);
    }
}
