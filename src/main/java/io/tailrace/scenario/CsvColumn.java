package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.List;

/// The numbers of one column of a CSV file.
final class CsvColumn {
    private CsvColumn() {}

    static List<Double> read(Distribution.Empirical stated, Node.Mapping body, String path) {
        var from = body.get("file").orElse(body).location();
        if (stated.file().isEmpty() || stated.column().isEmpty()) {
            throw Problems.stop(from, path, "must have file and column (or values)", "");
        }
        var file = ScenarioFiles.beside(from, path + ".file", stated.file());
        var table = CsvTable.read(file, from, path + ".file");
        if (!table.headings().contains(stated.column())) {
            throw Problems.stop(
                    body.entries().get("column").location(),
                    path + ".column",
                    file + " has no column " + stated.column(),
                    Suggestions.didYouMeanOneOf(stated.column(), table.headings()));
        }
        return numbers(table, stated.column(), path);
    }

    private static List<Double> numbers(CsvTable table, String column, String path) {
        var problems = new Problems();
        var numbers = new ArrayList<Double>();
        for (var row : table.rows()) {
            row.number(column)
                    .ifPresentOrElse(
                            numbers::add,
                            () -> problems.add(
                                    row.location(), path, row.cell(column), "the cell must be a finite number", ""));
        }
        problems.throwIfAny();
        return numbers;
    }
}
