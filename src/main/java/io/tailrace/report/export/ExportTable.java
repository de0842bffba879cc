package io.tailrace.report.export;

import java.util.List;

/// A table by columns, all of the same length.
///
/// @param name of its file, without what says the format
/// @param entries what names in its columns mean
record ExportTable(String name, List<Column> columns, List<Entry> entries) {
    /// @param column in which the name stands
    record Entry(String column, String name, String unit, String meaning, String source) {}

    ExportTable {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        int rows = columns.getFirst().values().rows();
        for (Column column : columns) {
            if (column.values().rows() != rows) {
                throw new IllegalArgumentException(
                        name + "." + column.name() + " has " + column.values().rows() + " rows of " + rows);
            }
        }
    }

    int rows() {
        return columns.getFirst().values().rows();
    }
}
