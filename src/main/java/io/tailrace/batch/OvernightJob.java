package io.tailrace.batch;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.CheckpointFile;
import io.tailrace.engine.Convergence;
import io.tailrace.engine.GrowingRun;
import io.tailrace.engine.Progress;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.NightRecord;
import io.tailrace.report.NightRecord.Reached;
import io.tailrace.report.ResultFolder;
import io.tailrace.report.committee.CommitteeReport;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A job of a batch that grows, with its result folder, its checkpoint and its entry in the catalogue.
final class OvernightJob implements NightJob, AutoCloseable {
    /// Stands for an error that is not known.
    private static final double UNKNOWN = 1e6;

    private final Job job;
    private final Path folder;
    private final List<String> command;
    private final Progress progress;
    private final RunRecord record;
    private final CheckpointFile checkpoints;
    private final GrowingRun run;
    private final Instant started;
    private List<LimitCheck> limits = List.of();

    private OvernightJob(
            Job job, Path folder, List<String> command, Progress progress, RunRecord record, CheckpointFile checkpoints,
            Instant started) {
        this.job = job;
        this.folder = folder;
        this.command = command;
        this.progress = progress;
        this.record = record;
        this.checkpoints = checkpoints;
        this.started = started;
        run = new GrowingRun(job.simulation(), checkpoints);
    }

    /// Takes the folder for a job that begins, or goes on from the checkpoint of a process that was killed.
    ///
    /// @param interval between two checkpoints
    /// @param notes hears what could not be kept
    static OvernightJob begin(
            Job job, Path folder, Catalogue catalogue, Duration interval, List<String> command, Instant started,
            Progress progress, Consumer<String> notes)
            throws IOException {
        RunRecord record = RunRecord.begin(
                folder, Optional.of(catalogue), job.request(), job.simulation().threads(), started, notes)
                .orElseThrow(() -> new IOException("another night is at work on " + folder));
        var checkpoints = new CheckpointFile(record.checkpoint(), record.identity(), interval, notes);
        KeptRun.resumed(checkpoints, KeptRun.Earlier.RESUME_IF_SOUND, notes);
        return new OvernightJob(job, folder, command, progress, record, checkpoints, started);
    }

    /// Grows no more, and keeps its state as soon as it can.
    void stop() {
        checkpoints.stop();
    }

    /// The night is over: what stands is the job's result, with the reports that its scenario asks for.
    ///
    /// @param failure why it has none; of no interest where it has one
    void end(String failure) throws IOException {
        if (Files.exists(folder)) {
            CommitteeReport.write(folder, CommitteeReport.Format.of(job.scenario().scenario()));
            record.done();
        } else {
            record.failed(failure, run.wall());
            Files.deleteIfExists(record.checkpoint());
        }
    }

    /// Lets go of the folder; a job that has not ended can be gone on with.
    @Override
    public void close() {
        record.interrupted(paths(), run.wall());
    }

    Job job() {
        return job;
    }

    @Override
    public String name() {
        return job.name();
    }

    @Override
    public long paths() {
        return run.paths();
    }

    @Override
    public long most() {
        return job.limit();
    }

    @Override
    public double error() {
        double worst = targets().stream().mapToDouble(Reached::relative).max().orElse(UNKNOWN);
        return Double.isFinite(worst) ? worst : UNKNOWN;
    }

    @Override
    public void growTo(long paths, BooleanSupplier timeIsUp) {
        run.growTo(paths, timeIsUp, progress);
    }

    @Override
    public void write() throws IOException {
        run.keep();
        Findings findings = Findings.of(job.scenario(), job.sets(), run.result());
        var manifest = new Manifest(command, run.simulation().threads(), started, run.wall());
        ResultFolder.write(folder, Files.exists(folder), findings, manifest);
        limits = findings.limits();
    }

    /// What the night says of it.
    NightRecord.Entry entry(String failure, Optional<NightRecord.Change> change) {
        var headline = new LinkedHashMap<Measure, Estimate>();
        if (paths() > 0) {
            Convergence.HEADLINE.forEach(measure -> headline.put(measure, run.read(measure).estimate()));
        }
        Map<Measure, Estimate> numbers = headline;
        return new NightRecord.Entry(
                name(), folder.getFileName().toString(), paths(), failure, targets(), numbers, limits, change);
    }

    private List<Reached> targets() {
        return paths() == 0
                ? List.of()
                : job.precision().targets().stream()
                        .map(target -> new Reached(target, run.read(target.measure())))
                        .toList();
    }
}
