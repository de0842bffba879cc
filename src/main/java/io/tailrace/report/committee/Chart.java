package io.tailrace.report.committee;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A picture of a table: which columns it draws, and how.
///
/// @param title says the finding
/// @param reading says how to read it
/// @param x along the page; a category axis takes its names from the first column
/// @param flat whether bars lie down and categories run from top to bottom
/// @param rows how many rows are drawn, from the first
record Chart(
        Sentence title,
        String reading,
        Axis x,
        Axis y,
        List<Series> series,
        boolean flat,
        int rows,
        Table table)
        implements
            Part {
    /// How an axis runs.
    enum Run { CATEGORIES, LINEAR, LOG }

    /// The same colour for the same thing everywhere; told apart with every common colour blindness. The last five are for
    /// runs side by side.
    enum Tone {
        TAAS, IAAS, DIFFERENCE, PLAIN, FEE, USAGE, SHARE, BONUS, IDLE, COST, TOKENS, PROFIT, FIRST, SECOND, THIRD,
        FOURTH,
        FIFTH
    }

    /// How columns are drawn: a line through one; a band from one to another, or over the intervals of a single one; a dot
    /// with its interval; a bar between two with a hollow end and a dot; a bar between two, in the colour of its gain or
    /// loss; a box of five; bars on top of one another, in a pile for each contract side.
    enum Shape { LINE, DASHES, BAND, CORE, DOT, SPAN, STEP, BOX, PILE, SECOND_PILE }

    /// @param name with the unit
    /// @param factor from the table's number to the axis's
    /// @param from where it begins at the lowest; NaN where the numbers say
    record Axis(String name, Run run, double factor, double from) {
        static Axis categories(String name) {
            return new Axis(name, Run.CATEGORIES, 1, Double.NaN);
        }

        static Axis of(String name, Scale scale) {
            return new Axis(scale.named(name), Run.LINEAR, scale.factor(), Double.NaN);
        }

        Axis logarithmic() {
            return new Axis(name, Run.LOG, factor, from);
        }

        Axis from(double lowest) {
            return new Axis(name, run, factor, lowest);
        }
    }

    /// @param columns of the table, counted from 0; on a linear x axis the first is x; a third of a line labels its points
    record Series(String name, Shape shape, Tone tone, List<Integer> columns) {
        static Series of(String name, Shape shape, Tone tone, Integer... columns) {
            return new Series(name, shape, tone, List.of(columns));
        }
    }

    static Chart upright(Sentence title, String reading, Axis x, Axis y, List<Series> series, Table table) {
        return new Chart(title, reading, x, y, series, false, table.rows().size(), table);
    }

    static Chart flat(Sentence title, String reading, Axis x, List<Series> series, int rows, Table table) {
        int drawn = Math.min(rows, table.rows().size());
        return new Chart(title, reading, x, Axis.categories(""), series, true, drawn, table);
    }

    /// What the script in the page needs beside the table.
    String json() {
        var root = StoredFiles.MAPPER.createObjectNode();
        root.set("x", axis(x));
        root.set("y", axis(y));
        root.put("flat", flat);
        root.put("rows", rows);
        var list = root.putArray("series");
        for (Series one : series) {
            var entry = list.addObject();
            entry.put("name", one.name());
            entry.put("shape", word(one.shape()));
            entry.put("tone", word(one.tone()));
            var columns = entry.putArray("columns");
            one.columns().forEach(columns::add);
        }
        return StoredFiles.MAPPER.writeValueAsString(root);
    }

    private static JsonNode axis(Axis axis) {
        var entry = StoredFiles.MAPPER.createObjectNode();
        entry.put("name", axis.name());
        entry.put("run", word(axis.run()));
        entry.put("factor", axis.factor());
        if (!Double.isNaN(axis.from())) {
            entry.put("from", axis.from());
        }
        return entry;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
