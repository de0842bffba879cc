package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.List;

/// The numbers of one column of a CSV file with a heading line; quotes as in RFC 4180, no line breaks inside them.
final class CsvColumn {
    private CsvColumn() {}

    static List<Double> read(Distribution.Empirical stated, Node.Mapping body, String path) {
        var from = body.get("file").orElse(body).location();
        if (stated.file().isEmpty() || stated.column().isEmpty()) {
            throw Problems.stop(from, path, "must have file and column (or values)", "");
        }
        var file = ScenarioFiles.beside(from, path + ".file", stated.file());
        var lines = ScenarioFiles.text(file, from, path + ".file").lines().toList();
        var heading = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        int column = heading.indexOf(stated.column());
        if (column < 0) {
            throw Problems.stop(
                    body.entries().get("column").location(),
                    path + ".column",
                    file + " has no column " + stated.column(),
                    Suggestions.didYouMeanOneOf(stated.column(), heading));
        }
        return numbers(lines, column, file.toString(), path);
    }

    private static List<Double> numbers(List<String> lines, int column, String file, String path) {
        var problems = new Problems();
        var numbers = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var cells = cells(lines.get(i));
                var cell = column < cells.size() ? cells.get(column) : "";
                number(cell, new Location(file, i + 1), path, problems, numbers);
            }
        }
        problems.throwIfAny();
        return numbers;
    }

    private static void number(
            String cell, Location location, String path, Problems problems, List<Double> numbers) {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                numbers.add(value);
                return;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, as an infinite value is
        }
        problems.add(location, path, cell, "the cell must be a finite number", "");
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
