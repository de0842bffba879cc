package io.tailrace.report.committee;

import io.tailrace.report.committee.Canvas.Anchor;
import io.tailrace.report.committee.Canvas.Pen;
import io.tailrace.report.committee.Chart.Run;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A chart's series as shapes; each reads its columns of the table.
final class PlotShapes {
    /// From a dot to that of the next series in the same row.
    static final double DOT_SHIFT = 6;

    private static final double PALE = 0.18;
    private static final double DARK = 0.3;
    private static final double LINE_WIDTH = 1.5;
    private static final double DOT = 2.4;
    private static final double BAR = 7;
    private static final double PILES = 0.76;

    private final Chart chart;
    private final Canvas canvas;
    private final Palette palette;
    private final PlotArea area;
    private final List<List<Cell>> rows;

    PlotShapes(Chart chart, Canvas canvas, Palette palette, PlotArea area) {
        this.chart = chart;
        this.canvas = canvas;
        this.palette = palette;
        this.area = area;
        rows = PlotValues.rows(chart);
    }

    /// Bands first, so that lines and dots lie on them.
    void draw() {
        for (Series series : chart.series()) {
            if (series.shape() == Shape.BAND || series.shape() == Shape.CORE) {
                band(series, series.shape() == Shape.BAND ? PALE : DARK);
            }
        }
        piles();
        zero();
        chart.series().forEach(this::draw);
    }

    private void draw(Series series) {
        switch (series.shape()) {
            case LINE, DASHES -> line(series);
            case DOT -> dots(series);
            case SPAN -> spans(series);
            case STEP -> steps(series);
            case BOX -> boxes(series);
            case BAND, CORE, PILE, SECOND_PILE -> {
                // drawn before the others
            }
        }
    }

    /// Where a row stands along the axis that is not the value's.
    private double place(Series series, int row) {
        if (area.along() == null) {
            return area.alongCategories(row);
        }
        double number = PlotValues.number(rows.get(row).get(series.columns().getFirst()));
        return area.x() + area.along().share(number) * area.width();
    }

    private Cell cell(Series series, int row, int which) {
        return rows.get(row).get(PlotValues.columns(chart, series).get(which));
    }

    private double number(Series series, int row, int which) {
        return PlotValues.number(cell(series, row, which));
    }

    /// Where money is neither won nor lost.
    private void zero() {
        Pen pen = Pen.solid(palette.soft(), 0.8);
        if (area.value().hasZeroInside()) {
            double at = area.value().share(0);
            double x = area.x() + at * area.width();
            double y = area.bottom() - at * area.height();
            if (area.isFlat()) {
                canvas.line(pen, x, area.y(), x, area.bottom());
            } else {
                canvas.line(pen, area.x(), y, area.right(), y);
            }
        }
        if (area.along() != null && area.along().hasZeroInside()) {
            double x = area.x() + area.along().share(0) * area.width();
            canvas.line(pen, x, area.y(), x, area.bottom());
        }
    }

    private void line(Series series) {
        var points = new ArrayList<Double>();
        int colour = palette.of(series.tone());
        for (int row = 0; row < rows.size(); row++) {
            double number = number(series, row, 0);
            if (Double.isFinite(number)) {
                double[] at = area.at(place(series, row), number);
                points.add(at[0]);
                points.add(at[1]);
                if (area.along() != null) {
                    canvas.disc(colour, Pen.solid(colour, 0.5), at[0], at[1], 1.8);
                }
                label(series, row, at);
            }
        }
        if (chart.series().stream().anyMatch(other -> PlotValues.isPile(other.shape()))) {
            canvas.line(Pen.solid(palette.page(), 2.5 * LINE_WIDTH), array(points));
        }
        canvas.line(new Pen(colour, LINE_WIDTH, series.shape() == Shape.DASHES), array(points));
    }

    /// What a point is, where a further column says it.
    private void label(Series series, int row, double[] at) {
        int needed = chart.flat() || chart.x().run() == Run.CATEGORIES ? 2 : 3;
        if (series.columns().size() >= needed) {
            int column = series.columns().get(needed - 1);
            canvas.text(rows.get(row).get(column).text() + unit(chart.table().headers().get(column)), Plot.TEXT,
                    palette.ink(), Anchor.MIDDLE, Math.clamp(at[0], area.x() + 12, area.right() - 12), at[1] - 5);
        }
    }

    /// What stands after the last comma of a header.
    private static String unit(String header) {
        int end = header.lastIndexOf(", ");
        return end < 0 ? "" : " " + header.substring(end + 2);
    }

    private void band(Series series, double opacity) {
        var there = new ArrayList<double[]>();
        var back = new ArrayList<double[]>();
        boolean own = PlotValues.columns(chart, series).size() == 1;
        for (int row = 0; row < rows.size(); row++) {
            double low = own ? PlotValues.low(cell(series, row, 0)) : number(series, row, 0);
            double high = own ? PlotValues.high(cell(series, row, 0)) : number(series, row, 1);
            if (Double.isFinite(low) && Double.isFinite(high)) {
                there.add(area.at(place(series, row), low));
                back.add(area.at(place(series, row), high));
            }
        }
        Collections.reverse(back);
        there.addAll(back);
        var points = new ArrayList<Double>();
        there.forEach(point -> {
            points.add(point[0]);
            points.add(point[1]);
        });
        canvas.fill(palette.of(series.tone()), opacity, array(points));
    }

    /// Those of several series stand one below the other in a row, each with its interval.
    private void dots(Series series) {
        List<Series> dotted = chart.series().stream().filter(one -> one.shape() == Shape.DOT).toList();
        double shift = (dotted.indexOf(series) - (dotted.size() - 1) / 2.0) * DOT_SHIFT;
        int colour = palette.of(series.tone());
        for (int row = 0; row < rows.size(); row++) {
            Cell cell = cell(series, row, 0);
            if (!Double.isFinite(PlotValues.number(cell))) {
                continue;
            }
            double place = place(series, row) + shift;
            if (PlotValues.hasInterval(cell)) {
                double[] from = area.at(place, PlotValues.low(cell));
                double[] to = area.at(place, PlotValues.high(cell));
                canvas.line(Pen.solid(colour, 1.2), from[0], from[1], to[0], to[1]);
            }
            double[] at = area.at(place, PlotValues.number(cell));
            canvas.disc(colour, Pen.solid(colour, 0.5), at[0], at[1], DOT);
        }
    }

    private void spans(Series series) {
        int colour = palette.of(series.tone());
        for (int row = 0; row < rows.size(); row++) {
            double from = number(series, row, 0);
            double to = number(series, row, 1);
            if (Double.isFinite(from) && Double.isFinite(to)) {
                bar(colour, 0.55, place(series, row), BAR * 0.8, from, to);
                double[] start = area.at(place(series, row), from);
                double[] end = area.at(place(series, row), to);
                canvas.disc(palette.page(), Pen.solid(colour, 1.2), start[0], start[1], DOT);
                canvas.disc(colour, Pen.solid(colour, 1.2), end[0], end[1], DOT);
            }
        }
    }

    /// From one level to the next, or from zero where the first is not there.
    private void steps(Series series) {
        for (int row = 0; row < rows.size(); row++) {
            double from = number(series, row, 0);
            double to = number(series, row, 1);
            boolean whole = Double.isNaN(from);
            int colour = whole ? palette.of(series.tone()) : palette.of(to < from ? "loss" : "gain");
            bar(colour, 1, place(series, row), BAR * 1.4, whole ? 0 : from, to);
        }
    }

    /// Whiskers, the middle half, and a line at the median.
    private void boxes(Series series) {
        for (int row = 0; row < rows.size(); row++) {
            double place = place(series, row);
            int colour = palette.of(tone(rows.get(row).getFirst().text()));
            double[] low = area.at(place, number(series, row, 0));
            double[] high = area.at(place, number(series, row, 4));
            canvas.line(Pen.solid(colour, 1.2), low[0], low[1], high[0], high[1]);
            double from = number(series, row, 1);
            double to = number(series, row, 3);
            bar(palette.page(), 1, place, BAR * 1.3, from, to);
            bar(colour, 0.33, place, BAR * 1.3, from, to);
            double[] a = area.at(place - BAR * 0.65, from);
            double[] b = area.at(place + BAR * 0.65, to);
            canvas.line(Pen.solid(colour, 1.2), a[0], a[1], b[0], a[1], b[0], b[1], a[0], b[1], a[0], a[1]);
            double[] top = area.at(place - BAR * 0.65, number(series, row, 2));
            double[] bottom = area.at(place + BAR * 0.65, number(series, row, 2));
            canvas.line(Pen.solid(colour, 2), top[0], top[1], bottom[0], bottom[1]);
        }
    }

    private static Tone tone(String contract) {
        return switch (contract) {
            case "TaaS" -> Tone.TAAS;
            case "IaaS" -> Tone.IAAS;
            default -> Tone.DIFFERENCE;
        };
    }

    /// What is positive grows upwards from zero, what is negative downwards.
    private void piles() {
        List<Shape> kinds = chart.series().stream().map(Series::shape).filter(PlotValues::isPile).distinct().toList();
        double wide = area.place() * PILES / Math.max(1, kinds.size());
        for (int row = 0; row < rows.size(); row++) {
            Map<Shape, double[]> ends = new EnumMap<>(Shape.class);
            for (Series series : chart.series()) {
                double number = PlotValues.isPile(series.shape()) ? number(series, row, 0) : Double.NaN;
                if (Double.isFinite(number)) {
                    double[] end = ends.computeIfAbsent(series.shape(), _ -> new double[2]);
                    int side = number < 0 ? 1 : 0;
                    double shift = (kinds.indexOf(series.shape()) - (kinds.size() - 1) / 2.0) * wide;
                    double place = place(series, row) + shift;
                    bar(palette.of(series.tone()), 1, place, wide * 0.94, end[side], end[side] + number);
                    rim(place, wide * 0.94, end[side], end[side] + number);
                    end[side] += number;
                }
            }
        }
    }

    /// Between two numbers, so wide across.
    private void bar(int colour, double opacity, double place, double wide, double from, double to) {
        double[] a = area.at(place - wide / 2, from);
        double[] b = area.at(place + wide / 2, to);
        canvas.rectangle(colour, opacity, a[0], a[1], b[0], b[1]);
    }

    /// Of a bar that may be pale.
    private void rim(double place, double wide, double from, double to) {
        double[] a = area.at(place - wide / 2, from);
        double[] b = area.at(place + wide / 2, to);
        canvas.line(Pen.solid(palette.soft(), 0.3), a[0], a[1], b[0], a[1], b[0], b[1], a[0], b[1], a[0], a[1]);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
