package io.tailrace.summary;

import java.util.Comparator;

/// A path and what it gave; the lower value is the worse, and of equals the earlier path.
public record WorstPath(double value, long path) implements Comparable<WorstPath> {
    private static final Comparator<WorstPath> ORDER =
            Comparator.comparingDouble(WorstPath::value).thenComparingLong(WorstPath::path);

    @Override
    public int compareTo(WorstPath other) {
        return ORDER.compare(this, other);
    }
}
