package io.tailrace.summary;

import java.util.List;

/// Asks for the columns `of` where column `by` is low: cumulative token spending, say, and the net present values.
///
/// Both are indices into [Layout#columns].
public record Condition(int by, List<Integer> of) {
    public Condition {
        of = List.copyOf(of);
        if (of.isEmpty()) {
            throw new IllegalArgumentException("A condition on column " + by + " asks for no column");
        }
    }
}
