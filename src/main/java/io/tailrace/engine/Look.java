package io.tailrace.engine;

import java.util.List;

/// What was known after the first `paths` paths; readings run parallel to the measures.
public record Look(long paths, List<Reading> readings) {
    public Look {
        readings = List.copyOf(readings);
    }
}
