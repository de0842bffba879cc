package io.tailrace.report;

/// One cell of a CSV file by RFC 4180.
public final class CsvCell {
    private CsvCell() {}

    /// In quotation marks where a comma, a quotation mark or a line break would end it.
    public static String of(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
