package io.tailrace.report.committee;

import io.tailrace.report.committee.Canvas.Anchor;
import io.tailrace.report.committee.Canvas.Pen;
import io.tailrace.report.committee.PdfCanvas.Letters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The A4 pages of a PDF: where the next thing goes, and what stands around it.
///
/// Unit: points from the upper left corner.
final class PdfPages {
    static final double MARGIN = 50;
    static final double TOP = 58;
    static final double BOTTOM = 52;
    /// From line to line, in sizes of the type.
    static final double LEADING = 1.32;
    /// So few lines stay on one page.
    private static final int TOGETHER = 5;
    private static final double SMALL = 7.5;

    /// @param section in which it begins
    private record Leaf(PDPage page, String section) {}

    private final PDDocument document;
    private final PdfStyle style;
    private final List<Leaf> leaves = new ArrayList<>();
    private PDPageContentStream stream;
    private String section = "";
    private double y;

    PdfPages(PDDocument document, PdfStyle style) {
        this.document = document;
        this.style = style;
    }

    PdfStyle style() {
        return style;
    }

    /// Begins a page.
    void turn(boolean isLandscape) {
        try {
            close();
            PDRectangle a4 = PDRectangle.A4;
            var page = new PDPage(isLandscape ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4);
            document.addPage(page);
            leaves.add(new Leaf(page, section));
            stream = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
            y = TOP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A section begins on a page of its own.
    void turn(String newSection, boolean isLandscape) {
        section = newSection;
        turn(isLandscape);
    }

    void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    PDPage page() {
        return leaves.getLast().page();
    }

    int number() {
        return leaves.size();
    }

    boolean isLandscape() {
        return page().getMediaBox().getWidth() > page().getMediaBox().getHeight();
    }

    /// Between the margins.
    double width() {
        return page().getMediaBox().getWidth() - 2 * MARGIN;
    }

    /// Between the margins of a page that lies, or stands.
    static double width(boolean isLandscape) {
        return (isLandscape ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth()) - 2 * MARGIN;
    }

    /// What a page of this kind has between header and footer.
    double height() {
        return page().getMediaBox().getHeight() - TOP - BOTTOM;
    }

    /// Where the next thing goes.
    double y() {
        return y;
    }

    double room() {
        return page().getMediaBox().getHeight() - BOTTOM - y;
    }

    void down(double points) {
        y += points;
    }

    /// Begins a page of the same kind where there is less room than that.
    void need(double points) {
        if (room() < points && y > TOP) {
            turn(isLandscape());
        }
    }

    /// From the left margin and the next line on.
    PdfCanvas canvas() {
        return canvas(1);
    }

    PdfCanvas canvas(double scale) {
        return new PdfCanvas(stream, style, page().getMediaBox().getHeight(), MARGIN, y, scale);
    }

    /// Lines of words from the left margin on, on a new page where this one ends.
    void paragraph(String text, Letters type, double after) {
        Typeface face = style.face(type.isBold());
        double leading = type.size() * LEADING;
        List<String> lines = Lines.of(face.printable(text), width(), words -> face.width(words, type.size()));
        need(Math.min(lines.size(), TOGETHER) * leading);
        for (String line : lines) {
            need(leading);
            canvas().text(line, type, Anchor.START, 0, type.size());
            down(leading);
        }
        down(after);
    }

    /// Header and footer of every page but the first, whose number is counted too.
    void number(String title, String subtitle) throws IOException {
        close();
        var type = new Letters(false, SMALL, style.palette().soft());
        for (int i = 0; i < leaves.size(); i++) {
            PDPage page = leaves.get(i).page();
            double height = page.getMediaBox().getHeight();
            double right = page.getMediaBox().getWidth() - MARGIN;
            try (var around = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                var canvas = new PdfCanvas(around, style, height, 0, 0, 1);
                Pen pen = Pen.solid(style.palette().line(), 0.6);
                canvas.line(pen, MARGIN, height - 38, right, height - 38);
                canvas.text(fitted(canvas, subtitle, right - MARGIN - 80), type, Anchor.START, MARGIN, height - 27);
                canvas.text("page " + (i + 1) + " of " + leaves.size(), type, Anchor.END, right, height - 27);
                if (i > 0) {
                    String name = leaves.get(i).section();
                    double wide = right - MARGIN - canvas.width(name, SMALL) - 20;
                    canvas.text(fitted(canvas, title, wide), type, Anchor.START, MARGIN, 36);
                    canvas.text(name, type, Anchor.END, right, 36);
                    canvas.line(pen, MARGIN, 42, right, 42);
                }
            }
        }
    }

    private static String fitted(PdfCanvas canvas, String text, double width) {
        List<String> lines = Lines.of(text, width, words -> canvas.width(words + "…", SMALL));
        return lines.size() == 1 ? lines.getFirst() : lines.getFirst() + "…";
    }
}
