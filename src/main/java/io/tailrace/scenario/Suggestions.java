package io.tailrace.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that was probably meant.
final class Suggestions {
    private Suggestions() {}

    /// The nearest known name, if at most a third of the letters differ; neighbours swapped count as one difference.
    static Optional<String> nearest(String written, Collection<String> known) {
        int allowed = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> !name.isEmpty() && Math.abs(name.length() - written.length()) <= allowed)
                .filter(name -> distance(written, name) <= allowed)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /// "did you mean x?", or nothing.
    static String didYouMean(String written, Collection<String> known) {
        return nearest(written, known).map(name -> "did you mean " + name + "?").orElse("");
    }

    /// "did you mean x?" if one is near, else the names there are.
    static String didYouMeanOneOf(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "did you mean " + name + "?")
                .orElse(known.isEmpty() ? "" : "known: " + String.join(", ", known));
    }

    /// Optimal string alignment distance, blind to case.
    static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
