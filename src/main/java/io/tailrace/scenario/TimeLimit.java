package io.tailrace.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `30s`, `10min`, `2h`.
public final class TimeLimit {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(s|min|h)");

    private TimeLimit() {}

    /// Empty where the text is none.
    public static Optional<Duration> read(String text) {
        Matcher time = FORM.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        double seconds = Double.parseDouble(time.group(1)) * switch (time.group(2)) {
            case "s" -> 1;
            case "min" -> 60;
            default -> 3600;
        };
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }
}
