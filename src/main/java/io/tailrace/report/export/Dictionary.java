package io.tailrace.report.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What every column of every table means, and every name that stands in one, as a table.
final class Dictionary {
    private record Row(
            String file,
            String column,
            String name,
            String type,
            String unit,
            String meaning,
            String source) {}

    private Dictionary() {}

    /// @param ending of the tables' files
    static ExportTable of(List<ExportTable> tables, String ending) {
        var rows = new ArrayList<Row>();
        for (ExportTable table : tables) {
            String file = table.name() + ending;
            for (Column column : table.columns()) {
                rows.add(new Row(file, column.name(), "", column.values().type(), column.unit(), column.meaning(),
                        column.source()));
                for (ExportTable.Entry entry : table.entries()) {
                    if (entry.column().equals(column.name())) {
                        rows.add(new Row(file, column.name(), entry.name(), "", entry.unit(), entry.meaning(),
                                entry.source()));
                    }
                }
            }
        }
        return new ExportTable("dictionary", List.of(
                words(rows, "file", Row::file),
                words(rows, "column", Row::column),
                words(rows, "name", Row::name),
                words(rows, "type", Row::type),
                words(rows, "unit", Row::unit),
                words(rows, "meaning", Row::meaning),
                words(rows, "source", Row::source)),
                List.of());
    }

    private static Column words(List<Row> rows, String name, Function<Row, String> value) {
        return new Column(name, "", "", "", new Column.Words(rows.stream().map(value).toList()));
    }
}
