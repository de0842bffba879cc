package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results that do not fit on their disk, a file system in memory of a few kilobytes, wherever in the result it is full.
final class FullDiskTest {
    private static final int PAGE = 4096;

    @TempDir Path folder;

    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/aws-bedrock.yaml")
                .toAbsolutePath() + "\nname: small\nquarters: 1\nbackTest: []\noutputs: {quarterly: [labRunRate]}\n");
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(is("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()))
                .as("only a superuser may make small disks").isTrue();
    }

    @AfterEach
    void remove() throws Exception {
        is("umount", disk.toString());
    }

    @Test
    void aResultThatDoesNotFitLeavesNothingOfItselfAndSaysWhy() throws Exception {
        List<Long> files = filesOfAResult();
        long before = 2L * PAGE; // the lock's folder and the entry of the run
        for (long size : files) {
            resize(before + size / 2);
            Invocation run = run("result");
            assertThat(run.code()).as("a disk of %d bytes", before + size / 2).isEqualTo(2);
            assertThat(run.err()).contains("The result could not be written to " + disk.resolve("result")
                    + ": No space left on device; nothing of it was left there").doesNotContain("\tat ");
            assertThat(visible()).isEmpty();
            assertThat(hidden()).allMatch(name -> name.equals(".result.work"));
            before += Math.ceilDiv(size, (long) PAGE) * PAGE;
        }
        resize(1 << 20);
        assertThat(run("result").code()).isZero();
        assertThat(disk.resolve("result/summary.json"))
                .hasSameBinaryContentAs(folder.resolve("undisturbed/summary.json"));
        assertThat(hidden()).isEmpty();
    }

    @Test
    void anOlderResultStaysWhereTheNewOneDoesNotFit() throws Exception {
        assertThat(run("result").code()).isZero();
        byte[] older = Files.readAllBytes(disk.resolve("result/manifest.json"));
        resize(used() + 10L * PAGE);
        Invocation run = run("result", "--force");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("No space left on device");
        assertThat(disk.resolve("result/manifest.json")).hasBinaryContent(older);
        assertThat(visible()).containsExactly("result");
    }

    @Test
    void aBatchReportsTheJobThatDidNotFit() throws Exception {
        Path batch = Files.writeString(folder.resolve("batch.yaml"),
                "{name: two, groups: [{scenarios: [small.yaml], seeds: [1, 2], paths: 2000}]}");
        resize(filesOfAResult().stream().mapToLong(size -> size + PAGE).sum() + 50L * PAGE);
        Invocation run = Invocation.of("batch", batch.toString(), "--results", disk.toString());
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains("1 of 2 jobs FAILED", "No space left on device");
    }

    /// Sizes in the order in which they are written.
    private List<Long> filesOfAResult() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(Invocation.of("run", folder.resolve("small.yaml").toString(), "--paths", "2000", "-q", "--out",
                undisturbed.toString()).code()).isZero();
        var sizes = new ArrayList<Long>();
        for (String name : List.of("summary.json", "quarterly.csv", "paths.csv", "convergence.json", "answer.txt",
                "register.csv", "manifest.json")) {
            sizes.add(Files.size(undisturbed.resolve(name)));
        }
        return sizes;
    }

    private Invocation run(String result, String... options) {
        return Invocation.of(Stream.concat(
                Stream.of("run", folder.resolve("small.yaml").toString(), "--paths", "2000", "-q", "--out",
                        disk.resolve(result).toString()),
                Stream.of(options)).toArray(String[]::new));
    }

    private void resize(long bytes) throws Exception {
        long whole = Math.ceilDiv(bytes, (long) PAGE) * PAGE;
        assertThat(is("mount", "-o", "remount,size=" + whole, disk.toString())).isTrue();
    }

    private long used() throws IOException {
        var store = Files.getFileStore(disk);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    private List<String> visible() throws IOException {
        return names().stream().filter(name -> !name.startsWith(".")).toList();
    }

    private List<String> hidden() throws IOException {
        return names().stream().filter(name -> name.startsWith(".")).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean is(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
