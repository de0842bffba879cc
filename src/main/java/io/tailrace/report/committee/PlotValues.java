package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Run;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;

/// The numbers of a chart's table: what its axes must reach.
final class PlotValues {
    private PlotValues() {}

    /// NaN where the cell is no number.
    static double number(Cell cell) {
        return cell instanceof Cell.Amount amount ? amount.estimate().value() : Double.NaN;
    }

    /// Lower end of a number's interval; the number itself where it has none.
    static double low(Cell cell) {
        return hasInterval(cell) ? estimate(cell).low() : number(cell);
    }

    static double high(Cell cell) {
        return hasInterval(cell) ? estimate(cell).high() : number(cell);
    }

    static boolean hasInterval(Cell cell) {
        return cell instanceof Cell.Amount amount && amount.estimate().low() < amount.estimate().high();
    }

    private static Estimate estimate(Cell cell) {
        return ((Cell.Amount) cell).estimate();
    }

    /// Rows that are drawn.
    static List<List<Cell>> rows(Chart chart) {
        return chart.table().rows().subList(0, chart.rows());
    }

    /// Columns whose numbers lie along the value axis.
    static List<Integer> columns(Chart chart, Series series) {
        boolean grid = chart.flat() || chart.x().run() == Run.CATEGORIES;
        List<Integer> columns = grid ? series.columns() : series.columns().subList(1, series.columns().size());
        boolean labelled = series.shape() == Shape.LINE || series.shape() == Shape.DASHES;
        return labelled ? columns.subList(0, 1) : columns;
    }

    static PlotAxis valueAxis(Chart chart) {
        var numbers = new ArrayList<Double>();
        for (Series series : chart.series()) {
            boolean whiskers = series.shape() == Shape.DOT || columns(chart, series).size() == 1
                    && (series.shape() == Shape.BAND || series.shape() == Shape.CORE);
            for (List<Cell> row : rows(chart)) {
                for (int column : columns(chart, series)) {
                    Cell cell = row.get(column);
                    numbers.add(whiskers ? low(cell) : number(cell));
                    numbers.add(whiskers ? high(cell) : number(cell));
                }
            }
        }
        boolean bars = chart.series().stream().anyMatch(series -> isPile(series.shape()));
        boolean steps = chart.series().stream().anyMatch(series -> series.shape() == Shape.STEP);
        if (bars) {
            numbers.addAll(piles(chart));
        }
        boolean upright = !chart.flat() && chart.x().run() == Run.CATEGORIES;
        return PlotAxis.around(chart.flat() ? chart.x() : chart.y(), numbers, bars || steps || upright);
    }

    static PlotAxis alongAxis(Chart chart) {
        var numbers = new ArrayList<Double>();
        for (Series series : chart.series()) {
            rows(chart).forEach(row -> numbers.add(number(row.get(series.columns().getFirst()))));
        }
        return PlotAxis.around(chart.x(), numbers, false);
    }

    static boolean isPile(Shape shape) {
        return shape == Shape.PILE || shape == Shape.SECOND_PILE;
    }

    /// Tops and bottoms of the piles.
    private static List<Double> piles(Chart chart) {
        var ends = new ArrayList<Double>();
        for (Shape pile : List.of(Shape.PILE, Shape.SECOND_PILE)) {
            for (List<Cell> row : rows(chart)) {
                double top = 0;
                double bottom = 0;
                for (Series series : chart.series()) {
                    double number = series.shape() == pile ? number(row.get(series.columns().getFirst())) : 0;
                    top += Math.max(0, number);
                    bottom += Math.min(0, number);
                }
                ends.add(top);
                ends.add(bottom);
            }
        }
        return ends;
    }
}
