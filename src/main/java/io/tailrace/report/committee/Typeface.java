package io.tailrace.report.committee;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A typeface that comes with the program, Liberation Sans, so that paper looks the same wherever it is made.
///
/// Why its own outlines for pictures: the JDK's fonts need libraries that a server often lacks.
final class Typeface {
    private static final int INSTEAD = '?';

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;
    private final Map<Integer, Double> widths = new HashMap<>();

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        glyphs = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
    }

    static Typeface regular() throws IOException {
        return new Typeface(file("Regular"));
    }

    static Typeface bold() throws IOException {
        return new Typeface(file("Bold"));
    }

    private static TrueTypeFont file(String style) throws IOException {
        byte[] bytes = Shipped.bytes("liberation/LiberationSans-" + style + ".ttf");
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(bytes)));
        font.setEnableGsub(false);
        return font;
    }

    /// The font itself, for embedding.
    TrueTypeFont font() {
        return font;
    }

    /// With a question mark for what the typeface lacks, and spaces for what is no sign at all.
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean blank = Character.isWhitespace(point) || Character.isISOControl(point);
            printable.appendCodePoint(blank ? ' ' : glyphs.getGlyphId(point) == 0 ? INSTEAD : point);
        });
        return printable.toString();
    }

    /// In the unit of the size; of printable text.
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::width).sum() * size;
    }

    private double width(int point) {
        return widths.computeIfAbsent(point, p -> {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(p)) / unitsPerEm;
            } catch (IOException e) {
                throw new IllegalStateException("the program's own font is damaged", e);
            }
        });
    }

    /// Of printable text with its baseline from x, y on, y down.
    Path2D outline(String text, double size, double x, double y) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / unitsPerEm;
        double at = x;
        for (int point : text.codePoints().toArray()) {
            try {
                GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(point));
                if (glyph != null) {
                    outline.append(glyph.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, y)),
                            false);
                }
            } catch (IOException e) {
                throw new IllegalStateException("the program's own font is damaged", e);
            }
            at += width(point) * size;
        }
        return outline;
    }
}
