package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.Entry;
import io.tailrace.report.committee.RunIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `runs index`: a page of all runs.
@Command(name = "index",
        description = {
            "Writes index.html into the results folder: all runs with their headline numbers and links to their",
            "reports. It opens without network."},
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsIndexCommand implements Callable<Integer> {
    private static final String FILE = "index.html";
    /// The first of these that a run has is linked.
    private static final List<String> LINKED =
            List.of("report.html", "report.pdf", "report.md", "answer.txt", "summary.json");

    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        List<RunIndex.Run> rows =
                options.entries(catalogue).reversed().stream().map(entry -> run(catalogue, entry)).toList();
        Path target = catalogue.results().resolve(FILE);
        try {
            new RunIndex(rows).write(target);
        } catch (IOException e) {
            throw new UserException(target + " cannot be written: " + e.getMessage());
        }
        runs.console().print(rows.size() + (rows.size() == 1 ? " run" : " runs") + " in " + target);
        return 0;
    }

    private static RunIndex.Run run(Catalogue catalogue, Entry entry) {
        Path folder = catalogue.folder(entry);
        List<String> linked = LINKED.stream().filter(file -> Files.isRegularFile(folder.resolve(file))).toList();
        return new RunIndex.Run(
                entry.folder(),
                entry.state().text(),
                entry.request().scenario(),
                String.join(", ", entry.request().changes()),
                entry.started().toString(),
                entry.paths(),
                entry.request().seed(),
                entry.headline().stream()
                        .map(number -> new RunIndex.Measured(number.measure(), number.unit(), number.estimate()))
                        .toList(),
                linked);
    }
}
