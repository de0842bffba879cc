package io.tailrace.cli;

import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Option;

/// Where a new result goes.
final class ResultOptions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the result, which must not exist; results/runs/NAME-TIME by default.") private Path out;

    @Option(names = "--force", description = "Replace an older result in that folder.") private boolean force;

    boolean given() {
        return out != null || force;
    }

    /// The folder, free to be written; known before a run and not after it.
    ///
    /// Names come from files that others wrote: what is no plain file name does not reach the file system.
    Path folder(String name, Instant started) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-");
        Path folder = out != null ? out : Path.of("results", "runs", plain + "-" + STAMP.format(started));
        ResultFolder.obstacle(folder, force).ifPresent(text -> {
            throw new UserException(text);
        });
        return folder;
    }

    void write(Path folder, Findings findings, Manifest manifest) {
        try {
            ResultFolder.write(folder, force, findings, manifest);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    static UserException failure(Path folder, IOException e) {
        String reason = e.getClass().getSimpleName() + " " + e.getMessage();
        return new UserException("The result could not be written to " + folder + ": " + reason);
    }
}
