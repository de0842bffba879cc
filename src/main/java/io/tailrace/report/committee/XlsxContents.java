package io.tailrace.report.committee;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/// The first sheet of the workbook: what stands where.
final class XlsxContents {
    private static final List<String> READING = List.of(
            "A sheet to a section: its words, then its tables from left to right, all under one frozen row of headers; the"
                    + " chart of a table stands below it.",
            "Every number is that of the result's JSON files, in the unit of its header, to the last digit; cells show the"
                    + " digits that its error supports.",
            "Columns named low and high hold its 95 % interval. *: fewer than 100 paths lie in the tail, and the interval is"
                    + " too short.");

    private final XlsxCells cells;

    XlsxContents(Worksheet sheet) {
        cells = new XlsxCells(sheet);
    }

    /// @param cells of the table's headers
    record Place(Section section, String table, Range cells) {
        private String text() {
            return "'" + XlsxContents.name(section) + "'!" + cells;
        }
    }

    static String name(Section section) {
        return section.id().substring(0, 1).toUpperCase(Locale.ROOT) + section.id().substring(1);
    }

    void fill(CommitteeReport report, List<Place> places) {
        cells.title(report.title());
        cells.name(0, report.subtitle());
        cells.header(0, "section", false);
        cells.header(1, "table", false);
        cells.header(2, "how to read it", false);
        for (int i = 0; i < READING.size(); i++) {
            cells.words(XlsxCells.FIRST + i, 2, READING.get(i));
        }
        int row = XlsxCells.FIRST;
        for (Section section : report.sections()) {
            cells.link(row, 0, section.title(), "'" + name(section) + "'!A1");
            List<Place> tables = places.stream().filter(place -> place.section().equals(section)).toList();
            for (Place place : tables) {
                cells.link(row++, 1, place.table(), place.text());
            }
            row += tables.isEmpty() ? 1 : 0;
        }
        cells.finish();
    }
}
