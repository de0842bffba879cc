package io.tailrace.report.committee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The files inside a workbook, with the result's date in place of the clock's, and with its title.
///
/// Why by way of a file: the library's archives tell sizes only at their end, where a stream comes too late.
final class XlsxFiles {
    private static final String PROPERTIES = "docProps/core.xml";

    private XlsxFiles() {}

    static byte[] settled(byte[] workbook, String title, Instant made) throws IOException {
        Path file = Files.createTempFile("tailrace", ".xlsx");
        try {
            Files.write(file, workbook);
            return settled(file, title, made);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] settled(Path workbook, String title, Instant made) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipFile(workbook.toFile()); var to = new ZipOutputStream(bytes)) {
            to.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = entry.getName().equals(PROPERTIES)
                        ? properties(title, made)
                        : from.getInputStream(entry).readAllBytes();
                var settled = new ZipEntry(entry.getName());
                settled.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
                to.putNextEntry(settled);
                to.write(content);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] properties(String title, Instant made) {
        String text = """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title>\
                <dc:creator>Tailrace</dc:creator><dc:language>en</dc:language>\
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>
                """.formatted(Html.escaped(XlsxCells.plain(title)), made.truncatedTo(ChronoUnit.SECONDS));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
