package io.tailrace.report.committee;

import io.tailrace.report.committee.Canvas.Anchor;
import io.tailrace.report.committee.Canvas.Pen;
import io.tailrace.report.committee.Chart.Run;
import io.tailrace.report.committee.Chart.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A chart on a canvas: key, axes, ticks, and what [PlotShapes] draws between them.
///
/// Why beside the page's script: paper and spreadsheets run none. Both draw the same columns of the same table.
final class Plot {
    static final double TEXT = 7.5;
    private static final double LEADING = 9;
    private static final double KEY_HEIGHT = 14;
    private static final double AXIS_HEIGHT = 27;
    private static final double ASPECT = 0.4;
    private static final double WIDEST_LABEL = 0.36;
    private static final double GAP = 5;

    private final Chart chart;
    private final Canvas canvas;
    private final Palette palette;
    private final double width;
    private final List<List<String>> names;

    Plot(Chart chart, Canvas canvas, Palette palette, double width) {
        this.chart = chart;
        this.canvas = canvas;
        this.palette = palette;
        this.width = width;
        names = chart.table().rows().stream()
                .limit(chart.rows())
                .map(row -> Lines.of(row.getFirst().text(), WIDEST_LABEL * width, text -> canvas.width(text, TEXT)))
                .toList();
    }

    double height() {
        return keyHeight() + (chart.flat() ? names.size() * rowHeight() + AXIS_HEIGHT : ASPECT * width);
    }

    private double rowHeight() {
        int lines = names.stream().mapToInt(List::size).max().orElse(1);
        long dots = chart.series().stream().filter(series -> series.shape() == Chart.Shape.DOT).count();
        return Math.max(Math.max(14, 4 + LEADING * lines), 5 + PlotShapes.DOT_SHIFT * dots);
    }

    void draw() {
        PlotArea area = area();
        key();
        grid(area);
        var shapes = new PlotShapes(chart, canvas, palette, area);
        canvas.clipped(area.x() - 4, area.y() - 1, area.width() + 8, area.height() + 2, shapes::draw);
        frame(area);
    }

    private PlotArea area() {
        PlotAxis value = PlotValues.valueAxis(chart);
        double top = keyHeight() + (chart.flat() ? 2 : 12);
        double left = chart.flat() ? nameWidth() : tickWidth(value);
        double right = width - 12;
        double bottom = height() - (chart.flat() || !chart.x().name().isEmpty() ? AXIS_HEIGHT : AXIS_HEIGHT - LEADING);
        PlotAxis along = chart.flat() || chart.x().run() == Run.CATEGORIES ? null : PlotValues.alongAxis(chart);
        return new PlotArea(left, top, right - left, bottom - top, value, along, names.size(), chart.flat());
    }

    private double nameWidth() {
        return GAP + names.stream().flatMap(List::stream).mapToDouble(line -> canvas.width(line, TEXT)).max().orElse(0);
    }

    private double tickWidth(PlotAxis axis) {
        return GAP + axis.ticks().stream().mapToDouble(tick -> canvas.width(PlotAxis.text(tick), TEXT)).max().orElse(0);
    }

    // ---- key

    private Map<String, Integer> keys() {
        var keys = new LinkedHashMap<String, Integer>();
        for (Series series : chart.series()) {
            keys.putIfAbsent(series.name(), palette.of(series.tone()));
        }
        return keys;
    }

    private double keyHeight() {
        Map<String, Integer> keys = keys();
        return keys.size() < 2 ? 0 : KEY_HEIGHT * places(keys).getLast().row() + KEY_HEIGHT;
    }

    private record Place(String name, double x, int row) {}

    private List<Place> places(Map<String, Integer> keys) {
        var places = new ArrayList<Place>();
        double x = 0;
        int row = 0;
        for (String name : keys.keySet()) {
            double wide = canvas.width(name, TEXT) + 22;
            if (x > 0 && x + wide > width) {
                x = 0;
                row++;
            }
            places.add(new Place(name, x, row));
            x += wide;
        }
        return places;
    }

    private void key() {
        Map<String, Integer> keys = keys();
        if (keys.size() < 2) {
            return;
        }
        for (Place place : places(keys)) {
            double y = place.row() * KEY_HEIGHT + KEY_HEIGHT / 2;
            int colour = keys.get(place.name());
            canvas.disc(colour, Pen.solid(palette.soft(), 0.5), place.x() + 4, y, 3);
            canvas.text(place.name(), TEXT, palette.ink(), Anchor.START, place.x() + 10, y + 2.7);
        }
    }

    // ---- axes

    private void grid(PlotArea area) {
        for (double tick : area.value().ticks()) {
            double at = area.value().shareOfShown(tick);
            if (chart.flat()) {
                double x = area.x() + at * area.width();
                canvas.line(Pen.solid(palette.line(), 0.5), x, area.y(), x, area.bottom());
            } else {
                double y = area.bottom() - at * area.height();
                canvas.line(Pen.solid(palette.line(), 0.5), area.x(), y, area.right(), y);
            }
        }
        if (area.along() != null) {
            for (double tick : area.along().ticks()) {
                double x = area.x() + area.along().shareOfShown(tick) * area.width();
                canvas.line(Pen.solid(palette.line(), 0.5), x, area.y(), x, area.bottom());
            }
        }
    }

    private void frame(PlotArea area) {
        Pen pen = Pen.solid(palette.soft(), 0.7);
        canvas.line(pen, area.x(), area.bottom(), area.right(), area.bottom());
        canvas.line(pen, area.x(), area.y(), area.x(), area.bottom());
        if (chart.flat()) {
            ticksAlong(area, area.value());
            names(area);
        } else {
            upwards(area);
            if (area.along() == null) {
                categories(area);
            } else {
                ticksAlong(area, area.along());
            }
        }
        canvas.text(chart.x().name(), TEXT, palette.soft(), Anchor.MIDDLE, area.x() + area.width() / 2,
                area.bottom() + 21);
    }

    private void upwards(PlotArea area) {
        for (double tick : area.value().ticks()) {
            double y = area.bottom() - area.value().shareOfShown(tick) * area.height();
            canvas.text(PlotAxis.text(tick), TEXT, palette.soft(), Anchor.END, area.x() - 3, y + 2.6);
        }
        canvas.text(chart.y().name(), TEXT, palette.soft(), Anchor.START, 0, area.y() - 6);
    }

    private void ticksAlong(PlotArea area, PlotAxis axis) {
        for (double tick : axis.ticks()) {
            double x = area.x() + axis.shareOfShown(tick) * area.width();
            canvas.text(PlotAxis.text(tick), TEXT, palette.soft(), Anchor.MIDDLE, x, area.bottom() + 10);
        }
    }

    private void names(PlotArea area) {
        for (int row = 0; row < names.size(); row++) {
            List<String> lines = names.get(row);
            double y = area.alongCategories(row) - LEADING * (lines.size() - 1) / 2 + 2.6;
            for (String line : lines) {
                canvas.text(line, TEXT, palette.ink(), Anchor.END, area.x() - 3, y);
                y += LEADING;
            }
        }
    }

    /// Every name that has room.
    private void categories(PlotArea area) {
        double widest =
                names.stream().mapToDouble(lines -> canvas.width(String.join(" ", lines), TEXT)).max().orElse(1);
        int every = Math.max(1, (int) Math.ceil((widest + GAP) * names.size() / area.width()));
        for (int row = 0; row < names.size(); row += every) {
            canvas.text(String.join(" ", names.get(row)), TEXT, palette.soft(), Anchor.MIDDLE,
                    area.alongCategories(row), area.bottom() + 10);
        }
    }
}
