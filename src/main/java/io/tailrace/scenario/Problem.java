package io.tailrace.scenario;

/// One mistake of the user: where, which key, what stands there, which rule it breaks, and what was probably meant.
///
/// Key, value and hint are empty where there is nothing to say.
public record Problem(Location location, String key, String value, String rule, String hint) {
    private static final int LONGEST_VALUE = 80;

    public Problem {
        key = printable(key);
        value = printable(value);
        rule = printable(rule);
        hint = printable(hint);
    }

    /// Two lines for the terminal: the place and the value, then the rule.
    public String describe() {
        var place = key.isEmpty() ? location.toString() : location + "  " + key;
        var shown = value.isEmpty() ? place : place + " = " + shortened(value);
        return shown + System.lineSeparator() + "    " + (hint.isEmpty() ? rule : rule + "; " + hint);
    }

    @Override
    public String toString() {
        return describe();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /// Why: a scenario from elsewhere must not steer the terminal it is reported on.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
