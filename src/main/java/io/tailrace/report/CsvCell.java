package io.tailrace.report;

import java.util.regex.Pattern;

/// One cell of a CSV file by RFC 4180 that no spreadsheet takes for a formula.
///
/// A text that begins as formulas may begin gets an apostrophe before it; numbers stay numbers.
/// Source: OWASP, CSV Injection. Why: names, units and sources come from scenario files, which may come from anybody.
public final class CsvCell {
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n＝＋－＠].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\r\n].*");

    private CsvCell() {}

    /// In quotation marks where a comma, a quotation mark or a line break would end it.
    public static String of(String text) {
        String harmless = isFormula(text) ? "'" + text : text;
        return QUOTED.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }
}
