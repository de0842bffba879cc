package io.tailrace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.Configs;
import io.tailrace.engine.Precision;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.report.Build;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import io.tailrace.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueTest {
    private static final String[] SMALL = {"quarters=2", "backTest=[]", "outputs.quarterly=[taasEbit]"};

    @TempDir Path results;

    @Test
    void anEntryComesBackAsItWasPut() {
        Entry entry = Entries.done("runs/one", 1);
        catalogue().put(Entries.done("runs/one", 2));
        catalogue().put(entry);
        assertThat(catalogue().entries()).containsExactly(entry);
    }

    @Test
    void threadsAndProcessesWriteAtOnceAndNothingIsLost() throws Exception {
        var writers = new ArrayList<Process>();
        for (String name : List.of("first", "second", "third")) {
            writers.add(process(name, 20));
        }
        IntStream.range(0, 40).parallel().forEach(i -> catalogue().put(Entries.done("thread-" + i, i)));
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        assertThat(catalogue().entries()).hasSize(3 * 20 + 40).doesNotHaveDuplicates();
    }

    @Test
    void reindexingGivesTheContentThatTheRunsHaveEntered() throws IOException {
        run("runs/one", 7);
        run("deeper/still/two", 8);
        begin("runs/failed", 9).failed("it broke", Duration.ofSeconds(3));
        begin("runs/stopped", 10).interrupted(5000, Duration.ofMillis(1500));
        List<Entry> entered = catalogue().entries();
        assertThat(entered).extracting(Entry::state).containsExactlyInAnyOrder(Entry.State.DONE, Entry.State.DONE,
                Entry.State.FAILED, Entry.State.INTERRUPTED);
        Files.delete(results.resolve(Catalogue.FILE));
        assertThat(catalogue().reindex()).isEqualTo(4);
        assertThat(catalogue().entries()).containsExactlyElementsOf(entered);
    }

    @Test
    void theHeadlineNumbersAreThoseOfTheRun() throws IOException {
        RunResult run = run("runs/one", 7);
        Entry entry = catalogue().entries().getFirst();
        assertThat(entry.headline()).hasSize(10).allSatisfy(number -> {
            var reading = run.convergence().measures().stream()
                    .filter(measure -> measure.toString().equals(number.measure()))
                    .map(run.convergence()::last)
                    .findFirst()
                    .orElseThrow();
            assertThat(number.value()).isEqualTo(reading.estimate().value());
            assertThat(number.low()).isEqualTo(reading.estimate().low());
            assertThat(number.high()).isEqualTo(reading.estimate().high());
        });
    }

    @Test
    void aRunThatLetItsLockGoWithoutAWordWasInterrupted() throws IOException {
        RunRecord running = begin("runs/one", 7);
        running.awaitEntered();
        assertThat(stateOfOne()).isEqualTo(Entry.State.RUNNING);
        assertThat(RunRecord.begin(results.resolve("runs/one"), Optional.empty(), Entries.done("", 1).request(), 1,
                Instant.EPOCH, _ -> {})).isEmpty();
        Entry entry = catalogue().entries().getFirst();
        running.failed("", Duration.ZERO); // lets go of the lock
        catalogue().put(entry);
        assertThat(stateOfOne()).isEqualTo(Entry.State.INTERRUPTED);
    }

    @Test
    void whatIsFinishedIsFoundByWhatWasAskedFor() throws IOException {
        run("runs/one", 7);
        Entry entry = catalogue().entries().getFirst();
        String asked = request(7).sha256(Build.id());
        assertThat(entry.requestSha256()).isEqualTo(asked);
        assertThat(catalogue().finished(asked)).contains(entry);
        assertThat(catalogue().finished(request(8).sha256(Build.id()))).isEmpty();
        assertThat(catalogue().finished(request(7).sha256("another build"))).isEmpty();
        Files.delete(results.resolve("runs/one/manifest.json"));
        assertThat(catalogue().finished(asked)).isEmpty();
    }

    @Test
    void aBrokenCatalogueSaysWhatHelpsAndReindexingMovesItAside() throws IOException {
        run("runs/one", 7);
        byte[] whole = Files.readAllBytes(results.resolve(Catalogue.FILE));
        Files.deleteIfExists(results.resolve(Catalogue.FILE + "-wal"));
        Files.deleteIfExists(results.resolve(Catalogue.FILE + "-shm"));
        for (byte[] broken : List.of("no database".repeat(500).getBytes(StandardCharsets.UTF_8), cut(whole),
                scrambled(whole))) {
            Files.write(results.resolve(Catalogue.FILE), broken);
            assertThatThrownBy(() -> catalogue().put(Entries.done("x", 1)))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageContaining("tailrace runs reindex");
            assertThat(catalogue().reindex()).isEqualTo(1);
            assertThat(catalogue().entries()).hasSize(1);
        }
    }

    @Test
    void aRunBelongsToTheNearestCatalogueAboveItOrToTheUsualFolder() throws IOException {
        Path usual = results.resolve("results");
        assertThat(Catalogue.of(usual.resolve("runs/x"), usual).orElseThrow().results()).isEqualTo(usual);
        assertThat(Catalogue.of(results.resolve("x"), usual)).isEmpty();
        Files.createFile(results.resolve(Catalogue.FILE));
        assertThat(Catalogue.of(results.resolve("x"), usual).orElseThrow().results()).isEqualTo(results);
    }

    private Catalogue catalogue() {
        return Catalogue.in(results);
    }

    private Entry.State stateOfOne() {
        return catalogue().entries().getFirst().state();
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, 5000);
    }

    private static byte[] scrambled(byte[] whole) {
        byte[] scrambled = whole.clone();
        for (int i = 100; i < scrambled.length; i++) {
            scrambled[i] ^= 0x55;
        }
        return scrambled;
    }

    private Process process(String name, int count) throws IOException {
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CatalogueWriter.class.getName(), results.toString(), name, Integer.toString(count)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static LoadedScenario scenario() {
        return Configs.load("aws-bedrock", SMALL);
    }

    private static Simulation simulation(long seed) {
        return new Simulation(PlanCompiler.compile(scenario().scenario()), seed, 500, 1);
    }

    private static Request request(long seed) {
        return Request.of(scenario(), List.of(SMALL), simulation(seed), Precision.NONE);
    }

    private RunRecord begin(String folder, long seed) throws IOException {
        return RunRecord.begin(results.resolve(folder), Optional.of(catalogue()), request(seed), 1,
                Instant.parse("2026-06-30T10:00:00.5Z").plusSeconds(seed), note -> {
                    throw new AssertionError(note);
                }).orElseThrow();
    }

    private RunResult run(String folder, long seed) throws IOException {
        RunRecord record = begin(folder, seed);
        RunResult run = RunResult.of(simulation(seed), Progress.NONE);
        ResultFolder.write(results.resolve(folder), false, Findings.of(scenario(), List.of(SMALL), run), new Manifest(
                List.of("run"), 1, Instant.parse("2026-06-30T10:00:00.5Z").plusSeconds(seed), Duration.ofMillis(1250)));
        record.done();
        assertThat(results.resolve(folder).resolveSibling(".one.work")).doesNotExist();
        return run;
    }
}
