package io.tailrace.scenario;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads single values: numbers within their interval, whole numbers, names, yes or no, texts.
final class Scalars {
    static final List<String> PROVENANCE_KEYS = List.of("source", "asOf", "validUntil", "confidence", "note");
    static final List<String> CONFIDENCES = List.of("high", "medium", "low", "assumption");
    private static final int LONGEST_NUMBER = 400;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.(inf|nan)");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    Optional<Object> scalar(Class<?> type, Field field, Place at) {
        if (type == double.class || type == Double.class) {
            return number(field, at).map(Object.class::cast);
        }
        if (type == int.class || type == Integer.class) {
            return whole(field, at, Integer.MIN_VALUE, Integer.MAX_VALUE).map(BigInteger::intValue);
        }
        if (type == long.class || type == Long.class) {
            return whole(field, at, Long.MIN_VALUE, Long.MAX_VALUE).map(BigInteger::longValue);
        }
        if (type == boolean.class) {
            return yesOrNo(at).map(Object.class::cast);
        }
        return type.isEnum() ? constant(type, at) : text(at).map(Object.class::cast);
    }

    /// A finite number in the field's interval.
    Optional<Double> number(Field field, Place at) {
        return decimal(at, "must be a number").map(Double::parseDouble).filter(value -> {
            if (Double.isInfinite(value)) {
                fail(at, "must be a finite number", "");
                return false;
            }
            return within(field, at, value);
        });
    }

    private Optional<BigInteger> whole(Field field, Place at, long lowest, long highest) {
        return decimal(at, "must be a whole number").map(BigDecimal::new).flatMap(value -> {
            if (value.precision() - value.scale() > 30
                    || value.compareTo(BigDecimal.valueOf(lowest)) < 0
                    || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
                boolean bounded = !field.in().contains("-inf");
                var range = bounded ? field.in() + unit(field) : "[" + lowest + ", " + highest + "]";
                return fail(at, "must lie in " + range, "");
            }
            if (value.stripTrailingZeros().scale() > 0) {
                return fail(at, "must be a whole number", "");
            }
            return within(field, at, value.doubleValue()) ? Optional.of(value.toBigInteger()) : Optional.empty();
        });
    }

    private boolean within(Field field, Place at, double value) {
        if (Interval.of(field.in()).contains(value)) {
            return true;
        }
        fail(at, "must lie in " + field.in() + unit(field), "");
        return false;
    }

    static String unit(Field field) {
        return field.unit().isEmpty() ? "" : " (" + field.unit() + ")";
    }

    /// The digits of a number that is neither infinite nor NaN.
    private Optional<String> decimal(Place at, String rule) {
        if (!(at.node() instanceof Node.Scalar scalar)) {
            return fail(at, rule, "");
        }
        if (scalar.kind() != Node.Scalar.Kind.NUMBER) {
            return fail(at, rule, hint(scalar.text()));
        }
        var text = scalar.text();
        if (NOT_FINITE.matcher(text).matches()) {
            return fail(at, "must be a finite number", "");
        }
        return isDecimal(text) ? Optional.of(text) : fail(at, rule + " in decimal digits", "");
    }

    private static boolean isDecimal(String text) {
        return text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches();
    }

    private static String hint(String text) {
        var digits = text.strip();
        if (isDecimal(digits)) {
            return "remove the quotes";
        }
        if (digits.endsWith("%") && isDecimal(digits.substring(0, digits.length() - 1).strip())) {
            var percent = new BigDecimal(digits.substring(0, digits.length() - 1).strip());
            return "write " + percent.movePointLeft(2).toPlainString();
        }
        boolean separated = isDecimal(digits.replaceAll("[_, ']", ""));
        return separated ? "write " + digits.replaceAll("[_, ']", "") : "";
    }

    private Optional<Boolean> yesOrNo(Place at) {
        if (at.node() instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.BOOLEAN) {
            return Optional.of(Boolean.parseBoolean(scalar.text()));
        }
        return fail(at, "must be true or false", "");
    }

    private Optional<Object> constant(Class<?> type, Place at) {
        var constants = Arrays.asList(type.getEnumConstants());
        var names = constants.stream().map(Object::toString).toList();
        return text(at).flatMap(text -> names.contains(text)
                ? Optional.of(constants.get(names.indexOf(text)))
                : fail(at, "must be one of " + String.join(", ", names), Suggestions.didYouMean(text, names)));
    }

    Optional<String> text(Place at) {
        return at.node() instanceof Node.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : fail(at, "must be text", "");
    }

    /// What a section or parameter says of its source must be of the right kind; whose source it is, [Sources] knows.
    void checkProvenance(Node.Mapping section, Place at) {
        for (var key : PROVENANCE_KEYS) {
            section.get(key).ifPresent(node -> checkSaid(key, at.child(key, node)));
        }
    }

    private void checkSaid(String key, Place at) {
        var said = text(at).filter(text -> !text.isEmpty());
        if (key.equals("confidence")) {
            said.filter(text -> !CONFIDENCES.contains(text))
                    .ifPresent(text -> fail(at, "must be one of " + String.join(", ", CONFIDENCES),
                            Suggestions.didYouMean(text, CONFIDENCES)));
        }
        if (key.equals("validUntil")) {
            said.filter(text -> SourceRule.date(text).isEmpty())
                    .ifPresent(_ -> fail(at, "must be a date such as 2027-05-28", ""));
        }
    }

    private <T> Optional<T> fail(Place at, String rule, String hint) {
        problems.add(at.node().location(), at.path(), at.node().text(), rule, hint);
        return Optional.empty();
    }
}
