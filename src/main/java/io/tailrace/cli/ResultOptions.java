package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.Request;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Option;

/// Where a new result goes.
final class ResultOptions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Path RESULTS = Path.of("results");

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
        Path folder = out != null ? out : RESULTS.resolve("runs").resolve(plain + "-" + STAMP.format(started));
        ResultFolder.obstacle(folder, force).ifPresent(text -> {
            throw new UserException(text);
        });
        return folder;
    }

    /// Where the same run was interrupted, if `--out` does not say where to look; the new folder otherwise.
    Path resumed(Path folder, Request request) {
        return out != null ? folder : RunRecord.unfinished(RESULTS.resolve("runs"), request).orElse(folder);
    }

    /// Takes the folder for a run that begins now; the run's catalogue, if it has one, hears of it.
    RunRecord begin(Path folder, Request request, int threads, Instant started, Console console) {
        try {
            return RunRecord.begin(
                    folder, Catalogue.of(folder, RESULTS), request, threads, started, console::note)
                    .orElseThrow(() -> new UserException("Another run is at work on " + folder
                            + ": wait for it, or choose another --out"));
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    void write(Path folder, Findings findings, Manifest manifest) {
        try {
            ResultFolder.write(folder, force, findings, manifest);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    static UserException failure(Path folder, IOException e) {
        return new UserException("The result could not be written to " + folder + ": " + reason(e)
                + "; nothing of it was left there");
    }

    private static String reason(IOException e) {
        boolean plain = e.getClass() == IOException.class;
        return e instanceof FileSystemException of && of.getReason() != null
                ? of.getReason()
                : (plain ? "" : e.getClass().getSimpleName() + " ") + e.getMessage();
    }
}
