package io.tailrace.report.committee;

/// What a chart is drawn on, whatever becomes of it.
///
/// Unit: points; x runs to the right and y down from the top left corner. Colours are `0xRRGGBB`.
interface Canvas {
    /// Which end of a text stands where it is put.
    enum Anchor {
        START, MIDDLE, END;

        /// How much of a text's width lies before its anchor.
        double before(double width) {
            return width * ordinal() / 2;
        }
    }

    /// How a line looks.
    record Pen(int colour, double width, boolean isDashed) {
        static Pen solid(int colour, double width) {
            return new Pen(colour, width, false);
        }
    }

    double width(String text, double size);

    /// Through points `x, y, x, y …`.
    void line(Pen pen, double... points);

    /// A closed figure, opacity from 0 to 1.
    void fill(int colour, double opacity, double... points);

    /// A disc with a rim.
    void disc(int colour, Pen rim, double x, double y, double radius);

    /// On a baseline.
    void text(String text, double size, int colour, Anchor anchor, double x, double y);

    /// What is drawn by `inside` shows in this rectangle only.
    void clipped(double x, double y, double width, double height, Runnable inside);

    default void rectangle(int colour, double opacity, double x1, double y1, double x2, double y2) {
        fill(colour, opacity, x1, y1, x2, y1, x2, y2, x1, y2);
    }
}
