package io.tailrace.report.committee;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// Cells of one sheet in the look of the workbook; widths and heights follow from what is in them.
///
/// A number stands in the unit of its header, with every digit that the JSON has, and shows those that its error supports;
/// the ends of its interval have columns of their own.
final class XlsxCells {
    /// What each table is called.
    static final int NAMES = 1;
    /// The row of all headers, frozen with those above it.
    static final int HEADERS = 2;
    static final int FIRST = 3;
    /// A longer text wraps.
    static final int WIDEST = 60;
    static final double ROW_POINTS = 15;

    private static final String WASH = "F0F3F6";
    private static final String SOFT = "57606A";
    private static final String LINK = "0B5CAD";
    private static final String FONT = "Arial";
    private static final int FONT_SIZE = 10;
    private static final int NARROWEST = 11;
    /// Of running text; widths are counted in digits.
    private static final double LETTERS_PER_WIDTH = 1.2;
    private static final int LONGEST_TEXT = 32_000;
    private static final double HIGHEST = 400;

    private final Worksheet sheet;
    private final Map<Integer, Integer> letters = new TreeMap<>();
    private final Map<Integer, Integer> lines = new TreeMap<>();

    XlsxCells(Worksheet sheet) {
        this.sheet = sheet;
        sheet.hideGridLines();
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.freezePane(0, FIRST);
    }

    /// No control characters, which the format cannot hold, and no more than a cell may hold.
    static String plain(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
        return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + "…";
    }

    /// In the scale's unit, all digits of the JSON and no more.
    static BigDecimal exact(double value, Scale scale) {
        return new BigDecimal(Double.toString(value)).multiply(new BigDecimal(Double.toString(scale.factor())));
    }

    private StyleSetter text(int row, int column, String text) {
        sheet.value(row, column, plain(text));
        return sheet.style(row, column).fontName(FONT).fontSize(FONT_SIZE);
    }

    void title(String text) {
        text(0, 0, text).bold().fontSize(16).set();
        sheet.rowHeight(0, 24);
    }

    /// Of the table that begins in this column.
    void name(int column, String text) {
        text(NAMES, column, text).bold().fontColor(SOFT).set();
    }

    void header(int column, String text, boolean isOfNumbers) {
        text(HEADERS, column, text).bold().fillColor(WASH).wrapText(true).verticalAlignment("bottom")
                .horizontalAlignment(isOfNumbers ? "right" : "left").set();
        sheet.rowHeight(HEADERS, 3 * ROW_POINTS);
        widen(column, Math.min(text.length(), 14));
    }

    void strong(int row, int column, String text) {
        text(row, column, text).bold().set();
    }

    void soft(int row, int column, String text) {
        text(row, column, text).fontColor(SOFT).set();
    }

    /// Runs on over the empty cells beside it.
    void words(int row, int column, String text) {
        text(row, column, text).verticalAlignment("top").set();
    }

    /// @param place in this workbook, as a formula names it
    void link(int row, int column, String text, String place) {
        sheet.value(row, column, plain(text));
        sheet.hyperlink(row, column, HyperLink.internal(place, plain(text)));
        sheet.style(row, column).fontName(FONT).fontSize(FONT_SIZE).fontColor(LINK).underlined().set();
        widen(column, text.length());
    }

    void cell(int row, int column, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            number(row, column, amount, amount.estimate().value(), false);
            if (PlotValues.hasInterval(cell)) {
                number(row, column + 1, amount, amount.estimate().low(), true);
                number(row, column + 2, amount, amount.estimate().high(), true);
            }
            return;
        }
        boolean wraps = cell.text().length() > WIDEST * LETTERS_PER_WIDTH;
        text(row, column, cell.text()).wrapText(wraps).verticalAlignment("top").set();
        widen(column, cell.text().length());
        if (wraps) {
            lines.merge(row, 1 + (int) (cell.text().length() / (WIDEST * LETTERS_PER_WIDTH - 6)), Math::max);
        }
    }

    private void number(int row, int column, Cell.Amount amount, double value, boolean isEnd) {
        if (!Double.isFinite(value)) {
            text(row, column, "–").set();
            return;
        }
        sheet.value(row, column, exact(value, amount.scale()));
        StyleSetter style = sheet.style(row, column).fontName(FONT).fontSize(FONT_SIZE);
        style.format(format(amount, isEnd)).verticalAlignment("top");
        if (isEnd) {
            style.fontColor(SOFT);
        }
        style.set();
        widen(column, amount.text().split(" ", 2)[0].length());
    }

    /// With as many decimals as the text has.
    private static String format(Cell.Amount amount, boolean isEnd) {
        String value = amount.text().split(" ", 2)[0].replace("*", "");
        int point = value.indexOf('.');
        String decimals = point < 0 ? "" : "." + "0".repeat(value.length() - point - 1);
        return "#,##0" + decimals + (amount.thin() && !isEnd ? "\"*\"" : "");
    }

    /// At least so many letters.
    void widen(int column, int count) {
        letters.merge(column, count, Math::max);
    }

    /// As it will be.
    double width(int column) {
        return Math.clamp(letters.getOrDefault(column, 0) + 2, NARROWEST, WIDEST);
    }

    /// Wider or narrower than what is in it.
    void width(int column, double letterCount) {
        letters.remove(column);
        sheet.width(column, letterCount);
    }

    void finish() {
        letters.keySet().forEach(column -> sheet.width(column, width(column)));
        lines.forEach((row, count) -> sheet.rowHeight(row, Math.min(HIGHEST, ROW_POINTS * count)));
    }
}
