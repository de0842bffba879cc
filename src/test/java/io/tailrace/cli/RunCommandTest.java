package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.catalogue.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunCommandTest {
    private static final String SCENARIO = "configs/aws-bedrock.yaml";

    @TempDir Path folder;

    @Test
    void aRunPrintsTheAnswerThatItWrites() throws IOException {
        Invocation run = run("one", "--paths", "1500", "--seed", "7");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        String answer = Files.readString(folder.resolve("one/answer.txt"));
        assertThat(run.out())
                .startsWith(answer)
                .contains("1,500 paths of 20 quarters", "seed 7", "result in " + folder.resolve("one"));
        assertThat(names(folder)).containsExactly("one");
    }

    @Test
    void theScenarioSaysHowMuchIsRunWhereTheCommandLineDoesNot() throws IOException {
        run("own", "--set", "run.paths=300", "--set", "run.seed=11");
        run("said", "--set", "run.paths=9999", "--paths", "300", "--seed", "11");
        assertThat(summary("own")).contains("\"paths\" : 300,", "\"seed\" : 11,").isEqualTo(summary("said"));
    }

    @Test
    void resultsAreTheSameBytesForAnyNumberOfThreads() throws IOException {
        run("one", "--paths", "3500", "--threads", "1");
        run("three", "--paths", "3500", "--threads", "3");
        for (String name : List.of("summary.json", "quarterly.csv", "paths.csv", "answer.txt", "margins.svg")) {
            assertThat(folder.resolve("three").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @Test
    void quietPrintsNothingAtAll() {
        Invocation run = run("quiet", "--paths", "100", "--quiet");
        assertThat(run).isEqualTo(new Invocation(0, "", ""));
        assertThat(folder.resolve("quiet/manifest.json")).exists();
    }

    @Test
    void coloursAreForScreensOnly() {
        assertThat(run("plain", "--paths", "100").out()).doesNotContain("\u001b");
        Invocation screen = Invocation.of(true, "run", SCENARIO, "--paths", "100", "--out", at("screen"));
        assertThat(screen.out()).contains("\u001b[1m", "\u001b[0m");
        assertThat(folder.resolve("screen/answer.txt")).content().doesNotContain("\u001b");
    }

    @Test
    void stressesAndSetKeysStandUnderTheTitle() {
        Invocation run = run("stressed", "--paths", "100", "--stress", "configs/stress/price-war.yaml",
                "--set", "tokenService.floor=0");
        assertThat(run.out()).contains("stressed by: price-war, tokenService.floor=0");
    }

    @Test
    void anExistingFolderIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("there"));
        Files.writeString(folder.resolve("there/manifest.json"), "older");
        Invocation run = run("there", "--paths", "100");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there exists", "--force");
        assertThat(folder.resolve("there/manifest.json")).hasContent("older");
    }

    @Test
    void forceReplacesAnOlderResultAsAWhole() throws IOException {
        run("there", "--paths", "100");
        Files.writeString(folder.resolve("there/back-test.txt"), "older");
        Invocation run = run("there", "--paths", "200", "--force", "--set", "backTest=[]");
        assertThat(run.code()).isZero();
        assertThat(summary("there")).contains("\"paths\" : 200,");
        assertThat(folder.resolve("there/back-test.txt")).doesNotExist();
        assertThat(names(folder)).containsExactly("there");
    }

    @Test
    void forceDoesNotReplaceWhatNoRunHasWritten() throws IOException {
        Files.createDirectories(folder.resolve("thesis/chapters"));
        Invocation run = run("thesis", "--paths", "100", "--force");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("holds chapters");
        assertThat(folder.resolve("thesis/chapters")).exists();
    }

    @Test
    void aFileInPlaceOfTheFolderOrOfItsParentIsTheUsersError() throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        assertThat(run("file", "--paths", "100", "--force").err()).contains("is a file; --out names a folder");
        Invocation below = run("file/deeper/still", "--paths", "100");
        assertThat(below.code()).isEqualTo(2);
        assertThat(below.err()).contains(folder.resolve("file") + " is not a folder");
    }

    @Test
    void aRunThatStopsAtItsTargetGivesTheBytesOfARunOfSoManyPaths() throws IOException {
        String[] small = {"--set", "quarters=2", "--set", "backTest=[]", "--set", "outputs.quarterly=[taasEbit]"};
        Invocation until = run("until", with(small, "--until", "mean(npvDifference) within 4%", "--max-paths", "1e5"));
        assertThat(until.code()).isZero();
        String paths = summary("until").replaceAll("(?s).*\"paths\" : (\\d+),.*", "$1");
        assertThat(until.out()).contains("All targets hold after ", "holds    mean(npvDifference) within 4 %: ±");
        assertThat(manifest("until")).contains("\"all targets hold\"", "\"limitPaths\" : 100000");
        run("fixed", with(small, "--paths", paths));
        for (String name : List.of("summary.json", "convergence.json", "quarterly.csv", "paths.csv", "answer.txt")) {
            assertThat(folder.resolve("until").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("fixed").resolve(name));
        }
    }

    @Test
    void aScenarioMayAskForPrecisionAndItsLimitIsSaidWhereItIsUsedUp() throws IOException {
        Invocation run = run("asked", "--set", "run.precision=[cvar95(npvTaas) within 0.001 %]", "--max-paths", "500");
        assertThat(run.out()).contains("500 paths", "the limit of 500 paths is used up", "NOT MET");
        assertThat(manifest("asked")).contains("\"holds\" : false");
        assertThat(run("plain", "--set", "run.precision=[cvar95(npvTaas) within 0.001 %]", "--paths", "300").out())
                .contains("300 paths")
                .doesNotContain("NOT MET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--until | cvra95(npvTaas) within 1%         | did you mean cvar95?",
        "--until | cvar95(npvTas) within 1%          | did you mean npvTaas?",
        "--until | cvar95(npvTaas)                   | MEASURE within AMOUNT",
        "--until | cvar5(npvTaas) within 1%          | between 50 and 100",
        "--until | p5(npvTaas) within 0 %            | above 0",
        "--until | p5(npvTaas) within 5 apples       | $B",
        "--until | mean(lockInTaas) within 1 $B      | lockInTaas is in share",
        "--until | probability(npvTaas) within 1%    | 0 or 1",
        "--set   | run.precision=[mean(npvTas) within 1%] | run.precision[0]",
        "--max-time  | 5s                            | give --until",
        "--max-time  | soon                          | 30s, 10min or 2h",
        "--max-paths | 0                             | whole number"
    })
    void targetsThatMakeNoSenseAreTheUsersError(String option, String value, String message) {
        Invocation run = run("never", option, value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void pointsComeInWholeReplicatesAndTheRunSaysSo() throws IOException {
        String[] small = {"--set", "quarters=2", "--set", "backTest=[]", "--set", "outputs.quarterly=[taasEbit]"};
        Invocation run = run("points", with(small, "--paths", "100", "--sampling", "sobol"));
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("100 paths become 16,384: 16 whole replicates of 1,024");
        assertThat(run.out()).contains("scrambled Sobol points: 16 independent replicates of 1,024 paths");
        for (String text : List.of(manifest("points"), summary("points"))) {
            assertThat(text).contains("\"sampling\" : \"sobol\"", "\"replicates\" : 16", "\"pathsInReplicate\" : 1024");
        }
        run("own", with(small, "--set", "run.paths=16384", "--set", "run.sampling=sobol", "--threads", "1"));
        assertThat(summary("own")).isEqualTo(summary("points"));
        Invocation again = Invocation.of("verify", at("points"));
        assertThat(again.out()).contains("Identical");
        assertThat(again.code()).isZero();
        run("cubes", with(small, "--paths", "100", "--sampling", "latin-hypercube"));
        assertThat(summary("cubes")).contains("\"sampling\" : \"latin-hypercube\"").isNotEqualTo(summary("points"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--sampling=sobl               | --sampling sobl must be one of plain, sobol, latin-hypercube",
        "--set=run.sampling=sobl       | did you mean sobol?",
        "--until=mean(npvTaas) within 1% | give --sampling plain"
    })
    void samplingsThatMakeNoSenseAreTheUsersError(String option, String message) {
        Invocation run = option.startsWith("--until")
                ? run("never", option, "--sampling", "sobol")
                : run("never", option);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aNumberOfPathsAndATargetContradictEachOther() {
        assertThat(run("never", "--paths", "10", "--until", "mean(npvTaas) within 1%").err()).contains("--max-paths");
    }

    @ParameterizedTest
    @CsvSource({
        "--paths, 0,                    must be a whole number from 1 to",
        "--paths, -5,                   must be a whole number from 1 to",
        "--paths, 1e12000,              out of range",
        "--paths, 99999999999999999999, out of range",
        "--paths, 1.5,                  must be a whole number",
        "--paths, many,                 is not a number",
        "--paths, '',                   is not a number",
        "--paths, NaN,                  is not a number",
        "--seed, 9223372036854775808,   out of range",
        "--seed, 0x10,                  is not a number",
        "--threads, 0,                  from 1 to 1\\,024",
        "--threads, 1e9,                out of range",
    })
    void numbersThatMakeNoSenseAreTheUsersError(String option, String value, String message) {
        Invocation run = run("never", option + "=" + value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(option, message.replace("\\", "")).doesNotContain("\tat ");
        assertThat(names(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"configs/no-such.yaml", "configs", "configs/aws-bedrok.yaml"})
    void aScenarioThatIsNoFileIsTheUsersError(String scenario) {
        Invocation run = Invocation.of("run", scenario, "--out", at("never"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(scenario).doesNotContain("\tat ");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void allProblemsOfAScenarioAreToldAtOnceAndNothingIsRun() {
        Invocation run = run("never", "--set", "tokenService.floor=2", "--set", "channel.reversion=-1",
                "--set", "price.volatilty=0.1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("tokenService.floor", "channel.reversion", "price.volatilty", "volatility?",
                        "3 problems; nothing was run.");
        assertThat(run.out()).isEmpty();
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void resumingBeginsWhereNothingIsKeptAndRefusesWhatIsDamaged() throws IOException {
        Invocation fresh = run("fresh", "--paths", "2000", "--resume", "--checkpoint", "1s");
        assertThat(fresh.code()).isZero();
        assertThat(fresh.err()).isEmpty();
        Path checkpoint = Files.createDirectory(folder.resolve(".hurt.work")).resolve("checkpoint");
        Files.writeString(checkpoint, "no checkpoint at all");
        Invocation damaged = run("hurt", "--paths", "2000", "--resume");
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err())
                .contains("The checkpoint " + checkpoint + " is damaged", "without --resume the run begins")
                .doesNotContain("\tat ");
        assertThat(run("hurt", "--paths", "2000").code()).isZero();
        assertThat(names(folder)).containsExactly("fresh", "hurt");
        assertThat(run("long", "--checkpoint", "2min").err()).contains("up to 1min");
    }

    @Test
    void twoRunsAtOnceIntoOneFolderAreRefused() throws IOException {
        Path lock = Files.createDirectory(folder.resolve(".busy.work")).resolve("lock");
        try (FolderLock _ = FolderLock.take(lock).orElseThrow()) {
            Invocation run = run("busy", "--paths", "100");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("Another run is at work on ");
        }
    }

    @Test
    void aScenariosNameDoesNotLeadOutOfTheResultsFolder() {
        Invocation run = run("here", "--paths", "10", "--set", "name=../../escape");
        assertThat(run.code()).isIn(0, 2);
        assertThat(folder.resolve("../../escape")).doesNotExist();
    }

    private Invocation run(String out, String... options) {
        return Invocation.of(Stream.concat(Stream.of("run", SCENARIO, "--out", at(out)), Stream.of(options))
                .toArray(String[]::new));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private String manifest(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("manifest.json"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String summary(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("summary.json"));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
