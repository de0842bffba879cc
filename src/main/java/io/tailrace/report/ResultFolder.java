package io.tailrace.report;

import io.tailrace.analysis.BackTest;
import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes the files of a result, all or none.
///
/// They go to a temporary folder beside the target, which is then renamed; a reader sees the whole result or none.
public final class ResultFolder {
    private ResultFolder() {}

    /// Writes `summary.json`, `quarterly.csv`, `paths.csv`, `answer.txt` and `manifest.json` of a run to `folder`,
    /// which must not exist unless `replace`.
    public static void write(
            Path folder, boolean replace, RunResult run, ContractComparison comparison, BackTest backTest, Manifest manifest)
            throws IOException {
        byte[] summary = SummaryJson.bytes(run, comparison);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("summary.json", summary);
        files.put("quarterly.csv", StatisticsCsv.quarterly(run));
        files.put("paths.csv", StatisticsCsv.paths(run));
        files.put("answer.txt", text(Answer.lines(run, comparison)));
        if (!backTest.rows().isEmpty()) {
            files.put("back-test.txt", text(BackTestTable.lines(backTest)));
        }
        files.put("manifest.json", manifest.bytes(summary));
        writeAll(folder, replace, files);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void writeAll(Path folder, boolean replace, Map<String, byte[]> files) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path temporary = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(temporary.resolve(file.getKey()), file.getValue());
            }
            readableByAll(temporary);
            move(temporary, folder, replace);
        } finally {
            delete(temporary);
        }
    }

    /// Temporary folders are private to their owner; a result has the rights any new folder has.
    private static void readableByAll(Path temporary) throws IOException {
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void move(Path temporary, Path folder, boolean replace) throws IOException {
        if (replace && Files.exists(folder)) {
            Path old = folder.resolveSibling(temporary.getFileName() + "-old");
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } else {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
