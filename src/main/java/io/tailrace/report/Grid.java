package io.tailrace.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table whose columns are as wide as what stands in them: names to the left, numbers to the right, intervals in a
/// column of their own.
public final class Grid {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<Figure>> rows = new ArrayList<>();

    /// @param header over the columns, the names' first
    public Grid(String... header) {
        this.header = List.of(header);
    }

    public void row(String name, Figure... figures) {
        var row = new ArrayList<Figure>(List.of(new Figure(name, "")));
        row.addAll(Arrays.asList(figures));
        if (row.size() != header.size()) {
            throw new IllegalArgumentException(row.size() + " cells under " + header.size() + " headings");
        }
        rows.add(row);
    }

    public List<String> lines() {
        var lines = new ArrayList<StringBuilder>();
        for (int line = 0; line <= rows.size(); line++) {
            lines.add(new StringBuilder(INDENT));
        }
        for (int column = 0; column < header.size(); column++) {
            add(column, lines);
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private void add(int column, List<StringBuilder> lines) {
        int values = rows.stream().mapToInt(row -> row.get(column).value().length()).max().orElse(0);
        List<String> cells = rows.stream().map(row -> cell(row.get(column), column == 0 ? -values : values)).toList();
        int width = Math.max(
                header.get(column).length(), cells.stream().mapToInt(String::length).max().orElse(0));
        String gap = column == 0 ? "" : GAP;
        lines.getFirst().append(gap).append(padded(header.get(column), -width));
        for (int line = 1; line < lines.size(); line++) {
            lines.get(line).append(gap).append(padded(cells.get(line - 1), -width));
        }
    }

    private static String cell(Figure figure, int valueWidth) {
        String value = padded(figure.value(), valueWidth);
        return figure.interval().isEmpty() ? value : value + " " + figure.interval();
    }

    /// To the left where the width is negative.
    private static String padded(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }
}
