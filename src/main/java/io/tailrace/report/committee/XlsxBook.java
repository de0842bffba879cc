package io.tailrace.report.committee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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
        var contents = new XlsxContents(workbook.newWorksheet("Contents"));
        var places = new ArrayList<XlsxContents.Place>();
        for (Section section : report.sections()) {
            places.addAll(
                    new XlsxSheet(workbook.newWorksheet(XlsxContents.name(section)), pictures).fill(section));
        }
        contents.fill(report, places);
        workbook.finish();
        return XlsxFiles.settled(bytes.toByteArray(), report.title(), report.made());
    }
}
