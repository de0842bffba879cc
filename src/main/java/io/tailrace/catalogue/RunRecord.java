package io.tailrace.catalogue;

import io.tailrace.catalogue.Entry.State;
import io.tailrace.report.Build;
import io.tailrace.report.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// One run as folders and catalogue know it, from its first block to its result.
///
/// The folders come first and must be writable; the catalogue follows if it can, and what it cannot is told to `notes`.
public final class RunRecord implements AutoCloseable {
    private final Path result;
    private final WorkFolder work;
    private final Optional<Catalogue> catalogue;
    private final Consumer<String> notes;
    private final CompletableFuture<Void> entered;
    private Entry entry;
    private boolean ended;

    private RunRecord(
            Path result, WorkFolder work, Optional<Catalogue> catalogue, Entry entry, Consumer<String> notes) {
        this.result = result;
        this.work = work;
        this.catalogue = catalogue;
        this.entry = entry;
        this.notes = notes;
        // Opening the catalogue takes a good part of a second, which the first paths need not wait for.
        entered = CompletableFuture.runAsync(() -> catalogue.ifPresent(into -> into.enter(entry)));
    }

    /// Takes the place of `result` for a run that begins now; empty where another run is at it.
    ///
    /// @param notes hears what the catalogue could not do
    public static Optional<RunRecord> begin(
            Path result,
            Optional<Catalogue> catalogue,
            Request request,
            int threads,
            Instant started,
            Consumer<String> notes)
            throws IOException {
        Path folder = result.toAbsolutePath().normalize();
        Optional<WorkFolder> work = WorkFolder.take(folder);
        if (work.isEmpty()) {
            return Optional.empty();
        }
        Manifest.Version version = Manifest.Version.ofThisProgram();
        var maker = new Entry.Maker(version.tailrace(), version.commit(), Build.id(), Manifest.machine(), threads);
        String name = catalogue.map(of -> of.name(folder)).orElse(folder.getFileName().toString());
        var entry =
                new Entry(name, State.RUNNING, request, maker, started.truncatedTo(ChronoUnit.SECONDS), 0, 0, "", "",
                        List.of(), "");
        work.get().write(entry);
        return Optional.of(new RunRecord(folder, work.get(), catalogue, entry, notes));
    }

    /// Waits until the catalogue knows that the run has begun.
    void awaitEntered() {
        entered.join();
    }

    /// What the run is, as its checkpoint tells it.
    public SequencedMap<String, String> identity() {
        return entry.request().identity(entry.maker().build());
    }

    /// The place of an unfinished run of the same request and program in a folder of runs, which nobody is at; that of the
    /// newest, if there are several.
    public static Optional<Path> unfinished(Path runs, Request request) {
        String wanted = request.sha256(Build.id());
        return WorkFolder.resultsIn(runs).stream()
                .filter(result -> !WorkFolder.isHeld(result) && WorkFolder.hasCheckpoint(result))
                .filter(result -> WorkFolder.read(result)
                        .map(entry -> entry.requestSha256().equals(wanted))
                        .orElse(false))
                .reduce((_, newer) -> newer);
    }

    /// Where the run's checkpoint is kept.
    public Path checkpoint() {
        return work.checkpoint();
    }

    /// The result is written.
    public void done() {
        ended = true;
        FinishedRun.read(result, entry.folder()).ifPresent(this::enter);
        try {
            work.remove();
        } catch (IOException e) {
            notes.accept("the work folder of " + result + " could not be removed: " + e.getMessage());
        }
    }

    /// There is no result and will be none.
    public void failed(String why, Duration wall) {
        end(State.FAILED, entry.paths(), why, wall);
    }

    /// There is no result yet.
    ///
    /// @param paths in the last checkpoint
    public void interrupted(long paths, Duration wall) {
        end(State.INTERRUPTED, paths, "", wall);
    }

    /// What is said first counts.
    private void end(State state, long paths, String why, Duration wall) {
        if (ended) {
            return;
        }
        ended = true;
        entry = entry.with(state, wall.toMillis() / 1000.0, paths, why);
        try (work) {
            work.write(entry);
        } catch (IOException e) {
            notes.accept("what became of " + result + " could not be written down: " + e.getMessage());
        }
        enter(entry);
    }

    private void enter(Entry last) {
        try {
            entered.join();
            catalogue.ifPresent(into -> into.put(last));
        } catch (CatalogueException e) {
            notes.accept(e.getMessage());
        } catch (CompletionException e) {
            notes.accept(e.getCause().getMessage());
        }
    }

    /// Lets go of the place of a run that has said nothing of its end: it counts as interrupted.
    @Override
    public void close() {
        if (!ended) {
            interrupted(entry.paths(), Duration.ZERO);
        }
    }
}
