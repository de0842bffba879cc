package io.tailrace.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sentences under a table, broken between words to its width and indented like its rows.
final class Sentences {
    private static final int WIDTH = 110;
    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    /// Before a unit no line is broken.
    private static final Pattern BREAK = Pattern.compile(" (?![%$]|(MW|sd)\\b)");

    private Sentences() {}

    static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(INDENT);
        String start = INDENT;
        for (String word : BREAK.split(text, -1)) {
            if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                start = DEEPER;
                line = new StringBuilder(start);
            }
            line.append(line.length() == start.length() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
