package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTest {
    /// Recipe of the file, to be run where the answer is meant to change, and its text diff read:
    /// `java -jar target/tailrace.jar run configs/reference.yaml --paths 2000 --set outputs.quarterly=[]
    /// --out target/golden --force && cp target/golden/answer.txt src/test/resources/report/reference-answer.txt`
    @Test
    void theAnswerOfASmallRunReadsAsItDid() throws IOException {
        List<String> expected = Files.readAllLines(Path.of("src/test/resources/report/reference-answer.txt"));
        assertThat(Answer.of(Small.run("reference", 2000, "outputs.quarterly=[]")).lines())
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "aws-bedrock, 1",
        "aws-bedrock, 700",
        "aws-bedrock, 3000",
        "oracle, 2000",
        "neocloud, 300",
        "google-cloud, 2000",
        "azure, 2000"
    })
    void everyAnswerFitsOneScreen(String scenario, long paths) {
        assertFitsOneScreen(Small.run(scenario, paths));
    }

    @Test
    void aLongHorizonFitsOneScreenToo() {
        Findings findings = Small.run("aws-bedrock", 500, "quarters=40");
        assertFitsOneScreen(findings);
        assertThat(Answer.quarters(40)).hasSize(20).startsWith(2, 4).endsWith(40);
        assertThat(Answer.quarters(21)).hasSize(11).startsWith(1, 3).endsWith(21);
        assertThat(Answer.quarters(3)).containsExactly(1, 2, 3);
    }

    @Test
    void tailsOfFewPathsAreMarkedAndExplained() {
        List<String> few = Answer.of(Small.run("aws-bedrock", 1000)).lines();
        assertThat(few).anyMatch(line -> line.matches("  P5 +\\S+\\* .*"))
                .anyMatch(line -> line.contains("too short at *: fewer than 100 paths"));
        assertThat(few).filteredOn(line -> line.startsWith("  P50")).noneMatch(line -> line.contains("*"));
        assertThat(Answer.of(Small.run("aws-bedrock", 2000)).lines()).noneMatch(line -> line.contains("*"));
    }

    @Test
    void aProviderWithoutTokensIsToldByItsLease() {
        String answer = String.join("\n", Answer.of(Small.run("oracle", 1000)).lines());
        assertThat(answer)
                .contains("only leases", "What if", "tenant defaults, % of paths")
                .doesNotContain("TaaS");
    }

    @Test
    void withoutRecordedMarginsTheAnswerSaysSo() {
        Findings findings = Small.run("aws-bedrock", 200, "outputs.quarterly=[taasRevenue]");
        assertThat(Answer.of(findings).lines().getLast()).contains("margins", "records");
        assertThat(FanChart.svg(findings)).isEmpty();
    }

    private static void assertFitsOneScreen(Findings findings) {
        List<String> lines = Answer.of(findings).lines();
        assertThat(lines).hasSizeLessThanOrEqualTo(45).allMatch(line -> line.length() <= 110);
    }
}
