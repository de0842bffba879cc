package io.tailrace.report;

import io.tailrace.report.PathStory.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A path's story for a terminal: what made it bad, then all lines, eight quarters side by side.
public final class PathStoryTable {
    private static final int QUARTERS_ABREAST = 8;
    private static final int DIGITS = 4;
    private static final int LABEL = 32;
    private static final int CELL = 10;

    private PathStoryTable() {}

    public static List<String> lines(PathStory story) {
        var lines = new ArrayList<>(PathStoryWords.lines(story));
        List<Line> all = story.lines();
        lines.add("");
        String section = "";
        for (Line line : all.stream().filter(Line::isOfWholePath).toList()) {
            if (!line.section().equals(section)) {
                section = line.section();
                lines.add(heading(section) + (section.equals("delays") ? " of projects, planned for t" : ""));
            }
            lines.add(String.format(
                    Locale.ROOT, "  %-44s%12s  %s", line.name(), number(line.values()[0]), line.unit())
                    .stripTrailing());
        }
        int quarters = story.plan().quarters();
        for (int from = 0; from <= quarters; from += QUARTERS_ABREAST) {
            lines.add("");
            lines.addAll(abreast(story, all, from, Math.min(quarters, from + QUARTERS_ABREAST - 1)));
        }
        return lines;
    }

    private static List<String> abreast(PathStory story, List<Line> all, int from, int to) {
        var lines = new ArrayList<String>();
        String section = "";
        for (Line line : all) {
            if (line.isOfWholePath()) {
                continue;
            }
            if (!line.section().equals(section)) {
                section = line.section();
                lines.add(row(heading(section), labels(story, from, to)));
            }
            double[] values = Arrays.copyOfRange(line.values(), from, to + 1);
            String numbers = Arrays.stream(values).mapToObj(value -> rightAligned(number(value)))
                    .collect(Collectors.joining());
            lines.add(row("  " + line.name(), numbers) + "  " + line.unit());
        }
        return lines;
    }

    private static String labels(PathStory story, int from, int to) {
        var labels = new StringBuilder();
        for (int t = from; t <= to; t++) {
            labels.append(rightAligned(story.plan().label(t)));
        }
        return labels.toString();
    }

    private static String row(String label, String numbers) {
        return label + " ".repeat(Math.max(0, LABEL - label.length())) + numbers;
    }

    private static String rightAligned(String cell) {
        return " ".repeat(Math.max(0, CELL - cell.length())) + cell;
    }

    private static String heading(String section) {
        return section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
    }

    /// Four significant digits; tiny and huge numbers with an exponent.
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "·";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "never" : "-∞";
        }
        double size = Math.abs(value);
        return size != 0 && (size < 1e-4 || size >= 1e8)
                ? String.format(Locale.ROOT, "%.2e", value)
                : value == Math.rint(value) && size < 1e6
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : Figure.significant(value, DIGITS);
    }
}
