package io.tailrace.report.committee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/// A report for people who check: a workbook with a sheet to a section, numbers as numbers, charts as pictures.
///
/// Text is written as text, so no scenario can bring a formula in. The same result gives the same bytes ([XlsxFiles]).
final class XlsxBook {
    private XlsxBook() {}

    static byte[] bytes(CommitteeReport report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new Workbook(bytes, "Tailrace", null);
        var pictures = new ChartPictures();
        var contents = new XlsxSheet(workbook.newWorksheet("Contents"), pictures);
        contents.front(report);
        for (Section section : report.sections()) {
            new XlsxSheet(workbook.newWorksheet(XlsxSheet.name(section)), pictures).section(section);
        }
        workbook.finish();
        return XlsxFiles.settled(bytes.toByteArray(), report.title(), report.made());
    }
}
