package io.tailrace.scenario;

import java.util.Optional;
import java.util.regex.Pattern;

/// A calendar quarter, written 2026Q1.
public record Quarter(int year, int number) implements Comparable<Quarter> {
    static final String RULE = "must be a quarter such as 2026Q1";
    private static final Pattern TEXT = Pattern.compile("(\\d{4})Q([1-4])");

    public static Optional<Quarter> of(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    public Quarter plus(int quarters) {
        int count = year * 4 + number - 1 + quarters;
        return new Quarter(Math.floorDiv(count, 4), Math.floorMod(count, 4) + 1);
    }

    /// Number of quarters from this one to another.
    public int until(Quarter other) {
        return (other.year - year) * 4 + other.number - number;
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(0, until(other));
    }

    @Override
    public String toString() {
        return "%04dQ%d".formatted(year, number);
    }
}
