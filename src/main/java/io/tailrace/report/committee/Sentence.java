package io.tailrace.report.committee;

import java.util.Arrays;
import java.util.List;

/// Words with numbers among them.
///
/// @param isLead whether it is what a reader in a hurry reads
record Sentence(List<Cell> cells, boolean isLead) implements Part {
    /// Of strings, and of numbers as cells.
    static Sentence of(Object... parts) {
        return new Sentence(cells(parts), false);
    }

    /// The same, for a reader in a hurry.
    static Sentence lead(Object... parts) {
        return new Sentence(cells(parts), true);
    }

    private static List<Cell> cells(Object... parts) {
        return Arrays.stream(parts)
                .map(part -> part instanceof Cell cell ? cell : Cell.of(part.toString()))
                .toList();
    }
}
