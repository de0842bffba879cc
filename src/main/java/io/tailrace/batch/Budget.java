package io.tailrace.batch;

/// What a night may use: seconds until a deadline, or of processor time.
public interface Budget {
    /// Seconds that it began with.
    double total();

    /// Seconds used since it began.
    double used();

    default double left() {
        return total() - used();
    }

    default boolean isUsedUp() {
        return left() <= 0;
    }
}
