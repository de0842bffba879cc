package io.tailrace.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every run in a results folder: an index over the folders, which hold the truth.
///
/// It is safe for several threads and processes. It may be lost or broken at any time: what cannot be read or written
/// is a [CatalogueException], which stops no run, and [#reindex] makes the catalogue again from the folders.
public final class Catalogue {
    public static final String FILE = "catalogue.sqlite";

    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    private final Path results;

    private Catalogue(Path results) {
        this.results = results;
    }

    public static Catalogue in(Path results) {
        return new Catalogue(results.toAbsolutePath().normalize());
    }

    /// The catalogue that a result belongs to: that of the nearest folder above it that has one, or of `results`, the
    /// usual folder, if the result lies in it. Empty elsewhere: nobody wants a database beside every `--out`.
    public static Optional<Catalogue> of(Path result, Path results) {
        Path folder = result.toAbsolutePath().normalize();
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(FILE))) {
                return Optional.of(in(above));
            }
        }
        Catalogue usual = in(results);
        return folder.startsWith(usual.results) ? Optional.of(usual) : Optional.empty();
    }

    public Path results() {
        return results;
    }

    public boolean exists() {
        return Files.exists(file());
    }

    /// How a folder is called here.
    String name(Path folder) {
        return results.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    public Path folder(Entry entry) {
        return results.resolve(entry.folder());
    }

    /// In place of an older entry of the same folder.
    public void put(Entry entry) {
        change(file -> file.put(entry));
    }

    /// The same; a catalogue that is not there is made from the folders first.
    void enter(Entry entry) {
        if (!exists()) {
            reindex();
        }
        put(entry);
    }

    void remove(Entry entry) {
        change(file -> file.remove(entry.folder()));
    }

    /// Removes a run from the disk and from here; whether its folder may go is for the caller to know.
    public void delete(Entry entry) throws IOException {
        WorkFolder.delete(WorkFolder.of(folder(entry)));
        WorkFolder.delete(folder(entry));
        remove(entry);
    }

    /// All entries, the oldest first. One that says it is running while nobody holds its lock was killed: before its
    /// result was there, or after.
    public List<Entry> entries() {
        List<Entry> entries = with(file -> {
            file.begin();
            List<Entry> all = file.entries();
            file.commit();
            return all;
        });
        return entries.stream().map(this::asItStands).toList();
    }

    private Entry asItStands(Entry entry) {
        if (entry.state() != Entry.State.RUNNING) {
            return entry;
        }
        Entry stands = WorkFolder.asItStands(folder(entry), entry);
        return stands.state() == Entry.State.RUNNING
                ? stands
                : FinishedRun.read(folder(entry), entry.folder()).orElse(stands);
    }

    /// A finished run that gives the same summary, the newest if there are several, whose folder is still there.
    public Optional<Entry> finished(String requestSha256) {
        return entries().reversed().stream()
                .filter(Entry::isRepeatable)
                .filter(entry -> entry.requestSha256().equals(requestSha256))
                .filter(entry -> FinishedRun.isAt(folder(entry)))
                .findFirst();
    }

    /// Makes it again from the folders, and returns how many runs there are.
    ///
    /// A broken file is moved aside, not deleted.
    public int reindex() {
        List<Entry> found = new ResultsScan(this).entries();
        try {
            replace(found);
        } catch (CatalogueException broken) {
            moveAside();
            replace(found);
        }
        return found.size();
    }

    private void replace(List<Entry> entries) {
        change(file -> {
            file.clear();
            for (Entry entry : entries) {
                file.put(entry);
            }
        });
    }

    private void moveAside() {
        String stamp = ".broken-" + Instant.now().toString().replaceAll("[^0-9]", "").substring(0, 14);
        try {
            for (String suffix : SUFFIXES) {
                Path part = results.resolve(FILE + suffix);
                if (Files.exists(part)) {
                    Files.move(part, results.resolve(FILE + stamp + suffix), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Path file() {
        return results.resolve(FILE);
    }

    private interface Use<T> {
        T of(CatalogueFile file) throws SQLException;
    }

    private interface Change {
        void make(CatalogueFile file) throws SQLException;
    }

    private void change(Change change) {
        with(file -> {
            file.begin();
            change.make(file);
            file.commit();
            return file;
        });
    }

    private <T> T with(Use<T> use) {
        try {
            Files.createDirectories(results);
        } catch (IOException e) {
            throw failure(e);
        }
        try (var file = new CatalogueFile(file())) {
            return use.of(file);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private CatalogueException failure(Exception e) {
        String why = String.valueOf(e.getMessage()).strip();
        return new CatalogueException("The catalogue " + file() + " cannot be used (" + why
                + "); runs do not need it, and `tailrace runs reindex` makes it again from their folders", e);
    }
}
