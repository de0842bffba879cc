package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import io.tailrace.catalogue.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Which catalogue is asked.
final class RunsOptions {
    @Option(names = "--results", paramLabel = "DIR",
            description = "Results folder; results by default.") private Path results = Path.of("results");

    Catalogue catalogue() {
        if (!Files.isDirectory(results)) {
            throw new UserException("There is no results folder " + results + "; --results names another one");
        }
        return Catalogue.in(results);
    }

    /// All entries, the oldest first; a catalogue that is not there is made first.
    List<Entry> entries(Catalogue catalogue) {
        try {
            if (!catalogue.exists()) {
                catalogue.reindex();
            }
            return catalogue.entries();
        } catch (CatalogueException e) {
            throw new UserException(e.getMessage());
        }
    }

    /// The one run that a person means: a folder, or any part of its name that no other has.
    Entry one(Catalogue catalogue, String text) {
        List<Entry> entries = entries(catalogue);
        String folder = Path.of(text).toAbsolutePath().normalize().toString();
        List<Entry> exact = entries.stream()
                .filter(entry -> entry.folder().equals(text) || catalogue.folder(entry).toString().equals(folder))
                .toList();
        List<Entry> found = exact.isEmpty()
                ? entries.stream().filter(entry -> entry.folder().contains(text)).toList()
                : exact;
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 -> throw new UserException("No run of " + catalogue.results() + " is called " + text
                    + " (`runs list` names them)");
            default -> throw new UserException(text + " may mean any of " + found.size() + " runs: "
                    + String.join(", ", found.stream().limit(5).map(Entry::folder).toList())
                    + (found.size() > 5 ? ", …" : ""));
        };
    }
}
