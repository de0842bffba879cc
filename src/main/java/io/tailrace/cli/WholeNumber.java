package io.tailrace.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whole numbers on the command line, written plainly or as in `1e6`, `1_000_000`.
final class WholeNumber {
    /// What people type: a few digits, perhaps with an exponent of one.
    ///
    /// Why: the first `BigDecimal` of a JVM takes 50 ms, a twentieth of what a short command does.
    private static final Pattern USUAL = Pattern.compile("(\\d{1,9})(?:[eE](\\d))?");

    private WholeNumber() {}

    /// Empty when the option is absent; a clear message when it is no whole number in [low, high].
    static OptionalLong parse(String option, String text, long low, long high) {
        if (text == null) {
            return OptionalLong.empty();
        }
        String digits = text.replace("_", "");
        OptionalLong usual = usual(digits);
        if (usual.isPresent() && usual.getAsLong() >= low && usual.getAsLong() <= high) {
            return usual;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new UserException(option + " " + text + " is not a number" + among(low, high));
        }
        boolean inside =
                number.compareTo(BigDecimal.valueOf(low)) >= 0 && number.compareTo(BigDecimal.valueOf(high)) <= 0;
        if (!inside || number.stripTrailingZeros().scale() > 0) {
            throw new UserException(option + " " + text + " is out of range" + among(low, high));
        }
        return OptionalLong.of(number.longValueExact());
    }

    private static OptionalLong usual(String digits) {
        Matcher matcher = USUAL.matcher(digits);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        int zeros = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        for (int i = 0; i < zeros; i++) {
            number *= 10;
        }
        return OptionalLong.of(number);
    }

    private static String among(long low, long high) {
        return String.format(Locale.ROOT, ": it must be a whole number from %,d to %,d", low, high);
    }
}
