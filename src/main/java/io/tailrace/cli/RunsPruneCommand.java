package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import io.tailrace.catalogue.Entry;
import io.tailrace.report.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `runs prune`: removes old runs, with their folders.
///
/// Only runs in the folder `runs`, whose names the program gave, are ever removed; what somebody placed elsewhere with
/// `--out` is theirs.
@Command(name = "prune",
        description = {"Removes runs in results/runs, with all that was kept of them.",
            "Without --yes it only says which. Runs that are running stay."},
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsPruneCommand implements Callable<Integer> {
    private static final String RUNS = "runs/";

    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Mixin private RunFilter filter;

    @Option(names = "--older-than", paramLabel = "WHEN",
            description = "Started before this day, or longer ago than this: 2026-06-30, 90d.") private String olderThan;

    @Option(names = "--keep", paramLabel = "N", description = "Keep the newest N of those found.") private String keep;

    @Option(names = "--yes", description = "Remove them.") private boolean yes;

    @Override
    public Integer call() {
        long kept = WholeNumber.parse("--keep", keep, 0, Integer.MAX_VALUE).orElse(0);
        Instant now = Instant.now();
        Optional<Instant> before = Optional.ofNullable(olderThan)
                .map(text -> RunFilter.instant("--older-than", text, now));
        Catalogue catalogue = options.catalogue();
        List<Entry> found = filter.of(options.entries(catalogue), now).stream()
                .filter(entry -> entry.folder().startsWith(RUNS) && entry.state() != Entry.State.RUNNING)
                .filter(entry -> before.isEmpty() || entry.started().isBefore(before.get()))
                .toList();
        List<Entry> gone = found.subList(0, (int) Math.max(0, found.size() - kept));
        long pruned = gone.stream().filter(entry -> prune(catalogue, entry)).count();
        runs.console().print(String.format(Locale.ROOT, "%,d of %,d runs found %s%s.", pruned, found.size(),
                yes ? "removed" : "would go", yes || pruned == 0 ? "" : "; --yes removes them"));
        RunsPage.refresh(catalogue, runs.console());
        return 0;
    }

    /// Whether it is gone, or would be.
    private boolean prune(Catalogue catalogue, Entry entry) {
        Path folder = catalogue.folder(entry);
        Optional<String> foreign = Files.exists(folder) ? ResultFolder.obstacle(folder, true) : Optional.empty();
        if (foreign.isPresent()) {
            runs.console().note(foreign.get() + "; it stays");
            return false;
        }
        runs.console().print("  " + entry.folder() + " (" + entry.state().text() + ")");
        if (yes) {
            try {
                catalogue.delete(entry);
            } catch (IOException | CatalogueException e) {
                throw new UserException(folder + " could not be removed: " + e.getMessage());
            }
        }
        return true;
    }
}
