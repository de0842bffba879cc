package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tailrace.report.Figure;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The PDF and the workbook of a small result, whose scenario is called what a spreadsheet might take for a formula.
final class BoardReportTest {
    private static final String TITLE = "=HYPERLINK(\"http://example.invalid\";\"<b>win</b>\")";
    private static final Pattern JSON_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NUMBER_CELL = Pattern.compile("<c [^>]*t=\"n\"[^>]*><v>([^<]*)</v>");
    private static final Pattern INTERVAL = Pattern.compile("\\[−?[0-9][0-9.,]*, −?[0-9][0-9.,]*]");
    private static final Pattern HEADLINE = Pattern.compile("<section id=\"[a-z-]+\">\\s*<h2>([^<]*)</h2>");

    @TempDir static Path folder;

    private static Path result;
    private static String text;
    private static Map<String, String> workbook;
    private static Set<String> shown;

    @BeforeAll
    static void report() throws IOException {
        result = folder.resolve("result");
        Path scenario = Files.writeString(folder.resolve("formula.yaml"),
                "extends: " + Path.of("configs/aws-bedrock.yaml").toAbsolutePath() + "\nname: formula\ntitle: '" + TITLE
                        + "'\n");
        ok("run", scenario.toString(), "--paths", "3000", "-q", "--out", result.toString());
        ok("analyze", result.toString(), "contracts", "tornado", "backtest", "tail", "--paths", "1000");
        for (String format : List.of("html", "pdf", "xlsx", "md")) {
            ok("report", result.toString(), "--format", format);
        }
        shown = ShownNumbers.of(Files.readString(result.resolve("report.html"))).texts();
        try (PDDocument pdf = pdf()) {
            text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
        workbook = unzipped(result.resolve("report.xlsx"));
    }

    @Test
    void thePdfHoldsTheNumbersOfTheSummaryAsThePageShowsThem() throws IOException {
        JsonNode path = JsonMapper.shared().readTree(Files.readAllBytes(result.resolve("summary.json"))).path("path");
        for (String metric : List.of("npvTaas", "npvIaas", "npvDifference")) {
            var estimates = new ArrayList<JsonNode>();
            estimates.add(path.path(metric).path("mean"));
            estimates.add(path.path(metric).path("cvar").path("0.95"));
            for (String p : List.of("0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95")) {
                estimates.add(path.path(metric).path("quantiles").path(p));
            }
            for (JsonNode one : estimates) {
                Figure figure = Figure.scaled(new Estimate(one.path("value").asDouble(), Double.NaN,
                        one.path("low").asDouble(), one.path("high").asDouble()), 1e-3);
                assertThat(text).contains(figure.value(), figure.interval());
            }
        }
    }

    /// The page's own numbers are held against the JSON by [ReportCommandTest].
    @Test
    void everyIntervalOfThePdfAndOfTheMarkdownIsOneOfThePage() throws IOException {
        List<String> intervals = intervals(String.join("\n", shown));
        String markdown = Files.readString(result.resolve("report.md")).replace("\\", "");
        assertThat(intervals(text.replace('\u00a0', ' '))).hasSizeGreaterThan(100).isSubsetOf(intervals);
        assertThat(intervals(markdown)).hasSizeGreaterThan(30).isSubsetOf(intervals);
    }

    private static List<String> intervals(String text) {
        return INTERVAL.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void everyNumberOfTheMarkdownsTablesIsOneOfThePage() throws IOException {
        Set<String> known = shown.stream().map(number -> number.replace("*", "")).collect(Collectors.toSet());
        List<String> cells = Files.readAllLines(result.resolve("report.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> Stream.of(line.substring(2).split(" \\| | \\|$", -1)).skip(1))
                .map(cell -> cell.replace("\\", "").replace("*", "").strip())
                .filter(cell -> cell.matches("[−0-9].*"))
                .toList();
        assertThat(cells).hasSizeGreaterThan(25).isSubsetOf(known);
    }

    @Test
    void everyPageSaysWhichOfHowManyItIs() throws IOException {
        try (PDDocument pdf = pdf()) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(10);
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf)).contains("page " + page + " of " + pages);
            }
        }
    }

    @Test
    void contentsAndBookmarksLeadToEverySection() throws IOException {
        try (PDDocument pdf = pdf()) {
            var bookmarks = new LinkedHashMap<String, Integer>();
            for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.put(item.getTitle(), pdf.getPages().indexOf(item.findDestinationPage(pdf)) + 1);
            }
            List<String> headlines = HEADLINE.matcher(Files.readString(result.resolve("report.html"))).results()
                    .map(match -> match.group(1).replace("&#39;", "'")).toList();
            assertThat(List.copyOf(bookmarks.keySet())).isEqualTo(headlines).hasSizeGreaterThan(6);
            assertThat(pdf.getPage(0).getAnnotations()).hasSameSizeAs(headlines);
            for (Map.Entry<String, Integer> bookmark : bookmarks.entrySet()) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(bookmark.getValue());
                stripper.setEndPage(bookmark.getValue());
                assertThat("\n" + stripper.getText(pdf)).contains("\n" + bookmark.getKey() + "\n");
                assertThat(text)
                        .containsPattern(Pattern.quote(bookmark.getKey()) + "[ .]+" + bookmark.getValue() + " ");
            }
        }
    }

    @Test
    void nothingOfThePdfLiesOutsideTheMargins() throws IOException {
        try (PDDocument pdf = pdf()) {
            for (PDPage page : pdf.getPages()) {
                var ink = new PageInk(page);
                ink.processPage(page);
                assertThat(ink.outside()).as("page " + (pdf.getPages().indexOf(page) + 1)).isEmpty();
                assertThat(ink.marks()).isPositive();
            }
        }
    }

    @Test
    void thePdfSaysWhatItIsAndBringsItsFonts() throws IOException {
        try (PDDocument pdf = pdf()) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(TITLE);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(font).getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        for (String format : List.of("pdf", "xlsx")) {
            Path again = folder.resolve("again." + format);
            ok("report", result.toString(), "--format", format, "--out", again.toString());
            assertThat(again).hasSameBinaryContentAs(result.resolve("report." + format));
        }
    }

    @Test
    void everyNumberOfTheWorkbookIsOneOfTheJsonToItsLastDigit() throws IOException {
        Set<BigDecimal> known = numbers();
        int count = 0;
        for (Map.Entry<String, String> sheet : sheets().entrySet()) {
            Matcher cell = NUMBER_CELL.matcher(sheet.getValue());
            while (cell.find()) {
                assertThat(known).as(sheet.getKey()).contains(new BigDecimal(cell.group(1)).stripTrailingZeros());
                count++;
            }
        }
        assertThat(count).isGreaterThan(2000);
    }

    @Test
    void noCellIsAFormulaAndNoTextIsLost() {
        assertThat(sheets().values()).noneMatch(sheet -> sheet.contains("<f>") || sheet.contains("<f "));
        assertThat(workbook.get("xl/sharedStrings.xml")).contains(TITLE.replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    @Test
    void everySheetHasTheHeadersOfAllItsTablesInOneFrozenRow() throws IOException {
        assertThat(sheets()).hasSizeGreaterThan(7);
        assertThat(sheets().values()).allMatch(sheet -> sheet.contains(
                "<pane xSplit=\"0\" ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
        assertThat(workbook.get("xl/workbook.xml")).contains("name=\"Decision\"", "name=\"Assumptions\"");
        assertThat(workbook.keySet()).anyMatch(name -> name.matches("xl/media/.*\\.png"));
        List<String> texts =
                Pattern.compile("(?s)<si>(.*?)</si>").matcher(workbook.get("xl/sharedStrings.xml")).results()
                        .map(item -> item.group(1).replaceAll("<[^>]*>", "")).toList();
        List<String> sections = List.of(Files.readString(result.resolve("report.html")).split("<section id=", -1));
        for (int i = 1; i < sections.size(); i++) {
            String row =
                    Pattern.compile("(?s)<row r=\"3\".*?</row>").matcher(workbook.get("xl/worksheets/sheet" + (i + 1)
                            + ".xml")).results().findFirst().orElseThrow().group();
            List<String> headers = Pattern.compile("<v>(\\d+)</v>").matcher(row).results()
                    .map(cell -> texts.get(Integer.parseInt(cell.group(1)))).toList();
            List<String> onThePage = Pattern.compile("<th scope=\"col\"[^>]*>([^<]+)</th>").matcher(sections.get(i))
                    .results().map(header -> header.group(1).replace("&#39;", "'")).toList();
            assertThat(headers.stream().map(header -> header.replace("&apos;", "'").replace("&#x2212;", "−")))
                    .containsAll(onThePage);
        }
    }

    /// Skipped where LibreOffice is not installed; `.ci/run` installs it.
    @Test
    void anotherProgramOpensTheWorkbookAndReadsTheSameNumbers() throws IOException, InterruptedException {
        assumeTrue(Stream.of("/usr/bin/soffice", "/usr/bin/localc").anyMatch(name -> Files.isExecutable(Path.of(name))),
                "LibreOffice is not installed");
        Process office =
                new ProcessBuilder("/usr/bin/soffice", "-env:UserInstallation=file://" + folder.resolve("office"),
                        "--headless", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2",
                        "--outdir", folder.toString(), result.resolve("report.xlsx").toString())
                        .redirectErrorStream(true).redirectOutput(folder.resolve("office.txt").toFile()).start();
        assertThat(office.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(office.exitValue()).as(Files.readString(folder.resolve("office.txt"))).isZero();
        String csv = Files.readString(folder.resolve("report-Decision.csv"));
        JsonNode mean = JsonMapper.shared().readTree(Files.readAllBytes(result.resolve("summary.json")))
                .at("/path/npvTaas/mean/value");
        assertThat(csv).contains(
                new BigDecimal(mean.asDouble() / 1000).round(new MathContext(10, RoundingMode.DOWN)).toString());
    }

    @Test
    void aRunWritesTheReportsThatItIsAskedFor() {
        Path own = folder.resolve("own");
        ok("run", "configs/aws-bedrock.yaml", "--paths", "1100", "-q", "--report", "md,xlsx", "--out", own.toString());
        assertThat(own.resolve("report.md")).isNotEmptyFile();
        assertThat(own.resolve("report.xlsx")).isNotEmptyFile();
        assertThat(own.resolve("report.html")).doesNotExist();
        Invocation unknown = Invocation.of("run", "configs/aws-bedrock.yaml", "--report", "docx");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--report").contains("docx");
    }

    @Test
    void aScenarioAsksForReportsOfItsOwn() throws IOException {
        Path asking = Files.writeString(folder.resolve("asking.yaml"), "extends: "
                + Path.of("configs/azure.yaml").toAbsolutePath()
                + "\nname: asking\nreport: [html, md]\nbackTest: []\n");
        Path run = folder.resolve("asked");
        ok("run", asking.toString(), "--paths", "1100", "-q", "--report", "md,pdf", "--out", run.toString());
        assertThat(reports(run)).containsExactly("report.html", "report.md", "report.pdf");
        ok("verify", run.toString());
        Path analysed = folder.resolve("analysed");
        ok("analyze", asking.toString(), "means", "--paths", "1100", "-q", "--out", analysed.toString());
        assertThat(reports(analysed)).containsExactly("report.html", "report.md");
        assertThat(Files.readString(analysed.resolve("report.html"))).contains("means with control variates");
        Path batch = Files.writeString(folder.resolve("batch.yaml"),
                "name: two\ngroups:\n  - {scenarios: [asking.yaml], paths: 1100}\n");
        ok("batch", batch.toString(), "-q", "--results", folder.resolve("batch").toString());
        try (Stream<Path> jobs = Files.list(folder.resolve("batch/runs"))) {
            assertThat(
                    reports(jobs.filter(Files::isDirectory).filter(job -> !job.getFileName().toString().startsWith("."))
                            .findFirst().orElseThrow()))
                    .containsExactly("report.html", "report.md");
        }
        Invocation wrong = Invocation.of("run", asking.toString(), "--set", "report=[htm]");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("report[0]", "must be one of html, pdf, xlsx, md", "did you mean html?");
    }

    private static List<String> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("report.")).sorted()
                    .toList();
        }
    }

    private static Map<String, String> sheets() {
        var sheets = new LinkedHashMap<String, String>();
        workbook.forEach((name, content) -> {
            if (name.startsWith("xl/worksheets/sheet")) {
                sheets.put(name, content);
            }
        });
        return sheets;
    }

    /// All numbers that stand in the result's JSON files, probabilities in their keys too, in every unit that is shown.
    private static Set<BigDecimal> numbers() throws IOException {
        var numbers = new HashSet<BigDecimal>();
        try (Stream<Path> files = Files.walk(result)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Matcher number = JSON_NUMBER.matcher(Files.readString(file));
                while (number.find()) {
                    double value = Double.parseDouble(number.group());
                    if (Double.isInfinite(value)) {
                        continue; // a piece of a checksum
                    }
                    BigDecimal exact = new BigDecimal(Double.toString(value));
                    for (String factor : List.of("1", "1e-3", "100", "1e3")) {
                        numbers.add(exact.multiply(new BigDecimal(factor)).stripTrailingZeros());
                    }
                }
            }
        }
        return numbers;
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static PDDocument pdf() throws IOException {
        return Loader.loadPDF(Files.readAllBytes(result.resolve("report.pdf")));
    }

    private static void ok(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertThat(invocation.code()).as(invocation.err() + invocation.out()).isZero();
    }
}
