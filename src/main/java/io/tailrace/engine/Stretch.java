package io.tailrace.engine;

import java.io.Serializable;

/// Consecutive blocks of a run, which one machine of a [Cluster] computes in one go.
///
/// @param first block
/// @param end the first block that is not in it
public record Stretch(long first, long end) implements Serializable {
    public Stretch {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException("no blocks from " + first + " to " + end);
        }
    }

    public long blocks() {
        return end - first;
    }
}
