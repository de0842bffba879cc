package io.tailrace.report.export;

import io.tailrace.report.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A table as CSV by RFC 4180: full precision, empty where a value is missing.
final class CsvFile {
    private static final String END = "\r\n";

    private CsvFile() {}

    static void write(ExportTable table, Path file) throws IOException {
        List<Column> columns = table.columns();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", columns.stream().map(column -> CsvCell.of(column.name())).toList()));
            writer.write(END);
            for (int row = 0; row < table.rows(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    writer.write(i == 0 ? "" : ",");
                    writer.write(cell(columns.get(i).values(), row));
                }
                writer.write(END);
            }
        }
    }

    private static String cell(Column.Values values, int row) {
        if (values.isMissing(row)) {
            return "";
        }
        return switch (values) {
            case Column.Words words -> CsvCell.of(words.values().get(row));
            case Column.Whole whole -> Long.toString(whole.values()[row]);
            case Column.Real real -> Double.toString(real.values()[row]);
            case Column.Flag flag -> Boolean.toString(flag.values()[row]);
        };
    }
}
