package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunsCommandTest {
    @TempDir Path results;

    @BeforeEach
    void threeRunsOfTwoScenariosLieInAResultsFolder() {
        run("aws-bedrock", "runs/first", "--seed", "1");
        run("aws-bedrock", "runs/second", "--seed", "2", "--set", "tokenService.floor=0");
        run("azure", "kept/azure");
        runs("reindex");
    }

    @Test
    void runsAreListedWithTheirNumbersAndFiltered() {
        assertThat(runs("list").out()).contains("runs/first", "runs/second", "kept/azure", "done", "± ", "95 %");
        assertThat(runs("list", "--scenario", "aws").out()).contains("runs/first").doesNotContain("azure");
        assertThat(runs("list", "--last", "1").out().lines()).hasSize(3); // a heading, the run, what the numbers are
        assertThat(runs("list", "--since", "1h", "--state", "done,failed").out()).contains("runs/first");
        assertThat(runs("list", "--since", "2999-01-01").out()).startsWith("No such run.");
        assertThat(runs("list", "--state", "doen")).satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("--state doen must be one of running, done, failed, interrupted");
        });
        assertThat(runs("list", "--since", "soon").err()).contains("neither a day such as");
    }

    @Test
    void otherProgramsReadJson() {
        JsonNode list = JsonMapper.shared().readTree(runs("list", "--format", "json", "--scenario", "aws").out());
        assertThat(list).hasSize(2);
        JsonNode second = list.get(1);
        assertThat(second.path("changes").toString()).contains("\"tokenService.floor=0\"");
        assertThat(second.path("seed").asLong()).isEqualTo(2);
        assertThat(second.path("headline").path("cvar95(npvTaas)").path("low").asDouble())
                .isLessThan(second.path("headline").path("cvar95(npvTaas)").path("value").asDouble());
    }

    @Test
    void aRunLaterEntersItselfAndIsShown() {
        run("aws-bedrock", "runs/later", "--paths", "600");
        assertThat(runs("show", "later").out()).contains("600", "aws-bedrock", "scenario SHA-256",
                "cvar95(npvTaas), $B",
                "probability(taasBelowIaas), %", "[");
        assertThat(runs("show", "runs/").err()).contains("may mean any of 3 runs");
        assertThat(runs("show", "nothing").err()).contains("No run of ");
    }

    @Test
    void aPageListsAllRunsWithLinksToTheirReports() throws IOException {
        String odd = "runs/a 100% <b>";
        run("azure", odd);
        assertThat(Invocation.of("report", results.resolve("runs/first").toString()).code()).isZero();
        assertThat(runs("index").out()).contains("4 runs in " + results.toAbsolutePath().resolve("index.html"));
        String page = Files.readString(results.resolve("index.html"));
        JsonNode headline =
                JsonMapper.shared().readTree(runs("list", "--format", "json").out()).get(0).path("headline");
        assertThat(page).contains("href=\"./runs/first/report.html\">report.html</a>",
                "href=\"./kept/azure/answer.txt\">answer.txt</a>", "href=\"./runs/a%20100%25%20%3Cb%3E/\">",
                "runs/a 100% &lt;b&gt;</a>",
                "data-v=\"" + headline.path("mean(npvTaas)").path("value").asDouble() + "\"", "tokenService.floor=0");
        assertThat(runs("list").out()).doesNotContain("index");
        var shown = ShownNumbers.of(page);
        shown.haveTheDigitsOfTheirErrors();
        assertThat(shown.count()).isGreaterThan(20);
    }

    @Test
    void thePageOfAllRunsKeepsItselfUpToDateOnceItIsThere() throws IOException {
        run("azure", "runs/before", "--paths", "600");
        Path page = results.resolve("index.html");
        assertThat(page).doesNotExist();
        runs("index");
        run("azure", "runs/later", "--paths", "600");
        assertThat(Files.readString(page)).contains("5 runs, the newest first", "./runs/later/answer.txt");
        assertThat(Invocation.of("report", results.resolve("runs/later").toString()).code()).isZero();
        assertThat(Files.readString(page)).contains("./runs/later/report.html");
        runs("prune", "--yes", "--keep", "1");
        assertThat(Files.readString(page)).contains("2 runs, the newest first").doesNotContain("./runs/first/");
        Files.writeString(page, "<title>Runs</title> of my own");
        run("azure", "runs/last", "--paths", "600");
        assertThat(page).hasContent("<title>Runs</title> of my own");
    }

    @Test
    void twoRunsStandSideBySide() {
        Invocation diff = runs("diff", "first", "second");
        assertThat(diff.out()).contains("changed by", "tokenService.floor=0", "mean(npvTaas), $B", "tailrace diff");
        run("aws-bedrock", "runs/same", "--seed", "1", "--threads", "2");
        assertThat(runs("diff", "first", "same").out()).contains("equal, byte for byte");
    }

    @Test
    void pruningRemovesWhatItHasNamedAndNothingOutsideOfRuns() throws IOException {
        Files.writeString(results.resolve("runs/second/thesis.txt"), "mine");
        Invocation said = runs("prune");
        assertThat(said.out()).contains("runs/first (done)", "1 of 2 runs found would go; --yes removes them.");
        assertThat(said.err()).contains("holds thesis.txt");
        assertThat(results.resolve("runs/first")).exists();
        assertThat(runs("prune", "--keep", "2").out()).contains("0 of 2 runs");
        assertThat(runs("prune", "--yes").out()).contains("1 of 2 runs found removed.");
        assertThat(results.resolve("runs/first")).doesNotExist();
        assertThat(results.resolve("kept/azure")).exists();
        assertThat(runs("list").out()).contains("runs/second", "kept/azure").doesNotContain("runs/first");
    }

    private void run(String scenario, String folder, String... options) {
        assertThat(Invocation.of(Stream.concat(
                Stream.of("run", "configs/" + scenario + ".yaml", "--out", results.resolve(folder).toString(), "--set",
                        "run.paths=500", "--set", "quarters=2", "--set", "backTest=[]"),
                Stream.of(options)).toArray(String[]::new)).code()).isZero();
    }

    private Invocation runs(String... arguments) {
        return Invocation.of(Stream.concat(
                Stream.of("runs", arguments[0], "--results", results.toString()),
                Stream.of(arguments).skip(1)).toArray(String[]::new));
    }
}
