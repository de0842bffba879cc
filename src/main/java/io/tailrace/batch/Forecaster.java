package io.tailrace.batch;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import io.tailrace.catalogue.Entry;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Recording;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.report.Build;
import io.tailrace.report.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Says before a batch what its jobs will take: from the catalogue's runs on this machine, or from a short pilot run.
///
/// Error: about a third, more where other work comes and goes on the same processors. The virtual machine compiles
/// once in a batch and not once a job, so many small jobs take less than their sum.
public final class Forecaster {
    /// Of a result: what a column takes in `summary.json` and the tables, and what does not depend on columns. Measured
    /// on the main scenario: 4.2 MB for 1,209 columns.
    private static final long DISK_BYTES_PER_COLUMN = 3_300;
    private static final long DISK_BYTES = 200_000;

    /// Smaller runs mostly tell how long the virtual machine takes to start.
    private static final long FEWEST_PATHS = 50_000;

    private final List<Entry> entries;
    private final boolean fresh;
    private final Progress progress;
    private final Map<String, Pilot> pilots = new HashMap<>();

    /// @param fresh whether results that are there count for nothing
    /// @param notes hears where the catalogue cannot be asked
    public Forecaster(Catalogue catalogue, boolean fresh, Progress progress, Consumer<String> notes) {
        entries = entries(catalogue, notes);
        this.fresh = fresh;
        this.progress = progress;
    }

    private static List<Entry> entries(Catalogue catalogue, Consumer<String> notes) {
        try {
            return catalogue.exists() ? catalogue.entries() : List.of();
        } catch (CatalogueException e) {
            notes.accept(e.getMessage());
            return List.of();
        }
    }

    /// Of every job, in the batch's order.
    public List<Forecast> of(Batch batch) {
        var forecasts = new ArrayList<Forecast>();
        batch.jobs().forEach(job -> forecasts.add(of(job)));
        return forecasts;
    }

    private Forecast of(Job job) {
        String request = job.request().sha256(Build.id());
        Optional<Entry> result = entries.stream()
                .filter(entry -> !fresh && entry.isRepeatable() && entry.requestSha256().equals(request))
                .findFirst();
        if (result.isPresent()) {
            return forecast(job, result.get().paths(), 0, Forecast.Basis.RESULT);
        }
        long paths = paths(job);
        Optional<Entry> like = like(job);
        double seconds = like.map(entry -> paths * entry.wallSeconds() / entry.paths())
                .orElseGet(() -> pilot(job).seconds(paths));
        return forecast(job, paths, seconds, like.isPresent() ? Forecast.Basis.HISTORY : Forecast.Basis.PILOT);
    }

    /// As many as the same job had with another build of the program, if it has targets.
    private long paths(Job job) {
        return entries.stream()
                .filter(entry -> entry.isRepeatable() && entry.request().sha256("").equals(job.request().sha256("")))
                .reduce((_, newer) -> newer)
                .map(Entry::paths)
                .orElse(job.limit());
    }

    /// The newest run of the same scenario, drawn alike, by as many threads of the same machine.
    private Optional<Entry> like(Job job) {
        String machine = Manifest.machine();
        String design = job.request().sampling().split(" ", 2)[0];
        return entries.stream()
                .filter(entry -> entry.state() == Entry.State.DONE && entry.paths() >= FEWEST_PATHS)
                .filter(entry -> entry.request().scenario().equals(job.request().scenario()))
                .filter(entry -> entry.request().sampling().split(" ", 2)[0].equals(design))
                .filter(entry -> entry.maker().machine().equals(machine)
                        && entry.maker().threads() == job.simulation().threads())
                .max(Comparator.comparing(Entry::started));
    }

    /// One for all jobs of as many columns and quarters that draw alike.
    private Pilot pilot(Job job) {
        boolean quasi = job.simulation().sampling() instanceof QuasiRandom;
        String shape = columns(job) + " " + job.simulation().plan().quarters() + " " + quasi + " "
                + job.simulation().kernel();
        return pilots.computeIfAbsent(shape, _ -> Pilot.of(job.simulation(), progress));
    }

    private static int columns(Job job) {
        return Recording.layout(job.simulation().plan()).columns().size();
    }

    private static Forecast forecast(Job job, long paths, double seconds, Forecast.Basis basis) {
        long disk = DISK_BYTES + DISK_BYTES_PER_COLUMN * columns(job);
        return new Forecast(job, paths, seconds, HeapNeed.bytes(job.simulation()), disk, basis);
    }
}
