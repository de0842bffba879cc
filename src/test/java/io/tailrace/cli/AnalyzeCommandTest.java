package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.analysis.AnalysisKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeCommandTest {
    private static final String SCENARIO = "configs/aws-bedrock.yaml";

    @TempDir Path folder;

    @Test
    void theListNamesEveryAnalysisWithItsQuestion() {
        Invocation list = Invocation.of("analyze", "--list");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).hasSameSizeAs(AnalysisKind.values());
        for (AnalysisKind kind : AnalysisKind.values()) {
            assertThat(list.out()).contains(kind.key(), kind.question());
        }
    }

    @Test
    void aScenarioIsRunAndAnalysedIntoOneResult() throws IOException {
        Invocation analysis = ofScenario("new", "contracts", "--paths", "1200", "--seed", "7");
        assertThat(analysis.err()).isEmpty();
        assertThat(analysis.code()).isZero();
        assertThat(analysis.out()).contains("CONTRACTS", "P(TaaS < IaaS)", "result in " + folder.resolve("new"));
        assertThat(analysis.out()).startsWith("With 1,200 paths fewer than 100 lie in a tail of 5 % or 1 %");
        assertThat(json("new")).contains("\"seed\" : 7", "\"paths\" : 1200");
        assertThat(folder.resolve("new/summary.json")).exists();
        assertThat(manifest("new")).contains("\"analyses/contracts.json\" : \"" + sha256("new") + "\"");
    }

    @Test
    void theAnalysesOfAResultAreThoseOfItsScenarioToTheBit() throws IOException {
        ofScenario("both", "contracts", "--paths", "1200", "--threads", "1", "--set", "tokenService.floor=0");
        run("later", "--paths", "1200", "--set", "tokenService.floor=0");
        byte[] summary = Files.readAllBytes(folder.resolve("later/summary.json"));
        Invocation analysis = Invocation.of("analyze", at("later"), "contracts", "--threads", "3");
        assertThat(analysis.err()).isEmpty();
        assertThat(analysis.code()).isZero();
        assertThat(json("later")).isEqualTo(json("both"));
        assertThat(folder.resolve("later/summary.json")).hasBinaryContent(summary);
        assertThat(manifest("later")).contains("\"analyses/contracts.json\" : \"" + sha256("later") + "\"",
                "\"summary.json\" : ");
        assertThat(names()).containsExactly("both", "later");
    }

    @Test
    void aRunDoesTheAnalysesThatItsScenarioAsksFor() throws IOException {
        Invocation run = run("asked", "--paths", "1200", "--set", "analyses=[contracts]");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("CONTRACTS");
        assertThat(json("asked")).contains("\"paths\" : 1200");
        assertThat(run("asked", "--paths", "100", "--force").code()).isZero();
        assertThat(folder.resolve("asked/analyses")).doesNotExist();
    }

    @Test
    void theTailOnTheCommandLineIsLookedInto() throws IOException {
        assertThat(run("deep", "--paths", "2000").code()).isZero();
        Invocation analysis = Invocation.of("analyze", at("deep"), "tail", "--tail", "npvTaas=-10000");
        assertThat(analysis.code()).isZero();
        assertThat(analysis.out()).contains("npvTaas below −10.00 $B", "P(breach), %", "By importance sampling");
        assertThat(Files.readString(folder.resolve("deep/analyses/tail.json")))
                .contains("\"method\" : \"importance-sampling\"", "\"level\" : -10000");
        Invocation misspelt = Invocation.of("analyze", at("deep"), "tail", "--tail", "npvTas=-10000");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("tail.metric", "did you mean npvTaas?");
        assertThat(Invocation.of("analyze", at("deep"), "--tail", "npvTaas").err()).contains("METRIC=LEVEL");
    }

    @Test
    void anAnalysisThatIsNoneIsTheUsersError() {
        Invocation inScenario = run("never", "--set", "analyses=[contract]");
        assertThat(inScenario.code()).isEqualTo(2);
        assertThat(inScenario.err()).contains("analyses[0]", "did you mean contracts?");
        Invocation onCommandLine = ofScenario("never", "contract");
        assertThat(onCommandLine.code()).isEqualTo(2);
        assertThat(onCommandLine.err()).contains("There is no analysis contract", "contracts");
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNoResultIsTheUsersErrorAndLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("odd"));
        Files.writeString(folder.resolve("odd/manifest.json"), "{\"seed\": 1}");
        assertThat(Invocation.of("analyze", at("empty")).err()).contains("neither a result");
        assertThat(Invocation.of("analyze", at("odd")).err()).contains("not one that a run has written");
        assertThat(Invocation.of("analyze", at("missing.yaml")).err()).contains("missing.yaml");
        assertThat(Invocation.of("analyze").code()).isEqualTo(2);
        assertThat(folder.resolve("odd/manifest.json")).hasContent("{\"seed\": 1}");
    }

    @Test
    void aResultStaysAsItWasRun() {
        run("there", "--paths", "100");
        Invocation changed = Invocation.of("analyze", at("there"), "--set", "tokenService.floor=0");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("stays as it was run");
    }

    private Invocation ofScenario(String out, String... options) {
        return invoke("analyze", out, options);
    }

    private Invocation run(String out, String... options) {
        return invoke("run", out, options);
    }

    private Invocation invoke(String command, String out, String... options) {
        return Invocation.of(
                Stream.of(Stream.of(command, SCENARIO), Arrays.stream(options), Stream.of("--out", at(out)))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String json(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("analyses/contracts.json"));
    }

    private String manifest(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("manifest.json"));
    }

    private String sha256(String name) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name).resolve("analyses/contracts.json"));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
