package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Text broken into lines that are no wider than their column.
final class Lines {
    private Lines() {}

    /// Breaks at spaces, and a word that is too wide alone where it says `.`, `/`, `-` or `_`, or anywhere if need be.
    static List<String> of(String text, double width, ToDoubleFunction<String> measure) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measure.applyAsDouble(longer) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (measure.applyAsDouble(rest) > width && rest.length() > 1) {
                int end = end(rest, width, measure);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /// How much of a word fits, after a sign at which it may be broken if one is in its second half.
    private static int end(String word, double width, ToDoubleFunction<String> measure) {
        int end = 1;
        while (end < word.length() && measure.applyAsDouble(word.substring(0, end + 1)) <= width) {
            end++;
        }
        for (int i = end; i > end / 2; i--) {
            if ("./-_,".indexOf(word.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Character.isHighSurrogate(word.charAt(end - 1)) && end > 1 ? end - 1 : end;
    }
}
