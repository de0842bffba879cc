package io.tailrace.report.committee;

import java.util.Arrays;
import java.util.List;

/// Words with numbers among them.
record Sentence(List<Cell> cells) implements Part {
    /// Of strings, and of numbers as cells.
    static Sentence of(Object... parts) {
        return new Sentence(Arrays.stream(parts)
                .map(part -> part instanceof Cell cell ? cell : Cell.of(part.toString()))
                .toList());
    }
}
