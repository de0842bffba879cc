package io.tailrace.cli;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Where a page of a PDF has ink: letters, lines and areas, as far as clipping lets them show.
final class PageInk extends PDFGraphicsStreamEngine {
    /// Unit: points. Text and charts keep 50 of them free at the sides and 20 above and below.
    private static final double SIDE = 48;
    private static final double END = 20;

    private final Rectangle2D inside;
    private final List<String> outside = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private boolean clips;
    private int marks;

    PageInk(PDPage page) {
        super(page);
        inside = new Rectangle2D.Double(SIDE, END, page.getMediaBox().getWidth() - 2 * SIDE,
                page.getMediaBox().getHeight() - 2 * END);
    }

    List<String> outside() { return outside; }

    int marks() { return marks; }

    private void mark(String what, Rectangle2D bounds) {
        marks++;
        Rectangle2D shown = bounds.createIntersection(getGraphicsState().getCurrentClippingPath().getBounds2D());
        if (shown.getWidth() >= 0 && shown.getHeight() >= 0
                && !(shown.getMinX() >= inside.getMinX() && shown.getMaxX() <= inside.getMaxX()
                        && shown.getMinY() >= inside.getMinY() && shown.getMaxY() <= inside.getMaxY())) {
            outside.add(what + " at " + shown);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        double width = displacement.getX() * matrix.getScalingFactorX();
        mark("letter " + font.toUnicode(code), new Rectangle2D.Double(matrix.getTranslateX(), matrix.getTranslateY(),
                width, matrix.getScalingFactorY() * 0.7));
    }

    private void paint(String what) {
        mark(what, path.getBounds2D());
        endPath();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.append(new Rectangle2D.Double(a.getX(), a.getY(), c.getX() - a.getX(), c.getY() - a.getY()), false);
    }

    @Override
    public void drawImage(PDImage image) {
        outside.add("a picture of pixels");
    }

    @Override
    public void clip(int windingRule) {
        clips = true;
    }

    @Override
    public void moveTo(float x, float y) { path.moveTo(x, y); }

    @Override
    public void lineTo(float x, float y) { path.lineTo(x, y); }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() { return path.getCurrentPoint(); }

    @Override
    public void closePath() { path.closePath(); }

    @Override
    public void endPath() {
        if (clips) {
            getGraphicsState().intersectClippingPath(new GeneralPath(path));
            clips = false;
        }
        path.reset();
    }

    @Override
    public void strokePath() { paint("line"); }

    @Override
    public void fillPath(int windingRule) { paint("area"); }

    @Override
    public void fillAndStrokePath(int windingRule) { paint("area with a rim"); }

    @Override
    public void shadingFill(COSName name) {
        outside.add("a shading");
    }
}
