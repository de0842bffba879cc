package io.tailrace.report.committee;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How wide the columns of a table are in a PDF, and how their cells break into lines.
final class PdfColumns {
    /// A longer word may be broken.
    private static final double LONGEST_WORD = 9;
    /// A header wraps to two lines where that makes it no wider than so many ems.
    private static final double HEADER = 12;

    private final Table table;
    private final List<Integer> columns;
    private final Typeface plain;
    private final Typeface bold;
    private final double size;
    private final boolean[] numbers;
    private final double[] least;
    private final double[] wanted;

    /// @param columns of the table, in this order
    PdfColumns(Table table, List<Integer> columns, PdfStyle style, double size) {
        this.table = table;
        this.columns = columns;
        this.size = size;
        plain = style.face(false);
        bold = style.face(true);
        numbers = new boolean[columns.size()];
        least = new double[columns.size()];
        wanted = new double[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            measure(i);
        }
    }

    private void measure(int i) {
        int column = columns.get(i);
        String header = table.headers().get(column);
        int amounts = 0;
        int words = 0;
        least[i] = longestWord(header, bold);
        wanted[i] = Math.max(least[i], Math.min(HEADER * size, width(header, bold) / 2 + size));
        for (List<Cell> row : table.rows()) {
            Cell cell = row.get(column);
            if (cell instanceof Cell.Amount) {
                amounts++;
                wanted[i] = Math.max(wanted[i], width(cell.text(), plain));
                for (String part : parts(cell)) {
                    least[i] = Math.max(least[i], width(part, plain));
                }
            } else {
                words += cell.equals(Cell.NONE) ? 0 : 1;
                least[i] = Math.max(least[i], longestWord(cell.text(), plain));
                wanted[i] = Math.max(wanted[i], width(cell.text(), plain));
            }
        }
        numbers[i] = amounts > words;
    }

    private double longestWord(String text, Typeface face) {
        return Math.min(LONGEST_WORD * size, Arrays.stream(text.split("\\s+", -1))
                .mapToDouble(word -> width(word, face))
                .max()
                .orElse(0));
    }

    private double width(String text, Typeface face) {
        return face.width(face.printable(text), size);
    }

    int count() {
        return columns.size();
    }

    double size() {
        return size;
    }

    boolean isNumber(int i) {
        return numbers[i];
    }

    /// All columns as narrow as can be.
    double least() {
        return Arrays.stream(least).sum();
    }

    /// All columns so wide that nothing wraps.
    double wanted() {
        return Arrays.stream(wanted).sum();
    }

    /// What is left over goes to those that want more, each by what it lacks.
    double[] widths(double room) {
        double lacking = wanted() - least();
        double share = lacking > 0 ? Math.clamp((room - least()) / lacking, 0, 1) : 0;
        double[] widths = new double[count()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least[i] + share * (wanted[i] - least[i]) + 0.01;
        }
        return widths;
    }

    List<List<String>> header(double[] widths) {
        return lines(widths, i -> Lines.of(bold.printable(table.headers().get(columns.get(i))), widths[i],
                words -> bold.width(words, size)));
    }

    List<List<String>> row(List<Cell> cells, double[] widths) {
        return lines(widths, i -> lines(cells.get(columns.get(i)), widths[i]));
    }

    private interface Breaking {
        List<String> of(int column);
    }

    private static List<List<String>> lines(double[] widths, Breaking breaking) {
        return IntStream.range(0, widths.length).mapToObj(breaking::of).toList();
    }

    private List<String> lines(Cell cell, double width) {
        if (cell instanceof Cell.Amount) {
            return width(cell.text(), plain) <= width ? List.of(cell.text()) : parts(cell);
        }
        return Lines.of(plain.printable(cell.text()), width, words -> plain.width(words, size));
    }

    /// A number, and its interval if it has one.
    private static List<String> parts(Cell cell) {
        String text = cell.text();
        int interval = text.indexOf(" [");
        return interval < 0 ? List.of(text) : List.of(text.substring(0, interval), text.substring(interval + 1));
    }
}
