package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFolderTest {
    private static final Map<String, byte[]> RESULT = Map.of("summary.json", new byte[]{1}, "paths.csv", new byte[]{2});

    @TempDir Path parent;

    @Test
    void theFolderHasItsNameOnlyWhenItIsWhole() throws IOException {
        Path target = parent.resolve("result");
        try (var unfinished = new UnfinishedFolder(target)) {
            unfinished.add("summary.json", new byte[]{1});
            assertThat(target).doesNotExist();
            assertThat(names()).singleElement().asString().startsWith(".result.unfinished-");
            unfinished.finish(false);
            assertThat(target.resolve("summary.json")).exists();
        }
        assertThat(names()).containsExactly("result");
    }

    @Test
    void aFailingWriteLeavesNothing() {
        Map<String, byte[]> failing = new LinkedHashMap<>(RESULT);
        failing.put("no/such/folder.txt", new byte[0]);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ResultFolder.write(parent.resolve("result"), false, failing));
        assertThat(names()).isEmpty();
    }

    @Test
    void aFailingReplacementLeavesTheOlderResult() throws IOException {
        Path target = parent.resolve("result");
        ResultFolder.write(target, false, Map.of("summary.json", new byte[]{9}));
        Map<String, byte[]> failing = new LinkedHashMap<>(RESULT);
        failing.put("no/such/folder.txt", new byte[0]);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ResultFolder.write(target, true, failing));
        assertThat(target.resolve("summary.json")).hasBinaryContent(new byte[]{9});
        assertThat(names()).containsExactly("result");
    }

    @Test
    void aFolderThatAppearedDuringTheRunIsNotReplacedUnasked() throws IOException {
        Files.createDirectory(parent.resolve("result"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> ResultFolder.write(parent.resolve("result"), false, RESULT));
        assertThat(names()).containsExactly("result");
    }

    @Test
    void aReplacedResultKeepsNoOlderFile() throws IOException {
        Path target = parent.resolve("result");
        ResultFolder.write(target, false, Map.of("back-test.txt", new byte[]{9}));
        ResultFolder.write(target, true, RESULT);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("summary.json", "paths.csv");
        }
        assertThat(names()).containsExactly("result");
    }

    @Test
    void aStoppedWriterWritesNoMore() throws IOException {
        var unfinished = new UnfinishedFolder(parent.resolve("result"));
        unfinished.close();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> unfinished.add("summary.json", new byte[0]));
        assertThat(names()).isEmpty();
    }

    @Test
    void foldersAreMadeAsDeepAsAskedFor() throws IOException {
        Path deep = parent.resolve("a/b/c");
        assertThat(ResultFolder.obstacle(deep, false)).isEmpty();
        ResultFolder.write(deep, false, RESULT);
        assertThat(deep.resolve("paths.csv")).exists();
    }

    @Test
    void theRootOfTheFileSystemIsNoResult() {
        assertThat(ResultFolder.obstacle(Path.of("/"), true)).isPresent();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
