package io.tailrace.scenario;

import java.util.regex.Pattern;

/// Admissible values as [Field#in()] writes them: `[0, 1)`, `(0, inf)`. A bracket at `inf` admits infinity itself.
record Interval(double lowest, boolean lowestIncluded, double highest, boolean highestIncluded) {
    private static final Pattern NOTATION = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([\\])])");

    static Interval of(String notation) {
        var match = NOTATION.matcher(notation);
        if (!match.matches()) {
            throw new IllegalArgumentException("not an interval: " + notation);
        }
        boolean lowestIncluded = match.group(1).equals("[");
        boolean highestIncluded = match.group(4).equals("]");
        return new Interval(bound(match.group(2)), lowestIncluded, bound(match.group(3)), highestIncluded);
    }

    boolean contains(double value) {
        boolean above = lowestIncluded ? value >= lowest : value > lowest;
        boolean below = highestIncluded ? value <= highest : value < highest;
        return above && below;
    }

    /// Whether every value of the support lies inside; an end that is never attained may touch an open end.
    boolean contains(Support support) {
        boolean above = support.lowestAttained() ? contains(support.lowest()) : support.lowest() >= lowest;
        boolean below = support.highestAttained() ? contains(support.highest()) : support.highest() <= highest;
        return above && below;
    }

    private static double bound(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
