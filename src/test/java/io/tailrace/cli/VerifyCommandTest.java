package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
    @TempDir private Path folder;

    @Test
    void aResultIsWhatItsScenarioGivesHoweverItWasMade() {
        assertIdentical("--paths", "1100", "--seed", "-3", "--threads", "1");
        assertIdentical("--paths", "300", "--stress", "configs/stress/price-war.yaml", "--set", "tokenService.floor=0");
        assertIdentical("--until", "mean(npvTaas) within 3%", "--max-paths", "30000");
    }

    @Test
    void oneChangedDigitOfTheSummaryIsNamed() throws IOException {
        run("--paths", "500");
        String text = Files.readString(at("summary.json"));
        int digit = text.indexOf("\"npvIaas\" : {");
        digit = text.indexOf("\"min\" : ", digit) + "\"min\" : ".length();
        digit = text.charAt(digit) == '-' ? digit + 1 : digit;
        char other = text.charAt(digit) == '4' ? '5' : '4';
        Files.writeString(at("summary.json"), text.substring(0, digit) + other + text.substring(digit + 1));
        assertDiffers("since it was written: summary.json: is not the file that was written",
                "when run again: summary.json: path.npvIaas.min is stored as ");
    }

    @Test
    void oneChangedLetterOfTheScenarioIsCaught() throws IOException {
        run("--paths", "500");
        replaceInManifest("nextGrowth\\\":{\\\"value\\\":0.86", "nextGrowth\\\":{\\\"value\\\":0.85");
        assertDiffers("the scenario in it is not the one that was run", "summary.json: decision.");
    }

    @Test
    void oneChangedLetterOfTheRegisterIsCaught() throws IOException {
        run("--paths", "500");
        replaceInManifest("SemiAnalysis", "SemiAnalysiz");
        assertDiffers("manifest.json: does not say what was written");
    }

    @Test
    void anotherSeedInTheManifestIsCaught() throws IOException {
        run("--paths", "500", "--seed", "12");
        replaceInManifest("\"seed\" : 12", "\"seed\" : 13");
        assertDiffers("summary.json: seed is stored as 12, and is 13", "quarterly.csv: line 2 is stored as ");
    }

    @Test
    void aMissingFileIsCaught() throws IOException {
        run("--paths", "500");
        Files.delete(at("paths.csv"));
        assertDiffers("paths.csv: is missing");
    }

    @Test
    void aLineMoreOrLessInATextIsCaught() throws IOException {
        run("--paths", "500");
        Files.writeString(at("answer.txt"), Files.readString(at("answer.txt")) + "P.S.\n");
        assertDiffers("answer.txt: line ", " is stored and is not there");
    }

    private void assertIdentical(String... options) {
        run(options);
        Invocation verify = Invocation.of("verify", folder.resolve("result").toString());
        assertThat(verify.err()).isEmpty();
        assertThat(verify.out()).contains("run again in ", "Identical: answer.txt, ", "summary.json");
        assertThat(verify.code()).isZero();
    }

    private void assertDiffers(String... findings) {
        Invocation verify = Invocation.of("verify", folder.resolve("result").toString());
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).contains("NOT identical.").contains(findings).doesNotContain("It was written by");
    }

    private void run(String... options) {
        var arguments = new ArrayList<>(List.of("run", "configs/aws-bedrock.yaml", "--force", "-q", "--out",
                folder.resolve("result").toString()));
        arguments.addAll(List.of(options));
        assertThat(Invocation.of(arguments.toArray(String[]::new)).code()).isZero();
    }

    private void replaceInManifest(String from, String to) throws IOException {
        String text = Files.readString(at("manifest.json"));
        int start = text.indexOf(from);
        assertThat(start).isPositive();
        Files.writeString(at("manifest.json"), text.substring(0, start) + to + text.substring(start + from.length()));
    }

    private Path at(String name) {
        return folder.resolve("result").resolve(name);
    }
}
