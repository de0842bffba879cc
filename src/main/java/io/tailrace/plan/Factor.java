package io.tailrace.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The quarterly shocks, in the order of the correlation matrix.
public enum Factor {
    DEMAND,
    GROWTH,
    PRICE,
    CHANNEL,
    TRAINIUM,
    EFFICIENCY,
    SPOT,
    BASE;

    /// Number of factors.
    public static final int COUNT = values().length;

    /// Name in scenario files.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Ordinals of these factors, then of the others in their own order.
    static int[] order(List<Factor> first) {
        if (first.contains(BASE)) {
            throw new IllegalArgumentException("Other shocks may not depend on " + BASE);
        }
        return Stream.concat(first.stream(), Arrays.stream(values()).filter(factor -> !first.contains(factor)))
                .mapToInt(Factor::ordinal)
                .toArray();
    }

    static Optional<Factor> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
    }
}
