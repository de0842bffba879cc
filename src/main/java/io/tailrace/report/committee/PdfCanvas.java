package io.tailrace.report.committee;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// A part of a PDF page, as vectors.
///
/// @param height of the page
/// @param left where the canvas begins on the page, from its left edge
/// @param top from its upper edge
/// @param scale points of the page to one of the canvas
record PdfCanvas(
        PDPageContentStream stream,
        PdfStyle style,
        double height,
        double left,
        double top,
        double scale)
        implements
            Canvas {
    /// How far four Bézier curves of a circle reach, in radii.
    private static final double CIRCLE = 0.5522847498;

    /// How letters look.
    record Letters(boolean isBold, double size, int colour) {}

    /// What is written to the page; a stream in memory fails at nothing but a mistake of ours.
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double width(String text, double size) {
        return width(text, false, size);
    }

    double width(String text, boolean isBold, double size) {
        Typeface face = style.face(isBold);
        return face.width(face.printable(text), size);
    }

    @Override
    public void line(Pen pen, double... points) {
        if (points.length < 4) {
            return;
        }
        draw(() -> {
            stroke(pen);
            path(points);
            stream.stroke();
        });
    }

    @Override
    public void fill(int colour, double opacity, double... points) {
        if (points.length < 6) {
            return;
        }
        draw(() -> {
            stream.saveGraphicsState();
            stream.setGraphicsStateParameters(style.opacity(opacity));
            colour(colour);
            path(points);
            stream.fill();
            stream.restoreGraphicsState();
        });
    }

    @Override
    public void disc(int colour, Pen rim, double x, double y, double radius) {
        draw(() -> {
            colour(colour);
            stroke(rim);
            double reach = CIRCLE * radius;
            stream.moveTo(x(x + radius), y(y));
            curve(x + radius, y + reach, x + reach, y + radius, x, y + radius);
            curve(x - reach, y + radius, x - radius, y + reach, x - radius, y);
            curve(x - radius, y - reach, x - reach, y - radius, x, y - radius);
            curve(x + reach, y - radius, x + radius, y - reach, x + radius, y);
            stream.fillAndStroke();
        });
    }

    @Override
    public void text(String text, double size, int colour, Anchor anchor, double x, double y) {
        text(text, new Letters(false, size, colour), anchor, x, y);
    }

    /// A space that holds words together is one like any other once they stand on a line.
    void text(String text, Letters type, Anchor anchor, double x, double y) {
        String printable = style.face(type.isBold()).printable(text).replace('\u00a0', ' ');
        if (printable.isBlank()) {
            return;
        }
        double before = anchor.before(style.face(type.isBold()).width(printable, type.size()));
        draw(() -> {
            stream.beginText();
            colour(type.colour());
            stream.setFont(style.font(type.isBold()), (float) (type.size() * scale));
            stream.newLineAtOffset(x(x - before), y(y));
            stream.showText(printable);
            stream.endText();
        });
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable inside) {
        draw(() -> {
            stream.saveGraphicsState();
            path(x, y, x + width, y, x + width, y + height, x, y + height);
            stream.closePath();
            stream.clip();
        });
        inside.run();
        draw(stream::restoreGraphicsState);
    }

    private void path(double... points) throws IOException {
        stream.moveTo(x(points[0]), y(points[1]));
        for (int i = 2; i + 1 < points.length; i += 2) {
            stream.lineTo(x(points[i]), y(points[i + 1]));
        }
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        stream.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }

    private void stroke(Pen pen) throws IOException {
        stream.setStrokingColor(red(pen.colour()), green(pen.colour()), blue(pen.colour()));
        stream.setLineWidth((float) (pen.width() * scale));
        stream.setLineJoinStyle(1);
        stream.setLineDashPattern(pen.isDashed() ? new float[]{4, 3} : new float[0], 0);
    }

    private void colour(int colour) throws IOException {
        stream.setNonStrokingColor(red(colour), green(colour), blue(colour));
    }

    private float x(double x) {
        return (float) (left + x * scale);
    }

    private float y(double y) {
        return (float) (height - top - y * scale);
    }

    private static float red(int colour) {
        return (colour >> 16 & 0xff) / 255f;
    }

    private static float green(int colour) {
        return (colour >> 8 & 0xff) / 255f;
    }

    private static float blue(int colour) {
        return (colour & 0xff) / 255f;
    }
}
