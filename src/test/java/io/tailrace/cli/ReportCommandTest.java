package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report of a small result with all analyses, whose scenario carries hostile text.
final class ReportCommandTest {
    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & \\u003c";
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

    @TempDir static Path folder;

    private static Path result;
    private static String page;
    private static String markup;

    @BeforeAll
    static void report() throws IOException {
        result = folder.resolve("result");
        Path scenario = Files.writeString(folder.resolve("hostile.yaml"),
                "extends: " + Path.of("configs/aws-bedrock.yaml").toAbsolutePath() + "\nname: hostile\ntitle: '"
                        + HOSTILE.replace("'", "''") + "'\n");
        ok("run", scenario.toString(), "--paths", "3000", "-q", "--out", result.toString());
        ok("analyze", result.toString(), "--paths", "2000");
        ok("report", result.toString());
        page = Files.readString(result.resolve("report.html"));
        markup = page.substring(0, page.indexOf("<script>"));
    }

    @Test
    void everyNumberIsOneOfTheJson() throws IOException {
        var shown = ShownNumbers.of(page);
        shown.areAllIn(result);
        assertThat(shown.count()).isGreaterThan(2000);
    }

    @Test
    void everyNumberIsPrintedToTheDigitsThatItsErrorSupports() {
        ShownNumbers.of(page).haveTheDigitsOfTheirErrors();
    }

    @Test
    void theFirstPageSaysWhatTheAnswerSays() throws IOException {
        List<String> answer = Files.readAllLines(result.resolve("answer.txt"));
        String decision = markup.substring(markup.indexOf("<section id=\"decision\">"));
        assertThat(decision).contains(
                "<p class=\"lead\">" + answer.get(3) + "</p>", "<p class=\"lead\">" + answer.get(4) + "</p>");
        assertThat(answer.get(3)).contains("TaaS");
    }

    @Test
    void textOfAScenarioIsEscaped() {
        assertThat(markup)
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; \\u003c</h1>")
                .doesNotContain("<script", "alert(1)</script>");
        assertThat(SCRIPT.matcher(page).results()).hasSize(2);
    }

    @Test
    void nothingIsFetchedAndOnlyItsOwnScriptsMayRun() throws NoSuchAlgorithmException {
        assertThat(page.length()).isLessThan(3_000_000);
        assertThat(markup).contains("content=\"default-src 'none'; script-src 'sha256-")
                .doesNotContain(" src=", "url(", "@import", "<link", "<iframe", "<img", "<object", "<base");
        assertThat(Pattern.compile("href=\"(?!#)").matcher(markup).find()).isFalse();
        String policy = markup.substring(markup.indexOf("script-src"), markup.indexOf("; style-src"));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        SCRIPT.matcher(page).results().forEach(script -> assertThat(policy).contains("'sha256-" + Base64.getEncoder()
                .encodeToString(sha256.digest(script.group(1).getBytes(StandardCharsets.UTF_8))) + "'"));
        assertThat(policy).doesNotContain("unsafe", "http", "*");
    }

    @Test
    void everyChartHasATitleAReadingAxesAndItsTable() {
        List<String> figures = Pattern.compile("(?s)<figure.*?</figure>").matcher(markup).results()
                .map(figure -> figure.group()).toList();
        assertThat(figures).hasSizeGreaterThan(15).allSatisfy(figure -> assertThat(figure)
                .containsPattern("<h3>[^<]").containsPattern("</h3>\n<p>[^<]{20,}</p>")
                .contains("&quot;x&quot;:{&quot;name&quot;:&quot;", "<summary>Table: ", "<tbody>\n<tr>",
                        "class=\"csv\""));
    }

    @Test
    void aSectionWithoutItsDataIsLeftOut() throws IOException {
        Path plain = folder.resolve("plain");
        ok("run", "configs/oracle.yaml", "--paths", "1500", "-q", "--out", plain.toString());
        ok("report", plain.toString(), "--out", folder.resolve("plain.html").toString());
        String html = Files.readString(folder.resolve("plain.html"));
        assertThat(html)
                .contains("<section id=\"decision\">", "This provider only leases", "<section id=\"assumptions\">")
                .doesNotContain("id=\"drivers\"", "id=\"stresses\"", "id=\"back-test\"", "id=\"bridge\"");
        assertThat(markup).contains("id=\"drivers\"", "id=\"stresses\"", "id=\"back-test\"", "id=\"bridge\"");
        assertThat(plain.resolve("report.html")).doesNotExist();
    }

    @Test
    void theStoryOfABadPathIsWhatReplaySays() throws IOException {
        JsonNode told = json(result.resolve("analyses/reverse-stress.json")).at("/result/badPaths/0");
        Invocation replay = Invocation.of("replay", result.toString(), "--path", told.path("path").asString(), "--of",
                told.path("metric").asString(), "--format", "json");
        JsonNode whole = JsonMapper.shared().readTree(replay.out()).get(0);
        assertThat(told.path("value")).isEqualTo(whole.path("value"));
        assertThat(told.path("causes")).isNotEmpty().isEqualTo(whole.path("causes"));
        assertThat(told.path("quarters")).hasSize(20);
        for (int t = 1; t <= 20; t++) {
            JsonNode quarter = told.path("quarters").get(t - 1);
            assertThat(quarter.path("quarter")).isEqualTo(whole.path("quarters").get(t));
            assertThat(quarter.path("taasEbit")).isEqualTo(whole.path("TaaS").path("taasEbit").path("values").get(t));
            assertThat(quarter.path("iaasEbit")).isEqualTo(whole.path("IaaS").path("iaasEbit").path("values").get(t));
        }
        assertThat(markup).contains("The story of a bad path of ", told.at("/causes/0/what").asString());
    }

    @Test
    void twoResultsStandSideBySideWithWhatMadeThemDiffer() throws IOException {
        Path other = folder.resolve("dearer");
        ok("run", folder.resolve("hostile.yaml").toString(), "--paths", "3000", "-q", "--set", "tokenService.floor=0.2",
                "--set", "lease.prepaidQuarters=4", "--out", other.toString());
        Invocation first = Invocation.of("report", result.toString(), other.toString());
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("What made dearer differ from result is not known yet");
        String both = Files.readString(other.resolve("comparison.html"));
        JsonNode diff = json(other.resolve("diff.json"));
        assertThat(both).contains("result against dearer", "id=\"difference\"", "tokenService.floor",
                "lease.prepaidQuarters",
                "data-v=\"" + diff.at("/steps/1/mean(npvTaas)/value").asDouble() + "\"",
                "data-v=\"" + json(other.resolve("summary.json")).at("/path/npvTaas/mean/value").asDouble() + "\"",
                "data-v=\"" + json(result.resolve("summary.json")).at("/path/npvTaas/mean/value").asDouble() + "\"");
        var shown = ShownNumbers.of(both);
        shown.areAllIn(result, other);
        shown.haveTheDigitsOfTheirErrors();
        Invocation again = Invocation.of("report", result.toString(), other.toString());
        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(other.resolve("comparison.html"))).isEqualTo(both);
        ok("verify", other.toString());
        Invocation turned = Invocation.of("report", other.toString(), result.toString(), "--out",
                folder.resolve("turned.html").toString());
        assertThat(turned.err()).contains("What made result differ from dearer is not known yet");
        Files.delete(result.resolve("diff.json"));
    }

    @Test
    void threeResultsStandSideBySideWithoutAWaterfall() throws IOException {
        Path oracle = folder.resolve("oracle");
        Path azure = folder.resolve("azure");
        ok("run", "configs/oracle.yaml", "--paths", "1500", "-q", "--out", oracle.toString());
        ok("run", "configs/azure.yaml", "--paths", "1500", "-q", "--out", azure.toString());
        Path page = folder.resolve("three.html");
        ok("report", result.toString(), oracle.toString(), azure.toString(), "--out", page.toString());
        assertThat(Files.readString(page))
                .contains("3 results side by side", "<th scope=\"col\" class=\"n\">oracle</th>")
                .doesNotContain("id=\"difference\"");
        assertThat(azure.resolve("diff.json")).doesNotExist();
        Invocation twice = Invocation.of("report", azure.toString(), azure.toString());
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("A result is named twice");
    }

    @Test
    void manyResultsAreDrawnInColoursAndDashesAndWhatIsNotIsSaid() throws IOException {
        var runs = new ArrayList<String>(List.of("report"));
        for (int i = 1; i <= 11; i++) {
            Path run = folder.resolve("many/run" + i);
            ok("run", "configs/azure.yaml", "--paths", "1024", "-q", "--seed", Integer.toString(i), "--set",
                    "outputs.quarterly=[taasMargin]", "--set", "backTest=[]", "--out", run.toString());
            runs.add(run.toString());
        }
        ok(runs.toArray(String[]::new));
        String page = Files.readString(folder.resolve("many/run11/comparison.html"));
        assertThat(page)
                .contains("run1 against run2", "{&quot;name&quot;:&quot;run5&quot;,&quot;shape&quot;:&quot;line&quot;",
                        "{&quot;name&quot;:&quot;run6 (dashed)&quot;,&quot;shape&quot;:&quot;dashes&quot;",
                        "run10 (dashed)", "The first 10 of 11 runs are drawn; the table has all.", "is highest, run")
                .doesNotContain("run11 (dashed)");
        ok("report", runs.get(1), runs.get(2), runs.get(3), "--out", folder.resolve("few.html").toString());
        assertThat(Files.readString(folder.resolve("few.html"))).doesNotContain("(dashed)", "runs are drawn");
    }

    @Test
    void aResultWithAReportIsStillAResult() throws IOException {
        Path other = folder.resolve("other");
        ok("run", "configs/aws-bedrock.yaml", "--paths", "1100", "-q", "--out", other.toString());
        ok("report", other.toString());
        byte[] first = Files.readAllBytes(other.resolve("report.html"));
        ok("verify", other.toString());
        Invocation analysis = Invocation.of("analyze", other.toString(), "backtest");
        assertThat(analysis.err())
                .contains("report.html is older than these analyses; `tailrace report " + other + "`");
        assertThat(other.resolve("report.html")).exists();
        ok("report", other.toString());
        assertThat(other.resolve("report.html").toFile().length()).isGreaterThan(first.length);
        ok("run", "configs/aws-bedrock.yaml", "--paths", "1100", "-q", "--force", "--out", other.toString());
        assertThat(other.resolve("report.html")).doesNotExist();
    }

    @Test
    void theMarkdownHoldsTheDecisionAndNoMarkupOfTheScenario() throws IOException {
        ok("report", result.toString(), "--format", "md");
        String markdown = Files.readString(result.resolve("report.md"));
        assertThat(markdown).startsWith("# &lt;script&gt;alert(1)&lt;/script&gt;\" onload='x' &amp; \\\\u003c\n")
                .contains(Files.readAllLines(result.resolve("answer.txt")).get(3), "## The decision",
                        "| NPV of EBIT, CVaR95, mean of the worst 5 %, $B |")
                .doesNotContain("<");
    }

    @Test
    void whatIsNoResultIsRefused() {
        Invocation report = Invocation.of("report", folder.toString());
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err()).contains("is neither a result (it has no manifest.json)");
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static void ok(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertThat(invocation.code()).as(invocation.err() + invocation.out()).isZero();
    }
}
