package io.tailrace.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;

/// Whole numbers on the command line, written plainly or as in `1e6`, `1_000_000`.
final class WholeNumber {
    private WholeNumber() {}

    /// Empty when the option is absent; a clear message when it is no whole number in [low, high].
    static OptionalLong parse(String option, String text, long low, long high) {
        if (text == null) {
            return OptionalLong.empty();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text.replace("_", ""));
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

    private static String among(long low, long high) {
        return String.format(Locale.ROOT, ": it must be a whole number from %,d to %,d", low, high);
    }
}
