package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchCommandTest {
    @TempDir Path folder;

    @Test
    void everyJobGetsTheResultThatARunWouldGive() throws IOException {
        Invocation batch = batch("""
                name: two
                groups:
                  - scenarios: [small.yaml]
                    settings: [{tokenService.floor: [0, 1]}]
                    paths: 2000
                """);
        assertThat(batch.err()).isEmpty();
        assertThat(batch.code()).isZero();
        assertThat(batch.out()).contains("two (2 jobs)", "1 of 2  small, tokenService.floor=0: 2,000 paths in ",
                "2 of 2  small, tokenService.floor=1: 2,000 paths in ", "All 2 jobs have their results, in ", "±");
        assertThat(results()).hasSize(2);
        Invocation.of("run", folder.resolve("small.yaml").toString(), "--set", "tokenService.floor=1", "--paths",
                "2000",
                "--out", folder.resolve("alone").toString());
        assertThat(results().getLast().resolve("summary.json"))
                .hasSameBinaryContentAs(folder.resolve("alone/summary.json"));
    }

    @Test
    void aJobThatFailsDoesNotStopTheOthersAndIsReportedAtTheEnd() {
        Invocation batch = batch("""
                name: three
                groups:
                  - scenarios: [small.yaml]
                    settings: [{title: first}, {demand.openingTokensTrillion: 1e302}, {title: last}]
                    paths: 500
                """);
        assertThat(batch.code()).isEqualTo(1);
        assertThat(results()).hasSize(2);
        assertThat(batch.out())
                .contains("1 of 3 jobs FAILED, in ", "small, demand.openingTokensTrillion=1e302: FAILED after")
                .endsWith("java.lang.ArithmeticException: long overflow" + System.lineSeparator());
    }

    @Test
    void allMistakesAreToldAndNothingIsRun() {
        Invocation batch = batch("""
                name: broken
                groups:
                  - scenarios: [smal.yaml]
                  - scenarios: [small.yaml]
                    precision: [mean(lockInTaas) within 1 $B]
                """);
        assertThat(batch.code()).isEqualTo(2);
        assertThat(batch.err()).contains("did you mean small.yaml?", "1 problem; nothing was run.");
        Invocation unit = batch("""
                name: broken
                groups:
                  - scenarios: [small.yaml]
                    precision: [mean(lockInTaas) within 1 $B]
                  - scenarios: [small.yaml]
                    precision: [mean(npvTaas) within 1 %]
                    sampling: sobol
                """);
        assertThat(unit.code()).isEqualTo(2);
        assertThat(unit.err()).contains("batch.yaml:3", "lockInTaas is in share", "batch.yaml:5", "sampling: plain");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private Invocation batch(String text) {
        try {
            Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/aws-bedrock.yaml")
                    .toAbsolutePath()
                    + "\nname: small\nquarters: 2\nbackTest: []\noutputs: {quarterly: [labRunRate]}\n");
            Path file = Files.writeString(folder.resolve("batch.yaml"), text);
            return Invocation.of("batch", file.toString(), "--results", folder.resolve("results").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> results() {
        try (Stream<Path> folders = Files.list(folder.resolve("results/runs"))) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
