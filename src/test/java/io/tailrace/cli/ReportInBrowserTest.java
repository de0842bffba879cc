package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The committed result's report in a real browser. Without one on the machine the tests are skipped, and say so.
final class ReportInBrowserTest {
    private static final String RESULT = "results/aws-bedrock";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private static final String MISSING_COLOURS = script("missing-colours.js");
    private static final String PALE_TEXTS = script("pale-texts.js");

    @TempDir private static Path folder;
    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Path program = Browser.installed().orElse(null);
        Assumptions.assumeTrue(program != null, "no Chromium on this machine, so no report is opened in a browser");
        page = folder.resolve("report.html");
        Invocation report = Invocation.of("report", RESULT, "--out", page.toString());
        assertThat(report.code()).as(report.err()).isZero();
        browser = new Browser(program, folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.call("Emulation.setEmulatedMedia",
                Map.of("media", "", "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
        browser.open(page, DESK, 900);
    }

    @Test
    void itOpensWithoutAnErrorAndAsksForNothingButItself() {
        assertThat(browser.troubles()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().containsOnly(page.toUri().toString());
    }

    @Test
    void everyChartIsDrawnInTheColoursOfItsSeries() {
        assertThat(browser.evaluate("document.querySelectorAll('figure[data-chart]').length").asInt())
                .isGreaterThan(30);
        assertThat(strings(browser.evaluate(MISSING_COLOURS))).isEmpty();
    }

    @Test
    void aSeriesGoesAndComesBackAtTheClickOfItsKey() {
        String figure =
                "[...document.querySelectorAll('figure[data-chart]')].find(f => f.querySelector('.keys button'))";
        String shapes = figure + ".querySelectorAll('.plot svg path').length";
        int all = browser.evaluate(shapes).asInt();
        browser.evaluate(figure + ".querySelector('.keys button').click()");
        assertThat(browser.evaluate(figure + ".querySelector('.keys button').ariaPressed").asString())
                .isEqualTo("false");
        assertThat(browser.evaluate(shapes).asInt()).isPositive().isLessThan(all);
        browser.evaluate(figure + ".querySelector('.keys button').click()");
        assertThat(browser.evaluate(shapes).asInt()).isEqualTo(all);
    }

    @Test
    void darkAndLightAreSwitchedChartsToo() {
        String look = "[getComputedStyle(document.body).backgroundColor,"
                + " document.querySelector('.plot svg text').getAttribute('fill')].join(' ')";
        String light = browser.evaluate(look).asString();
        browser.evaluate("document.getElementById('theme').click()");
        String dark = browser.evaluate(look).asString();
        assertThat(light).startsWith("rgb(255, 255, 255) ");
        assertThat(dark).doesNotStartWith("rgb(255, 255, 255) ");
        assertThat(dark.substring(dark.lastIndexOf(' '))).isNotEqualTo(light.substring(light.lastIndexOf(' ')));
        browser.evaluate("document.getElementById('theme').click()");
        assertThat(browser.evaluate(look).asString()).isEqualTo(light);
    }

    @Test
    void aTableDownloadsAsCsvWithTheNumbersOfTheJson() throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.download(downloads, "document.querySelector('#decision figure button.csv').click()");
        Path file;
        try (Stream<Path> files = Files.list(downloads)) {
            file = files.findFirst().orElseThrow();
        }
        List<String> lines = Files.readString(file).lines().toList();
        assertThat(file).hasFileName("net-present-values.csv");
        assertThat(lines.getFirst()).startsWith("\"NPV of EBIT, $B\",\"P5\",\"P5, low\",\"P5, high\",");
        JsonNode p5 = summary().path("path").path("npvTaas").path("quantiles").path("0.05");
        assertThat(lines.get(1))
                .startsWith("\"TaaS\"," + billions(p5.path("value")) + "," + billions(p5.path("low")) + ",");
        assertThat(lines).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadableOnItsGround(String theme) {
        browser.evaluate((theme.equals("dark") ? "document.getElementById('theme').click();" : "")
                + " document.querySelectorAll('details').forEach(d => { d.open = d.querySelectorAll('tr').length < 30; })");
        assertThat(strings(browser.evaluate(PALE_TEXTS))).isEmpty();
    }

    @Test
    void aPhoneScrollsDownwardsOnly() {
        browser.open(page, PHONE, 844);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(PHONE);
        assertThat(strings(browser.evaluate("[...document.querySelectorAll('main h2, main h3, main p, .plot')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.textContent.slice(0, 80))")))
                .isEmpty();
    }

    @Test
    void aTurnedPhoneShowsTheChartsOfOneThatWasHeldSo() {
        String words = "[...document.querySelectorAll('.plot')].map(p => p.clientWidth + ': '"
                + " + [...p.querySelectorAll('svg text')].map(t => t.textContent).join(' | '))";
        browser.open(page, PHONE, 844);
        List<String> upright = strings(browser.evaluate(words));
        browser.open(page, 844, PHONE);
        assertThat(strings(browser.evaluate(words))).isNotEqualTo(upright);
        browser.resize(PHONE, 844);
        browser.evaluate("new Promise(drawn => setTimeout(drawn, 500))");
        assertThat(strings(browser.evaluate(words))).isEqualTo(upright);
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void itPrintsInLightEvenWhereItIsReadInTheDark() {
        browser.evaluate("document.getElementById('theme').click()");
        byte[] pdf = browser.print();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(100_000);
        assertThat(browser.evaluate("document.documentElement.dataset.theme").asString()).isEqualTo("dark");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void everythingIsReachableByKeyboardAndNamedForAScreenReader() {
        assertThat(strings(browser.evaluate("[...document.querySelectorAll('button, a, summary')]"
                + ".filter(e => !e.textContent.trim() || e.tabIndex < 0).map(e => e.outerHTML)"))).isEmpty();
        assertThat(strings(browser.evaluate("[...document.querySelectorAll('.plot')].filter(e => !e.getAttribute("
                + "'aria-label')).map(e => e.outerHTML)"))).isEmpty();
        assertThat(browser.evaluate("document.documentElement.lang").asString()).isEqualTo("en");
    }

    private static JsonNode summary() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(Path.of(RESULT, "summary.json")));
    }

    /// As the page writes it: to 15 digits.
    private static String billions(JsonNode millions) {
        return new BigDecimal(millions.asDouble() * 1e-3, new MathContext(15)).stripTrailingZeros()
                .toPlainString();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String script(String name) {
        try (var stream = ReportInBrowserTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
