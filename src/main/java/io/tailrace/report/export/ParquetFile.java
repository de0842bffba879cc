package io.tailrace.report.export;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// A table as Parquet; missing numbers are nulls.
final class ParquetFile {
    private ParquetFile() {}

    static void write(ExportTable table, Path file) throws IOException {
        var types = new ArrayList<Type>();
        table.columns().forEach(column -> types.add(type(column)));
        Dehydrator<Integer> rows = (row, values) -> {
            for (Column column : table.columns()) {
                if (!column.values().isMissing(row)) {
                    values.write(column.name(), value(column.values(), row));
                }
            }
        };
        var schema = new MessageType(table.name(), types);
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema, file.toFile(), rows)) {
            for (int row = 0; row < table.rows(); row++) {
                writer.write(row);
            }
        }
    }

    private static Type type(Column column) {
        return switch (column.values()) {
            case Column.Words _ -> Types.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType())
                    .named(column.name());
            case Column.Whole _ -> Types.required(PrimitiveTypeName.INT64).named(column.name());
            case Column.Real _ -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case Column.Flag _ -> Types.required(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static Object value(Column.Values values, int row) {
        return switch (values) {
            case Column.Words words -> words.values().get(row);
            case Column.Whole whole -> whole.values()[row];
            case Column.Real real -> real.values()[row];
            case Column.Flag flag -> flag.values()[row];
        };
    }
}
