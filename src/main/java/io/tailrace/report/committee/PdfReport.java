package io.tailrace.report.committee;

import io.tailrace.report.committee.PdfCanvas.Letters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A report for the board pack: A4, with contents and bookmarks, charts as vectors, the numbers of the page for the screen.
///
/// It prints what that page shows unasked, and of a chart's table what is short. The same result gives the same bytes.
final class PdfReport {
    /// A longer table behind a chart is for the screen and the spreadsheet.
    private static final int SHORT_TABLE = 12;
    /// With a heading, and no more.
    private static final int TOGETHER = 3;
    private static final double TITLE = 10.5;
    private static final double LEAD = 11.5;
    private static final double PLAIN = 9.2;
    private static final double SMALL = 8.5;
    private static final double LEADING = PdfPages.LEADING;
    private static final String NOTE = "Longer tables behind charts are in the report's HTML and XLSX.";

    private final PDDocument document;
    private final PdfPages pages;
    private final Palette palette;
    private final PdfContents contents;

    private PdfReport(PDDocument document, CommitteeReport report) throws IOException {
        this.document = document;
        var style = new PdfStyle(document);
        pages = new PdfPages(document, style);
        palette = style.palette();
        contents = new PdfContents(document, style, report.sections());
    }

    static byte[] bytes(CommitteeReport report) throws IOException {
        try (var document = new PDDocument()) {
            var pdf = new PdfReport(document, report);
            pdf.front(report);
            for (Section section : report.sections()) {
                pdf.section(section);
            }
            pdf.pages.number(report.title(), report.subtitle());
            pdf.contents.finish();
            pdf.describe(report);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void front(CommitteeReport report) {
        pages.turn("", false);
        pages.down(60);
        pages.paragraph(report.title(), new Letters(true, 24, palette.ink()), 6);
        pages.paragraph(report.subtitle(), new Letters(false, 10, palette.soft()), 30);
        contents.place(pages);
        pages.paragraph(NOTE, new Letters(false, 8.5, palette.soft()), 0);
    }

    private void section(Section section) {
        pages.turn(section.title(), beginsWide(section));
        contents.section(pages, section);
        pages.paragraph(section.title(), new Letters(true, 16, palette.ink()), 6);
        long tables = section.parts().stream().filter(part -> !(part instanceof Sentence)).count();
        for (int i = 0; i < section.parts().size(); i++) {
            switch (section.parts().get(i)) {
                case Heading heading -> heading(heading, section.parts().subList(i + 1, section.parts().size()));
                case Sentence sentence -> sentence(sentence);
                case Table table when table.folded() && tables > 1 -> {
                    // for those who ask, on the screen
                }
                case Table table -> new PdfTable(table, pages).draw();
                case Chart chart -> chart(chart);
            }
        }
    }

    /// Whether the first thing to be seen needs a page that lies.
    private boolean beginsWide(Section section) {
        return section.parts().stream()
                .filter(part -> part instanceof Table || part instanceof Chart)
                .findFirst()
                .filter(part -> part instanceof Table table && new PdfTable(table, pages).lies())
                .isPresent();
    }

    /// On the same page as the first things below it.
    private void heading(Heading heading, List<Part> below) {
        double height = 40;
        for (Part part : below.subList(0, Math.min(TOGETHER, below.size()))) {
            if (part instanceof Sentence sentence) {
                height += lines(words(sentence), PLAIN) * PLAIN * LEADING + 5;
            } else {
                height += part instanceof Chart chart ? chartHeight(chart) : 100;
                break;
            }
        }
        pages.need(Math.min(height, pages.height() / 2 + 100));
        pages.down(8);
        pages.paragraph(heading.text(), new Letters(true, 12, palette.ink()), 3);
    }

    private void sentence(Sentence sentence) {
        Letters type =
                sentence.isLead() ? new Letters(true, LEAD, palette.ink()) : new Letters(false, PLAIN, palette.ink());
        pages.paragraph(words(sentence), type, sentence.isLead() ? 5 : 4);
    }

    /// A number and its interval stay together.
    private static String words(Sentence sentence) {
        return sentence.cells().stream()
                .map(cell -> cell instanceof Cell.Amount ? cell.text().replace(' ', '\u00a0') : cell.text())
                .collect(Collectors.joining());
    }

    /// With its title and its reading on one page.
    private void chart(Chart chart) {
        if (pages.isLandscape()) {
            pages.turn(false);
        }
        double height = new Plot(chart, pages.canvas(), palette, pages.width()).height();
        double scale = Math.min(1, (pages.height() - above(chart) - 20) / height);
        pages.down(4);
        pages.need(above(chart) + height * scale + 10);
        contents.chart(pages, words(chart.title()));
        pages.paragraph(words(chart.title()), new Letters(true, TITLE, palette.ink()), 2);
        pages.paragraph(chart.reading(), new Letters(false, SMALL, palette.soft()), 6);
        new Plot(chart, pages.canvas(scale), palette, pages.width()).draw();
        pages.down(height * scale + 10);
        if (chart.table().rows().size() <= SHORT_TABLE && !chart.table().folded()) {
            new PdfTable(chart.table(), pages).draw();
        }
    }

    private double chartHeight(Chart chart) {
        return above(chart) + new Plot(chart, pages.canvas(), palette, pages.width()).height();
    }

    /// What its title and reading take.
    private double above(Chart chart) {
        int title = Lines.of(words(chart.title()), pages.width(), words -> pages.style().face(true).width(words, TITLE))
                .size();
        return (title * TITLE + lines(chart.reading(), SMALL) * SMALL) * LEADING + 10;
    }

    private int lines(String text, double size) {
        Typeface face = pages.style().face(false);
        return Lines.of(face.printable(text), pages.width(), words -> face.width(words, size)).size();
    }

    /// What a reader of files is told: no clock and no chance goes into the bytes.
    private void describe(CommitteeReport report) {
        var information = new PDDocumentInformation();
        information.setTitle(report.title());
        information.setSubject(report.subtitle());
        information.setAuthor("Tailrace");
        information.setCreator("Tailrace");
        information.setProducer("Apache PDFBox");
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        date.setTimeInMillis(report.made().toEpochMilli());
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentInformation(information);
        document.setDocumentId(report.made().toEpochMilli());
        document.getDocumentCatalog().setLanguage("en");
        var preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
