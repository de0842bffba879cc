package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of cells under headers that name their units.
///
/// @param name says what it holds; also the name of its CSV file
/// @param folded whether it opens only when asked for
record Table(String name, List<String> headers, List<List<Cell>> rows, boolean folded) implements Part {
    Table(String name, String... headers) {
        this(name, List.of(headers), new ArrayList<>(), false);
    }

    Table fold() {
        return new Table(name, headers, rows, true);
    }

    /// Adds a row.
    void row(Cell... cells) {
        row(Arrays.asList(cells));
    }

    void row(List<Cell> cells) {
        if (cells.size() != headers.size()) {
            throw new IllegalArgumentException(
                    name + ": " + cells.size() + " cells under " + headers.size() + " headers");
        }
        rows.add(List.copyOf(cells));
    }

    /// Whether a column has any number.
    boolean isOfNumbers(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Cell.Amount);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
