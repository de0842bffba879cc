package io.tailrace.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A CSV file with a heading line; quotes as in RFC 4180, no line breaks inside them; lines that are empty or begin with
/// `#` do not count.
///
/// @param location of the heading line
public record CsvTable(Location location, List<String> headings, List<Row> rows) {

    /// One line. A cell that is not there is empty.
    public record Row(Location location, List<String> headings, List<String> cells) {
        public String cell(String heading) {
            int column = headings.indexOf(heading);
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        /// A finite number.
        public Optional<Double> number(String heading) {
            try {
                return Optional.of(Double.parseDouble(cell(heading))).filter(Double::isFinite);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        public Problem problem(String heading, String rule) {
            return new Problem(location, heading, cell(heading), rule, "");
        }
    }

    /// @throws InvalidScenarioException where the file cannot be read or has no heading line
    public static CsvTable read(Path file) {
        return read(file, new Location(file.toString(), 0), "");
    }

    /// @param from where the file is asked for, under `key`
    static CsvTable read(Path file, Location from, String key) {
        var lines = ScenarioFiles.text(file, from, key).lines().toList();
        var rows = new ArrayList<Row>();
        var headings = List.<String>of();
        var location = new Location(file.toString(), 1);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var here = new Location(file.toString(), i + 1);
            if (headings.isEmpty()) {
                headings = cells(line);
                location = here;
            } else {
                rows.add(new Row(here, headings, cells(line)));
            }
        }
        return new CsvTable(location, headings, List.copyOf(rows));
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
        return List.copyOf(cells);
    }
}
