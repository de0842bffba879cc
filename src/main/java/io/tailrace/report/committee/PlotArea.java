package io.tailrace.report.committee;

/// Where a chart's numbers lie on a canvas.
///
/// @param value axis of the numbers drawn: to the right in a flat chart, else upwards
/// @param along axis of a chart that has numbers both ways; null where one way are categories
/// @param places how many categories there are
record PlotArea(
        double x,
        double y,
        double width,
        double height,
        PlotAxis value,
        PlotAxis along,
        int places,
        boolean isFlat) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /// Room of one category.
    double place() {
        return (isFlat ? height : width) / Math.max(1, places);
    }

    /// Middle of a category's room: x, or in a flat chart y.
    double alongCategories(int row) {
        return (isFlat ? y : x) + (row + 0.5) * place();
    }

    /// x and y of a number of the table, and of where it stands along the other axis.
    double[] at(double place, double number) {
        double share = value.share(number);
        return isFlat
                ? new double[]{x + share * width, place}
                : new double[]{place, bottom() - share * height};
    }
}
