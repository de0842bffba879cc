package io.tailrace.tuning;

import io.tailrace.engine.Tuning;

/// How fast a tuning is.
///
/// @param nanoseconds a path on the clock, the mean of many runs
/// @param error half of the 99.9 % interval of that mean
public record Measurement(Tuning tuning, double nanoseconds, double error) {
    public Measurement {
        if (!(nanoseconds > 0) || !(error >= 0)) {
            throw new IllegalArgumentException(nanoseconds + " ± " + error + " ns is no measurement");
        }
    }

    /// Whether it is faster by more than both intervals.
    boolean clears(Measurement other) {
        return nanoseconds + error < other.nanoseconds - other.error;
    }

    /// In a word or two.
    public String comparedWith(Measurement defaults) {
        if (clears(defaults)) {
            return "faster";
        }
        return defaults.clears(this) ? "slower" : "no clear difference";
    }
}
