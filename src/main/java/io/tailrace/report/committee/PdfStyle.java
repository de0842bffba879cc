package io.tailrace.report.committee;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// What the pages of a PDF share: colours, typefaces, of which only the glyphs used are embedded, and opacities.
final class PdfStyle {
    private final Palette palette = Palette.light();
    private final Typeface regular = Typeface.regular();
    private final Typeface bold = Typeface.bold();
    private final PDType0Font regularFont;
    private final PDType0Font boldFont;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    PdfStyle(PDDocument document) throws IOException {
        regularFont = PDType0Font.load(document, regular.font(), true);
        boldFont = PDType0Font.load(document, bold.font(), true);
    }

    Palette palette() {
        return palette;
    }

    Typeface face(boolean isBold) {
        return isBold ? bold : regular;
    }

    PDType0Font font(boolean isBold) {
        return isBold ? boldFont : regularFont;
    }

    PDExtendedGraphicsState opacity(double opacity) {
        return opacities.computeIfAbsent(opacity, share -> {
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(share.floatValue());
            return state;
        });
    }
}
