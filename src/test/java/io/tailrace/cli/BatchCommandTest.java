package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.batch.BatchRunner;
import io.tailrace.catalogue.FolderLock;
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
                .endsWith("java.lang.ArithmeticException: values are too large to be summed exactly"
                        + System.lineSeparator());
    }

    @Test
    void aJobWhoseResultIsThereIsReusedAndSoIsOneAskedForTwice() {
        String text = """
                name: two
                groups:
                  - {scenarios: [small.yaml], paths: 500}
                  - {scenarios: [small.yaml, small.yaml], paths: 600}
                """;
        assertThat(batch(text).out()).contains("two (2 jobs, 1 more asked for twice)");
        Invocation again = batch(text);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("1 of 2  small: has its result, of 500 paths, in " + results().getFirst(),
                "All 2 jobs have their results (2 from before), in ");
        assertThat(again.out().lines().filter(line -> line.endsWith("reused")))
                .hasSize(2)
                .allMatch(line -> line.contains(" ± "));
        assertThat(results()).hasSize(2);
        assertThat(batch(text, "--fresh").out()).contains("All 2 jobs have their results, in ");
        assertThat(results()).hasSize(4);
    }

    @Test
    void aBreachIsSaidFirstAndIsExitCodeFourForAReusedResultToo() {
        String text = """
                name: two
                groups:
                  - {scenarios: [small.yaml], paths: 500, limits: [cvar95(npvTaas) >= 900 $B]}
                  - {scenarios: [small.yaml], paths: 600, limits: [cvar95(npvTaas) >= -900 $B]}
                """;
        Invocation first = batch(text);
        assertThat(first.code()).isEqualTo(4);
        Invocation again = batch(text);
        assertThat(again.code()).isEqualTo(4);
        for (Invocation batch : List.of(first, again)) {
            assertThat(batch.out().lines().filter(line -> line.startsWith("small: LIMIT BREACHED")))
                    .singleElement().asString().contains("cvar95(npvTaas) >= 900 $B is ");
        }
        assertThat(first.out()).contains("done, breached");
        assertThat(again.out()).contains("reused, breached", "(2 from before)");
        assertThat(batch(text.replace("900 $B]", "-900 $B]").replace("--", "-")).code()).isZero();
    }

    @Test
    void aDryRunSaysWhatTheJobsWillTakeAndFromWhereAndRunsNone() {
        String text = """
                name: three
                groups:
                  - {scenarios: [small.yaml], paths: 60000}
                  - {scenarios: [small.yaml], seeds: [5], precision: [mean(npvTaas) within 5 %], maxPaths: 90000}
                """;
        Invocation first = batch(text, "--dry-run");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("60,000", "up to 90,000", "a pilot run",
                "2 of 2 jobs are left to run: up to about ",
                " MB of heap at most, ", " MB on disk.");
        assertThat(folder.resolve("results/runs")).doesNotExist();
        batch(text.replace("seeds: [5]", "seeds: [6]"));
        Invocation second = batch(text, "--dry-run");
        assertThat(second.out()).contains("its result is there", "earlier runs here", "1 of 2 jobs are left");
        batch(text);
        assertThat(batch(text, "--dry-run").out()).contains("Nothing is left to run.");
        assertThat(batch(text, "--dry-run", "--fresh").out()).contains("2 of 2 jobs are left").doesNotContain("up to");
    }

    @Test
    void aCatalogueThatIsBrokenStopsNothing() throws IOException {
        String text = "{name: one, groups: [{scenarios: [small.yaml], paths: 500}]}";
        Files.createDirectories(folder.resolve("results"));
        Files.writeString(folder.resolve("results/catalogue.sqlite"), "this is no database ".repeat(1000));
        Invocation batch = batch(text);
        assertThat(batch.code()).isZero();
        assertThat(batch.err()).contains("note: The catalogue ", "tailrace runs reindex").doesNotContain("\tat ");
        assertThat(results()).hasSize(1);
        assertThat(Invocation.of("runs", "reindex", "--results", folder.resolve("results").toString()).out())
                .startsWith("1 run in the catalogue");
        assertThat(batch(text).out()).contains("has its result");
    }

    @Test
    void twoBatchesAtOnceInOneResultsFolderAreRefused() throws IOException {
        try (FolderLock _ = BatchRunner.lock(folder.resolve("results")).orElseThrow()) {
            Invocation batch = batch("{name: one, groups: [{scenarios: [small.yaml], paths: 500}]}");
            assertThat(batch.code()).isEqualTo(2);
            assertThat(batch.err()).contains("Another batch is at work in ");
        }
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

    private Invocation batch(String text, String... options) {
        try {
            Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/aws-bedrock.yaml")
                    .toAbsolutePath()
                    + "\nname: small\nquarters: 2\nbackTest: []\noutputs: {quarterly: [labRunRate]}\n");
            Path file = Files.writeString(folder.resolve("batch.yaml"), text);
            return Invocation.of(Stream.concat(
                    Stream.of("batch", file.toString(), "--results", folder.resolve("results").toString()),
                    Stream.of(options)).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> results() {
        try (Stream<Path> folders = Files.list(folder.resolve("results/runs"))) {
            return folders.filter(run -> !run.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
