package io.tailrace.report.committee;

/// Text made harmless in a page.
///
/// Why one place: every string of a scenario comes from a file that somebody else wrote.
final class Html {
    private Html() {}

    /// For text and for attributes in double quotes.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
