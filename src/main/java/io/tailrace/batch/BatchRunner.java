package io.tailrace.batch;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Shelf;
import io.tailrace.analysis.Study;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Does the jobs of a batch one after the other; one that fails does not stop the others.
///
/// Why one after the other: each job has all threads, so that its result is there soonest, and the heap holds one
/// summary at a time.
public final class BatchRunner {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final int MOST_STUDY_PATHS = 1_000_000;

    private final Path runs;
    private final List<String> command;
    private final Listener listener;

    /// Hears how a batch goes.
    public interface Listener {
        void begins(Job job);

        /// Of the job that has begun.
        Progress progress();

        void ended(JobOutcome outcome);
    }

    /// @param runs folder in which every result gets one of its own
    /// @param command arguments of the command line, for the manifests
    public BatchRunner(Path runs, List<String> command, Listener listener) {
        this.runs = runs;
        this.command = List.copyOf(command);
        this.listener = listener;
    }

    /// In the batch's order.
    public List<JobOutcome> run(Batch batch) {
        var outcomes = new ArrayList<JobOutcome>();
        for (Job job : batch.jobs()) {
            listener.begins(job);
            JobOutcome outcome = outcome(job);
            outcomes.add(outcome);
            listener.ended(outcome);
        }
        return outcomes;
    }

    private JobOutcome outcome(Job job) {
        long begin = System.nanoTime();
        try {
            return done(job, begin);
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

    private JobOutcome done(Job job, long begin) throws IOException {
        Instant started = Instant.now();
        HeapNeed.obstacle(job.simulation()).ifPresent(text -> {
            throw new IllegalStateException(text);
        });
        Path folder = runs.resolve(job.plainName() + "-" + STAMP.format(started));
        RunResult run = RunResult.of(job.simulation(), job.precision(), listener.progress());
        Duration wall = since(begin);
        Findings findings = analysed(job, Findings.of(job.scenario(), job.sets(), run));
        ResultFolder.write(
                folder, false, findings, new Manifest(command, job.simulation().threads(), started, wall));
        return JobOutcome.done(job, folder, run, since(begin));
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
