package io.tailrace.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a results folder holds: results, and the work folders of runs that have none yet.
final class ResultsScan {
    private static final int DEEPEST = 6;

    private final Catalogue catalogue;
    private final List<Entry> found = new ArrayList<>();

    ResultsScan(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The oldest first.
    List<Entry> entries() {
        found.clear();
        if (Files.isDirectory(catalogue.results())) {
            look(catalogue.results(), DEEPEST);
        }
        found.sort(Comparator.comparing(Entry::started).thenComparing(Entry::folder));
        return found;
    }

    private void look(Path folder, int deeper) {
        for (Path inside : folders(folder)) {
            boolean hidden = inside.getFileName().toString().startsWith(".");
            if (hidden) {
                WorkFolder.resultOf(inside).filter(result -> !FinishedRun.isAt(result))
                        .flatMap(WorkFolder::read)
                        .ifPresent(found::add);
            } else if (FinishedRun.isAt(inside)) {
                FinishedRun.read(inside, catalogue.name(inside)).ifPresent(found::add);
            } else if (deeper > 0) {
                look(inside, deeper - 1);
            }
        }
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
