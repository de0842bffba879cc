package io.tailrace.plan;

import java.util.Arrays;
import java.util.Optional;

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

    static Optional<Factor> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
    }
}
