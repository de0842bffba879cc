package io.tailrace.report.committee;

import io.tailrace.report.committee.Canvas.Anchor;
import io.tailrace.report.committee.PdfCanvas.Letters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/// The list of sections with their pages, which is known only in the end, and the bookmarks.
final class PdfContents {
    private static final double SIZE = 10.5;
    private static final double LEADING = 19;

    /// @param number of the page, from 1
    private record Entry(String title, int number, PDPageXYZDestination destination) {}

    private final PDDocument document;
    private final PdfStyle style;
    private final List<Section> sections;
    private final List<Entry> entries = new ArrayList<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private PDPage page;
    private double top;

    PdfContents(PDDocument document, PdfStyle style, List<Section> sections) {
        this.document = document;
        this.style = style;
        this.sections = sections;
    }

    /// Leaves room for the list.
    void place(PdfPages pages) {
        pages.paragraph("Contents", new Letters(true, 14, style.palette().ink()), 8);
        page = pages.page();
        top = pages.y();
        pages.down(sections.size() * LEADING + 20);
    }

    void section(PdfPages pages, Section section) {
        PDPageXYZDestination destination = destination(pages);
        entries.add(new Entry(section.title(), pages.number(), destination));
        outline.addLast(item(section.title(), destination));
    }

    /// Below its section.
    void chart(PdfPages pages, String title) {
        outline.getLastChild().addLast(item(title.replace('\u00a0', ' '), destination(pages)));
    }

    private static PDOutlineItem item(String title, PDPageXYZDestination destination) {
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        return item;
    }

    private static PDPageXYZDestination destination(PdfPages pages) {
        var destination = new PDPageXYZDestination();
        destination.setPage(pages.page());
        destination.setTop((int) Math.ceil(pages.page().getMediaBox().getHeight() - pages.y() + 12));
        return destination;
    }

    /// Writes the list into its room, and hangs the bookmarks in.
    void finish() throws IOException {
        double height = page.getMediaBox().getHeight();
        double width = PdfPages.width(false);
        var type = new Letters(false, SIZE, style.palette().of("link"));
        var dots = new Letters(false, SIZE, style.palette().line());
        try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            var canvas = new PdfCanvas(stream, style, height, PdfPages.MARGIN, top, 1);
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                double y = i * LEADING + SIZE;
                String name = (i + 1) + "  " + entry.title();
                canvas.text(name, type, Anchor.START, 0, y);
                double from = canvas.width(name, SIZE) + 6;
                int count = (int) ((width - 24 - from) / canvas.width(".", SIZE) / 2);
                canvas.text(". ".repeat(Math.max(0, count)).strip(), dots, Anchor.END, width - 20, y);
                canvas.text(Integer.toString(entry.number()), type, Anchor.END, width, y);
                page.getAnnotations().add(link(entry, height - top - y - 4, width));
            }
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static PDAnnotationLink link(Entry entry, double bottom, double width) {
        var link = new PDAnnotationLink();
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        link.setBorderStyle(border);
        link.setRectangle(new PDRectangle((float) PdfPages.MARGIN, (float) bottom, (float) width, (float) LEADING));
        link.setDestination(entry.destination());
        return link;
    }
}
