package io.tailrace.batch;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Shelf;
import io.tailrace.analysis.Study;
import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import io.tailrace.catalogue.Entry;
import io.tailrace.catalogue.FolderLock;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunStoppedException;
import io.tailrace.report.Build;
import io.tailrace.report.Findings;
import io.tailrace.report.LimitText;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import io.tailrace.report.committee.CommitteeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the jobs of a batch; one that fails does not stop the others.
///
/// On this machine one after the other: each job has all threads, so that its result is there soonest, and the heap
/// holds one summary at a time. On a cluster several go on side by side, so that one that waits leaves nothing idle.
public final class BatchRunner {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final int MOST_STUDY_PATHS = 1_000_000;

    private final Path runs;
    private final Catalogue catalogue;
    private final boolean fresh;
    private final Duration interval;
    private final List<String> command;
    private final Listener listener;

    /// Hears how a batch goes, from several jobs at once if they go on side by side.
    public interface Listener {
        /// Returns what hears how the job goes.
        Progress begins(Job job);

        void ended(JobOutcome outcome);

        /// Something that stops nothing.
        void note(String text);
    }

    /// @param results folder in whose `runs` every result gets a folder of its own
    /// @param fresh whether every job is run from its beginning although its result or a checkpoint may be there
    /// @param interval between two checkpoints of a job
    /// @param command arguments of the command line, for the manifests
    public BatchRunner(
            Path results, boolean fresh, Duration interval, List<String> command, Listener listener) {
        runs = results.resolve("runs");
        catalogue = Catalogue.in(results);
        this.fresh = fresh;
        this.interval = interval;
        this.command = List.copyOf(command);
        this.listener = listener;
    }

    /// For one batch at a time in a results folder; empty while another one is at work there.
    public static Optional<FolderLock> lock(Path results) throws IOException {
        return FolderLock.take(Files.createDirectories(results).resolve(".batch.lock"));
    }

    /// In the batch's order.
    ///
    /// @param atOnce jobs that go on side by side
    public List<JobOutcome> run(Batch batch, int atOnce) {
        ExecutorService pool =
                Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().name("job-", 0).factory());
        try {
            List<Future<JobOutcome>> jobs = batch.jobs().stream().map(job -> pool.submit(() -> run(job))).toList();
            var outcomes = new ArrayList<JobOutcome>();
            for (Future<JobOutcome> job : jobs) {
                outcomes.add(job.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the batch was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private JobOutcome run(Job job) {
        JobOutcome outcome = reused(job).orElseGet(() -> outcome(job));
        listener.ended(outcome);
        return outcome;
    }

    /// What the catalogue has of this very job, made by this very program.
    private Optional<JobOutcome> reused(Job job) {
        if (fresh || !catalogue.exists()) {
            return Optional.empty();
        }
        try {
            Optional<Entry> entry = catalogue.finished(job.request().sha256(Build.id()));
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            Path folder = runs.getParent().resolve(entry.get().folder());
            return Optional.of(JobOutcome.reused(job, folder, entry.get(), LimitText.breaches(folder)));
        } catch (CatalogueException e) {
            listener.note(e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            listener.note("the result of " + job.name() + " cannot be read and is made again: " + e);
            return Optional.empty();
        }
    }

    private JobOutcome outcome(Job job) {
        Progress progress = listener.begins(job);
        long begin = System.nanoTime();
        try {
            return recorded(job, begin, progress);
        } catch (RunStoppedException stopped) {
            throw stopped;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return JobOutcome.failed(job, since(begin), why(e));
        }
    }

    /// What our own exceptions say is clear; of others the kind is told as well.
    static String why(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first instanceof IllegalStateException ? first.getMessage() : first.toString();
    }

    private JobOutcome recorded(Job job, long begin, Progress progress) throws IOException {
        Instant started = Instant.now();
        Path named = runs.resolve(job.plainName() + "-" + STAMP.format(started));
        Path folder = fresh ? named : RunRecord.unfinished(runs, job.request()).orElse(named);
        RunRecord taken = RunRecord.begin(folder, Optional.of(catalogue), job.request(), job.simulation().threads(),
                started, listener::note)
                .orElseThrow(() -> new IllegalStateException("another run is at work on " + folder));
        try (RunRecord record = taken) {
            try {
                JobOutcome outcome = done(job, record, folder, started, progress);
                record.done();
                return outcome;
            } catch (RunStoppedException stopped) {
                throw stopped;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                record.failed(why(e), since(begin));
                throw e;
            }
        }
    }

    private JobOutcome done(Job job, RunRecord record, Path folder, Instant started, Progress progress)
            throws IOException {
        HeapNeed.obstacle(job.simulation()).ifPresent(text -> {
            throw new IllegalStateException(text);
        });
        KeptRun kept = KeptRun.of(job.simulation(), job.precision(), record, interval,
                fresh ? KeptRun.Earlier.DROP : KeptRun.Earlier.RESUME_IF_SOUND, progress, listener::note,
                "the same command goes on from there");
        Findings findings = analysed(job, Findings.of(job.scenario(), job.sets(), kept.run()));
        ResultFolder.write(
                folder, false, findings, new Manifest(command, job.simulation().threads(), started, kept.wall()));
        report(job, folder);
        return JobOutcome.done(job, folder, findings, kept.wall());
    }

    /// What the scenario asks for; the result stands without it.
    private void report(Job job, Path folder) {
        try {
            CommitteeReport.write(folder, CommitteeReport.Format.of(job.scenario().scenario()));
        } catch (IOException e) {
            listener.note("The result in " + folder + " has no report: " + e.getMessage());
        }
    }

    /// With the analyses that the scenario asks for, as `run` does them.
    private static Findings analysed(Job job, Findings findings) {
        List<String> asked = findings.scenario().scenario().analyses();
        if (asked.isEmpty()) {
            return findings;
        }
        List<AnalysisKind> kinds = asked.stream().map(name -> AnalysisKind.named(name).orElseThrow()).toList();
        int paths = (int) Math.min(findings.run().paths(), MOST_STUDY_PATHS);
        var size = new Study.Size(job.seed(), paths, job.simulation().threads());
        var study = new Study(job.scenario(), size, Shelf.in(job.file().toAbsolutePath().getParent()),
                Study.Listener.NONE);
        return findings.with(Analyses.of(study, kinds, (_, _) -> {}));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
