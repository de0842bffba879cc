package io.tailrace.report.committee;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// A sheet of the workbook, filled from top to bottom.
///
/// A number stands in the unit of its header, with every digit that the JSON has, and shows those that its error supports;
/// the ends of its interval have columns of their own.
final class XlsxSheet {
    private static final String WASH = "F0F3F6";
    private static final String SOFT = "57606A";
    private static final double ROW_POINTS = 15;
    private static final double PIXELS_PER_POINT = 96.0 / 72;
    private static final int LONGEST_TEXT = 32_000;
    private static final double HIGHEST = 400;
    private static final String FONT = "Arial";
    private static final int FONT_SIZE = 10;
    private static final int WIDEST = 44;
    private static final int NARROWEST = 11;
    private static final int PROSE_LETTERS = 130;

    private final Worksheet sheet;
    private final ChartPictures pictures;
    private final Map<Integer, Integer> letters = new TreeMap<>();
    private int row;

    XlsxSheet(Worksheet sheet, ChartPictures pictures) {
        this.sheet = sheet;
        this.pictures = pictures;
        sheet.hideGridLines();
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /// No control characters, which the format cannot hold, and no more than a cell may hold.
    static String plain(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
        return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + "…";
    }

    static String name(Section section) {
        return section.id().substring(0, 1).toUpperCase(Locale.ROOT) + section.id().substring(1);
    }

    // ---- the first sheet

    void front(CommitteeReport report) {
        title(report.title());
        prose(report.subtitle(), false);
        prose("Every number is that of the result's JSON files, in the unit of its header, to the last digit; cells show the"
                + " digits that its error supports. Columns named low and high hold its 95 % interval. *: fewer than 100 paths"
                + " lie in the tail, and the interval is too short.", false);
        row++;
        for (Section section : report.sections()) {
            sheet.value(row, 0, plain(section.title()));
            sheet.hyperlink(row, 0, HyperLink.internal("'" + name(section) + "'!A1", plain(section.title())));
            row++;
        }
        sheet.width(0, WIDEST);
    }

    // ---- the others

    void section(Section section) throws IOException {
        title(section.title());
        sheet.freezePane(0, 1);
        List<Table> tables = section.parts().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
        boolean charts = section.parts().stream().anyMatch(Chart.class::isInstance);
        for (Part part : section.parts()) {
            switch (part) {
                case Heading heading -> heading(heading.text());
                case Sentence sentence -> prose(words(sentence), sentence.isLead());
                case Table table -> table(table, tables.size() == 1 && !charts);
                case Chart chart -> chart(chart);
            }
        }
        letters.forEach((column, count) -> sheet.width(column, Math.clamp(count + 2, NARROWEST, WIDEST)));
    }

    private StyleSetter style(int column) {
        StyleSetter style = sheet.style(row, column);
        style.fontName(FONT).fontSize(FONT_SIZE);
        return style;
    }

    private void title(String text) {
        sheet.value(row, 0, plain(text));
        style(0).bold().fontSize(16).set();
        sheet.rowHeight(row, 24);
        row++;
    }

    private void heading(String text) {
        row++;
        sheet.value(row, 0, plain(text));
        style(0).bold().fontSize(13).set();
        row++;
    }

    /// In as many rows as it has lines; a text runs on over the empty cells beside it.
    private void prose(String text, boolean isLead) {
        for (String line : Lines.of(plain(text), PROSE_LETTERS, String::length)) {
            sheet.value(row, 0, line);
            style(0).set();
            if (isLead) {
                style(0).bold().fontSize(13).set();
                sheet.rowHeight(row, 18);
            }
            row++;
        }
    }

    private static String words(Sentence sentence) {
        return sentence.cells().stream().map(Cell::text).collect(Collectors.joining());
    }

    private void chart(Chart chart) throws IOException {
        heading(words(chart.title()));
        prose(chart.reading(), false);
        ChartPictures.Picture picture = pictures.of(chart);
        sheet.addImage(row, 0, picture.png(), (int) (picture.width() * PIXELS_PER_POINT),
                (int) (picture.height() * PIXELS_PER_POINT));
        row += (int) Math.ceil(picture.height() / ROW_POINTS) + 1;
        table(chart.table(), false);
    }

    // ---- tables

    private void table(Table table, boolean isAlone) {
        row++;
        sheet.value(row, 0, plain(table.name()));
        style(0).bold().fontColor(SOFT).set();
        row++;
        int columns = header(table);
        row++;
        if (isAlone) {
            sheet.freezePane(1, row);
            sheet.setAutoFilter(row - 1, 0, row - 1 + table.rows().size(), columns - 1);
        }
        for (List<Cell> cells : table.rows()) {
            int column = 0;
            int longest = cells.stream().filter(cell -> !(cell instanceof Cell.Amount))
                    .mapToInt(cell -> cell.text().length()).max().orElse(0);
            if (longest > WIDEST) {
                sheet.rowHeight(row, Math.min(HIGHEST, ROW_POINTS * (1 + longest / (WIDEST - 6))));
            }
            for (int i = 0; i < cells.size(); i++) {
                column += cell(cells.get(i), column, hasIntervals(table, i));
            }
            row++;
        }
    }

    /// Returns how many columns there are.
    private int header(Table table) {
        int column = 0;
        for (int i = 0; i < table.headers().size(); i++) {
            String header = plain(table.headers().get(i));
            head(column++, header);
            if (hasIntervals(table, i)) {
                head(column++, header + ", low");
                head(column++, header + ", high");
            }
        }
        sheet.rowHeight(row, 3 * ROW_POINTS);
        return column;
    }

    private void head(int column, String text) {
        sheet.value(row, column, text);
        style(column).bold().fillColor(WASH).wrapText(true).verticalAlignment("bottom").set();
        letters.merge(column, Math.min(text.length(), 14), Math::max);
    }

    private static boolean hasIntervals(Table table, int column) {
        return table.rows().stream().anyMatch(cells -> PlotValues.hasInterval(cells.get(column)));
    }

    /// Returns how many columns it takes.
    private int cell(Cell cell, int column, boolean withInterval) {
        if (cell instanceof Cell.Amount amount) {
            number(column, amount, amount.estimate().value(), false);
            if (PlotValues.hasInterval(cell)) {
                number(column + 1, amount, amount.estimate().low(), true);
                number(column + 2, amount, amount.estimate().high(), true);
            }
        } else {
            sheet.value(row, column, plain(cell.text()));
            style(column).wrapText(cell.text().length() > WIDEST).verticalAlignment("top").set();
            letters.merge(column, cell.text().length(), Math::max);
        }
        return withInterval ? 3 : 1;
    }

    private void number(int column, Cell.Amount amount, double value, boolean isEnd) {
        if (!Double.isFinite(value)) {
            sheet.value(row, column, "–");
            return;
        }
        sheet.value(row, column, exact(value, amount.scale()));
        StyleSetter style = style(column);
        style.format(format(amount, isEnd)).verticalAlignment("top");
        if (isEnd) {
            style.fontColor(SOFT);
        }
        style.set();
        letters.merge(column, amount.text().split(" ", 2)[0].length(), Math::max);
    }

    /// In the scale's unit, all digits of the JSON and no more.
    static BigDecimal exact(double value, Scale scale) {
        return new BigDecimal(Double.toString(value)).multiply(new BigDecimal(Double.toString(scale.factor())));
    }

    /// With as many decimals as the text has.
    private static String format(Cell.Amount amount, boolean isEnd) {
        String value = amount.text().split(" ", 2)[0].replace("*", "");
        int point = value.indexOf('.');
        String decimals = point < 0 ? "" : "." + "0".repeat(value.length() - point - 1);
        return "#,##0" + decimals + (amount.thin() && !isEnd ? "\"*\"" : "");
    }
}
