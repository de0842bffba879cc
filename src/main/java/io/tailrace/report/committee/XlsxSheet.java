package io.tailrace.report.committee;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/// A section's sheet: its words, and beside them its tables from left to right, each with its chart below.
///
/// Why side by side: the headers of all tables stand in one row, which is frozen, and every column is as wide as its own
/// table needs.
final class XlsxSheet {
    private static final int WORDS_WIDTH = 70;
    private static final int WORDS_LETTERS = 84;
    private static final int PICTURE_LETTERS = 100;
    private static final int GAP = 3;
    private static final double PIXELS_PER_POINT = 96.0 / 72;
    /// Of a column one letter wide.
    private static final double PIXELS_PER_LETTER = 7;

    private final Worksheet sheet;
    private final XlsxCells cells;
    private final ChartPictures pictures;
    private int column;

    XlsxSheet(Worksheet sheet, ChartPictures pictures) {
        this.sheet = sheet;
        this.pictures = pictures;
        cells = new XlsxCells(sheet);
    }

    /// Returns where its tables stand.
    List<XlsxContents.Place> fill(Section section) throws IOException {
        cells.title(section.title());
        words(section);
        var places = new ArrayList<XlsxContents.Place>();
        for (Part part : section.parts()) {
            if (part instanceof Table || part instanceof Chart) {
                Table table = part instanceof Chart chart ? chart.table() : (Table) part;
                int left = column;
                table(table, part instanceof Chart chart ? Optional.of(chart) : Optional.empty());
                places.add(new XlsxContents.Place(
                        section, table.name(), sheet.range(XlsxCells.HEADERS, left, XlsxCells.HEADERS, column - 2)));
            }
        }
        cells.finish();
        return places;
    }

    // ---- words

    private void words(Section section) {
        if (section.parts().stream().noneMatch(Sentence.class::isInstance)) {
            return;
        }
        cells.header(0, "in words", false);
        int row = XlsxCells.FIRST;
        for (int i = 0; i < section.parts().size(); i++) {
            Part part = section.parts().get(i);
            if (part instanceof Heading heading && isToldOf(section.parts().subList(i + 1, section.parts().size()))) {
                row += row == XlsxCells.FIRST ? 0 : 1;
                cells.strong(row++, 0, heading.text());
            } else if (part instanceof Sentence sentence) {
                for (String line : Lines.of(XlsxCells.plain(words(sentence)), WORDS_LETTERS, String::length)) {
                    if (sentence.isLead()) {
                        cells.strong(row++, 0, line);
                    } else {
                        cells.words(row++, 0, line);
                    }
                }
            }
        }
        cells.width(0, WORDS_WIDTH);
        cells.width(1, GAP);
        column = 2;
    }

    /// Whether sentences follow before the next heading.
    private static boolean isToldOf(List<Part> below) {
        return below.stream().takeWhile(part -> !(part instanceof Heading)).anyMatch(Sentence.class::isInstance);
    }

    private static String words(Sentence sentence) {
        return sentence.cells().stream().map(Cell::text).collect(Collectors.joining());
    }

    // ---- tables

    private void table(Table table, Optional<Chart> chart) throws IOException {
        int left = column;
        cells.name(left, table.name());
        for (int i = 0; i < table.headers().size(); i++) {
            boolean ranged = isRanged(table, i);
            String header = table.headers().get(i);
            cells.header(column, header, table.isOfNumbers(i));
            if (ranged) {
                cells.header(column + 1, header + ", low", true);
                cells.header(column + 2, header + ", high", true);
            }
            for (int row = 0; row < table.rows().size(); row++) {
                cells.cell(XlsxCells.FIRST + row, column, table.rows().get(row).get(i));
            }
            column += ranged ? 3 : 1;
        }
        double wide = 0;
        for (int i = left; i < column; i++) {
            wide += cells.width(i);
        }
        double needed = 0;
        if (chart.isPresent()) {
            needed = chart(chart.get(), XlsxCells.FIRST + table.rows().size() + 1, left) / PIXELS_PER_LETTER;
        }
        cells.width(column, Math.max(GAP, needed - wide + GAP));
        column++;
    }

    private static boolean isRanged(Table table, int column) {
        return table.rows().stream().anyMatch(row -> PlotValues.hasInterval(row.get(column)));
    }

    /// Returns how wide it is, in pixels.
    private double chart(Chart chart, int below, int left) throws IOException {
        int row = below;
        for (String line : Lines.of(XlsxCells.plain(words(chart.title())), PICTURE_LETTERS, String::length)) {
            cells.strong(row++, left, line);
        }
        for (String line : Lines.of(chart.reading(), PICTURE_LETTERS, String::length)) {
            cells.soft(row++, left, line);
        }
        ChartPictures.Picture picture = pictures.of(chart);
        int width = (int) (picture.width() * PIXELS_PER_POINT);
        sheet.addImage(row, left, picture.png(), width, (int) (picture.height() * PIXELS_PER_POINT));
        return width;
    }
}
