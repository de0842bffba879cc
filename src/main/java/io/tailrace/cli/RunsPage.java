package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import io.tailrace.catalogue.Entry;
import io.tailrace.report.committee.RunIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The page of all runs in a results folder, and its keeping up to date.
///
/// Why only where it is there already, and ours: nobody wants a page beside every result, or their own one replaced.
final class RunsPage {
    private static final String FILE = "index.html";
    private static final Path RESULTS = Path.of("results");
    /// The first of these that a run has is linked.
    private static final List<String> LINKED =
            List.of("report.html", "report.pdf", "report.md", "answer.txt", "summary.json");

    private RunsPage() {}

    static Path of(Catalogue catalogue) {
        return catalogue.results().resolve(FILE);
    }

    /// Returns how many runs there are.
    ///
    /// @param entries the oldest first
    static int write(Catalogue catalogue, List<Entry> entries) throws IOException {
        new RunIndex(entries.reversed().stream().map(entry -> run(catalogue, entry)).toList()).write(of(catalogue));
        return entries.size();
    }

    /// After something has come into a results folder.
    static void refresh(Path written, Console console) {
        Catalogue.of(written, RESULTS).ifPresent(catalogue -> refresh(catalogue, console));
    }

    /// After something has changed in it. What cannot be done stops nothing.
    static void refresh(Catalogue catalogue, Console console) {
        Path page = of(catalogue);
        try {
            if (RunIndex.isAt(page) && catalogue.exists()) {
                write(catalogue, catalogue.entries());
            }
        } catch (IOException | CatalogueException e) {
            console.note(page + " is not up to date: " + e.getMessage());
        }
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
