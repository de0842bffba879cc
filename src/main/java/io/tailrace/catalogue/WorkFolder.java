package io.tailrace.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a run keeps while it has no result yet, in a hidden neighbour of the result's folder: its entry, a lock, its
/// checkpoint. It goes when the result is there; what stays tells of a run that failed or was interrupted.
///
/// Why beside the result: it is on the same file system, it is found without the catalogue, and `rm -r` of it is all
/// the cleaning there is.
final class WorkFolder implements AutoCloseable {
    private static final String SUFFIX = ".work";
    private static final String ENTRY = "run.json";
    private static final String LOCK = "lock";
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;
    private final FolderLock lock;

    private WorkFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Path of(Path result) {
        return result.resolveSibling("." + result.getFileName() + SUFFIX);
    }

    /// The result that a folder would be the work of; empty where the name is no such name.
    static Optional<Path> resultOf(Path folder) {
        String name = folder.getFileName().toString();
        boolean work = name.startsWith(".") && name.endsWith(SUFFIX) && name.length() > SUFFIX.length() + 1;
        return work
                ? Optional.of(folder.resolveSibling(name.substring(1, name.length() - SUFFIX.length())))
                : Optional.empty();
    }

    /// For the run that will write `result`; empty where another run is at it.
    static Optional<WorkFolder> take(Path result) throws IOException {
        Path place = result.toAbsolutePath().normalize();
        Path folder = Files.createDirectories(of(place));
        Optional<FolderLock> lock = FolderLock.take(folder.resolve(LOCK));
        if (lock.isPresent()) {
            removeLeavings(place);
        }
        return lock.map(taken -> new WorkFolder(folder, taken));
    }

    /// What a run that was killed while it wrote its result has left beside it.
    private static void removeLeavings(Path result) throws IOException {
        String name = "." + result.getFileName() + ".unfinished-";
        try (Stream<Path> beside = Files.list(result.getParent())) {
            for (Path left : beside.filter(file -> file.getFileName().toString().startsWith(name)).toList()) {
                delete(left);
            }
        }
    }

    Path checkpoint() {
        return folder.resolve(CHECKPOINT);
    }

    void write(Entry entry) throws IOException {
        Path draft = folder.resolve(ENTRY + ".new");
        try {
            Files.write(draft, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(entry));
            Files.move(
                    draft, folder.resolve(ENTRY), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Of a run without result: what it last said of itself, corrected where it was killed since.
    static Optional<Entry> read(Path result) {
        try {
            Entry entry = JsonMapper.shared()
                    .readValue(Files.readAllBytes(of(result).resolve(ENTRY)), Entry.class);
            return Optional.of(asItStands(result, entry));
        } catch (IOException | JacksonException noEntry) {
            return Optional.empty();
        }
    }

    /// A run that is running holds its lock.
    static Entry asItStands(Path result, Entry entry) {
        boolean killed = entry.state() == Entry.State.RUNNING && !isHeld(result);
        return killed ? entry.with(Entry.State.INTERRUPTED, entry.wallSeconds(), entry.paths(), "killed") : entry;
    }

    /// Places of the results whose work folders lie in a folder, by name.
    static List<Path> resultsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().flatMap(each -> resultOf(each).stream()).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    static boolean isHeld(Path result) {
        return FolderLock.isHeld(of(result).resolve(LOCK));
    }

    static boolean hasCheckpoint(Path result) {
        return Files.isRegularFile(of(result).resolve(CHECKPOINT));
    }

    void remove() throws IOException {
        lock.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
