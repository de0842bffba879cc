package io.tailrace.report.committee;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// A chart as a picture of pixels.
final class PictureCanvas implements Canvas {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Typeface typeface;

    /// @param scale pixels to a point
    PictureCanvas(Typeface typeface, double width, double height, double scale, int page) {
        this.typeface = typeface;
        image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(page));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
    }

    BufferedImage image() {
        graphics.dispose();
        return image;
    }

    @Override
    public double width(String text, double size) {
        return typeface.width(typeface.printable(text), size);
    }

    @Override
    public void line(Pen pen, double... points) {
        graphics.setStroke(stroke(pen));
        graphics.setColor(new Color(pen.colour()));
        graphics.draw(path(points));
    }

    @Override
    public void fill(int colour, double opacity, double... points) {
        graphics.setColor(new Color(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff,
                (int) Math.round(255 * opacity)));
        graphics.fill(path(points));
    }

    @Override
    public void disc(int colour, Pen rim, double x, double y, double radius) {
        Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(new Color(colour));
        graphics.fill(disc);
        graphics.setStroke(stroke(rim));
        graphics.setColor(new Color(rim.colour()));
        graphics.draw(disc);
    }

    @Override
    public void text(String text, double size, int colour, Anchor anchor, double x, double y) {
        String printable = typeface.printable(text);
        graphics.setColor(new Color(colour));
        graphics.fill(typeface.outline(printable, size, x - anchor.before(typeface.width(printable, size)), y));
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable inside) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        inside.run();
        graphics.setClip(before);
    }

    private static BasicStroke stroke(Pen pen) {
        float width = (float) pen.width();
        return pen.isDashed()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{4, 3}, 0)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        for (int i = 0; i + 1 < points.length; i += 2) {
            if (i == 0) {
                path.moveTo(points[0], points[1]);
            } else {
                path.lineTo(points[i], points[i + 1]);
            }
        }
        return path;
    }
}
