package io.tailrace.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a key of the scenario file means and which values it admits.
///
/// The validator, the JSON Schema and the assumption register all read these annotations, so a rule
/// is stated once, beside the component it governs.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /// One sentence: what the number is.
    String doc();

    /// Unit in words; empty for names and lists.
    String unit() default "";

    /// Interval of admissible values, such as `[0, 1]`, `(0, inf)`; a distribution's support must lie in it.
    String in() default "(-inf, inf)";

    /// YAML text of the value when the key is absent; empty means the key is required,
    /// except for components of type [java.util.Optional] and lists, which are simply empty.
    String preset() default "";
}
