package io.tailrace.report.committee;

import io.tailrace.report.committee.Canvas.Anchor;
import io.tailrace.report.committee.Canvas.Pen;
import io.tailrace.report.committee.PdfCanvas.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A table on pages: cells wrap, headers come again on every page, and nothing is cut off.
///
/// A table that is too wide is set smaller, then across a page that lies, then in parts that each begin with the first
/// column.
final class PdfTable {
    private static final double[] STANDING = {8, 7.5, 7, 6.5};
    private static final double[] LYING = {7.5, 7, 6.5};
    private static final double LEADING = 1.2;
    private static final double SIDE = 3;
    private static final double ABOVE = 2.2;
    /// Prose that would have to wrap so often is better read across.
    private static final double TOO_NARROW = 2.2;
    private static final int FEW_ROWS = 6;
    /// A table that takes no more of a page is not torn.
    private static final double TOGETHER = 0.5;

    private final Table table;
    private final PdfPages pages;

    PdfTable(Table table, PdfPages pages) {
        this.table = table;
        this.pages = pages;
    }

    void draw() {
        Optional<Setting> setting = setting(pages.isLandscape());
        setting.ifPresentOrElse(found -> show(found.columns(), found.lies(), table.name()), () -> parts(all()));
    }

    /// Whether it is too wide for a page that stands.
    boolean lies() {
        return setting(false).map(Setting::lies).orElse(true);
    }

    private record Setting(PdfColumns columns, boolean lies) {}

    /// The largest type in which it fits, on a page that stands if it can; empty where it must be parted.
    private Optional<Setting> setting(boolean mustLie) {
        for (boolean lies : mustLie ? new boolean[]{true} : new boolean[]{false, true}) {
            for (double size : lies ? LYING : STANDING) {
                var columns = new PdfColumns(table, all(), pages.style(), size);
                double width = PdfPages.width(lies) - 2 * SIDE * columns.count();
                boolean roomy = lies || table.rows().size() <= FEW_ROWS || columns.wanted() < TOO_NARROW * width;
                if (columns.least() <= width && roomy) {
                    return Optional.of(new Setting(columns, lies));
                }
            }
        }
        return Optional.empty();
    }

    private List<Integer> all() {
        return IntStream.range(0, table.headers().size()).boxed().toList();
    }

    /// As many columns at a time as fit across.
    private void parts(List<Integer> all) {
        double size = LYING[LYING.length - 1];
        var parts = new ArrayList<List<Integer>>();
        var part = new ArrayList<>(List.of(0));
        for (int column : all.subList(1, all.size())) {
            part.add(column);
            double least = new PdfColumns(table, part, pages.style(), size).least();
            if (least > PdfPages.width(true) - 2 * SIDE * part.size() && part.size() > 2) {
                part.removeLast();
                parts.add(List.copyOf(part));
                part = new ArrayList<>(List.of(0, column));
            }
        }
        parts.add(List.copyOf(part));
        for (int i = 0; i < parts.size(); i++) {
            show(new PdfColumns(table, parts.get(i), pages.style(), size), true,
                    table.name() + ", part " + (i + 1) + " of " + parts.size());
        }
    }

    private void show(PdfColumns columns, boolean landscape, String name) {
        if (landscape && !pages.isLandscape()) {
            pages.turn(true);
        }
        double[] widths = columns.widths(pages.width() - 2 * SIDE * columns.count());
        double leading = columns.size() * LEADING;
        List<List<String>> head = columns.header(widths);
        List<List<List<String>>> rows = table.rows().stream().map(row -> columns.row(row, widths)).toList();
        double whole = rows.stream().mapToDouble(row -> height(row, leading)).sum();
        double first = rows.stream().limit(3).mapToDouble(row -> height(row, leading)).sum();
        double least = whole <= TOGETHER * pages.height() ? whole : Math.min(first, pages.height() / 2);
        pages.need(14 + height(head, leading) + least);
        pages.paragraph(name, new Letters(true, 8, pages.style().palette().soft()), 1);
        header(columns, head, widths, leading);
        int most = (int) ((pages.height() - height(head, leading) - 20) / leading);
        for (List<List<String>> row : rows) {
            List<List<String>> shown = row.stream().map(lines -> atMost(lines, most)).toList();
            if (pages.room() < height(shown, leading)) {
                pages.turn(pages.isLandscape());
                header(columns, head, widths, leading);
            }
            line(columns, shown, widths, leading, false);
        }
        pages.down(10);
    }

    private static List<String> atMost(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add("…");
        return shown;
    }

    private static double height(List<List<String>> cells, double leading) {
        return 2 * ABOVE + leading * cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private void header(PdfColumns columns, List<List<String>> head, double[] widths, double leading) {
        double right = 0;
        for (double width : widths) {
            right += width + 2 * SIDE;
        }
        pages.canvas().rectangle(pages.style().palette().of("wash"), 1, 0, 0, right, height(head, leading));
        line(columns, head, widths, leading, true);
    }

    /// Numbers stand to the right, and at the foot of a header; words at its head.
    private void line(
            PdfColumns columns, List<List<String>> cells, double[] widths, double leading, boolean isHeader) {
        double height = height(cells, leading);
        PdfCanvas canvas = pages.canvas();
        var type = new Letters(isHeader, columns.size(), pages.style().palette().ink());
        double x = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = cells.get(i);
            boolean number = columns.isNumber(i);
            double y = ABOVE + columns.size() + (isHeader ? height - 2 * ABOVE - leading * lines.size() : 0);
            for (String line : lines) {
                double at = number ? x + SIDE + widths[i] : x + SIDE;
                canvas.text(line, type, number ? Anchor.END : Anchor.START, at, y);
                y += leading;
            }
            x += widths[i] + 2 * SIDE;
        }
        canvas.line(Pen.solid(pages.style().palette().line(), 0.5), 0, height, x, height);
        pages.down(height);
    }
}
