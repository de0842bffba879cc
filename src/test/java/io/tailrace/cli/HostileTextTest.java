package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scenario whose every text is hostile, in all that is made of its result: it is shown as it is, and does nothing.
final class HostileTextTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final Pattern OTHER_SCRIPT = Pattern.compile("<script(?!>)|(?s)<script>.{0,20}alert");
    private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*/?\\s*(script|img|svg|iframe)\\b");

    @TempDir private static Path folder;
    private static Path results;

    @BeforeAll
    static void runTwice() throws IOException {
        results = folder.resolve("results");
        Path scenario = Files.writeString(folder.resolve("hostile.yaml"), """
                extends: %s
                name: "%s"
                title: "%s <img src=x onerror=alert(2)>"
                description: "%s"
                backTest: []
                quarters: 3
                outputs: {quarterly: [taasMargin, iaasMargin]}
                tokenService:
                  floor: {value: 0.3, source: "%s", asOf: 2026-05-28, confidence: low, note: "[a](javascript:alert(3))"}
                provider: {name: "%s"}
                """.formatted(Path.of("configs/aws-bedrock.yaml").toAbsolutePath(), HOSTILE, HOSTILE, HOSTILE, HOSTILE,
                HOSTILE));
        ok("run", scenario.toString(), "--paths", "1024", "-q", "--out", results.resolve("runs/one").toString());
        ok("run", scenario.toString(), "--paths", "1024", "-q", "--set", "tokenService.floor=0.1", "--out",
                results.resolve("runs/<b>two").toString());
    }

    @Test
    void theReportInEveryFormat() throws IOException {
        Path one = results.resolve("runs/one");
        for (String format : List.of("html", "pdf", "xlsx", "md")) {
            ok("report", one.toString(), "--format", format);
        }
        isHarmless(one, "report", "<img src=x onerror=alert(2)>");
        assertThat(Files.readString(one.resolve("margins.svg"))).doesNotContain("<script", "<img");
    }

    @Test
    void theComparisonInEveryFormat() throws IOException {
        Path two = results.resolve("runs/<b>two");
        for (String format : List.of("html", "pdf", "xlsx", "md")) {
            ok("report", results.resolve("runs/one").toString(), two.toString(), "--format", format);
        }
        isHarmless(two, "comparison", "<b>two");
    }

    @Test
    void theIndex() throws IOException {
        ok("runs", "index", "--results", results.toString());
        isHarmlessPage(Files.readString(results.resolve("index.html")), "<b>two", HOSTILE);
    }

    @Test
    void theMorningReport() throws IOException {
        Path batch = Files.writeString(folder.resolve("night.yaml"), """
                name: "%s"
                title: "%s"
                groups:
                  - {scenarios: [hostile.yaml], precision: [mean(npvDifference) within 0.001 %%], maxPaths: 8192}
                """.formatted(HOSTILE, HOSTILE));
        ok("overnight", batch.toString(), "--for", "1h", "-q", "--results", folder.resolve("nights").toString());
        try (Stream<Path> files = Files.walk(folder.resolve("nights"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("report.")).toList()) {
                if (file.toString().endsWith(".html")) {
                    isHarmlessPage(Files.readString(file), HOSTILE);
                } else {
                    assertThat(MARKUP.matcher(Files.readString(file)).find()).isFalse();
                }
            }
        }
    }

    /// @param shown what a reader sees of it
    private static void isHarmless(Path result, String name, String shown) throws IOException {
        isHarmlessPage(Files.readString(result.resolve(name + ".html")), shown);
        assertThat(Files.readString(result.resolve(name + ".md"))).doesNotContain("<").doesNotContain("](");
        try (var pdf = Loader.loadPDF(Files.readAllBytes(result.resolve(name + ".pdf")))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(shown);
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        }
        try (var zip = new ZipFile(result.resolve(name + ".xlsx").toFile())) {
            for (var entry : zip.stream().filter(entry -> entry.getName().endsWith(".xml")).toList()) {
                String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(MARKUP.matcher(xml).find()).as(entry.getName()).isFalse();
                assertThat(xml).doesNotContain("<f>");
            }
        }
    }

    private static void isHarmlessPage(String page, String... shown) {
        String markup = page.substring(0, page.indexOf("<script>"));
        assertThat(markup).doesNotContain("<script", "<img", "<b>", "onerror=alert(2)>", "href=\"javascript");
        for (String text : shown) {
            assertThat(markup).contains(text.replace("<", "&lt;").replace(">", "&gt;"));
        }
        assertThat(OTHER_SCRIPT.matcher(page.substring(markup.length())).find()).isFalse();
        assertThat(Pattern.compile("</script>").matcher(page).results()).hasSize(2);
    }

    private static void ok(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertThat(invocation.code()).as(invocation.err() + invocation.out()).isZero();
    }
}
