package io.tailrace.batch;

import io.tailrace.analysis.LimitCheck;
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
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A job of a batch that grows, with its result folder.
final class OvernightJob implements NightJob {
    /// Stands for an error that is not known.
    private static final double UNKNOWN = 1e6;

    private final Job job;
    private final Path folder;
    private final List<String> command;
    private final InstantSource clock;
    private final Progress progress;
    private final GrowingRun run;
    private final Instant started;
    private Duration wall = Duration.ZERO;
    private List<LimitCheck> limits = List.of();

    OvernightJob(Job job, Path folder, List<String> command, InstantSource clock, Progress progress) {
        this.job = job;
        this.folder = folder;
        this.command = command;
        this.clock = clock;
        this.progress = progress;
        run = new GrowingRun(job.simulation());
        started = clock.instant();
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
        Instant begin = clock.instant();
        run.growTo(paths, timeIsUp, progress);
        wall = wall.plus(Duration.between(begin, clock.instant()));
    }

    @Override
    public void write() throws IOException {
        Findings findings = Findings.of(job.scenario(), job.sets(), run.result());
        var manifest = new Manifest(command, run.simulation().threads(), started, wall);
        ResultFolder.write(folder, Files.exists(folder), findings, manifest);
        limits = findings.limits();
    }

    /// The reports that its scenario asks for, once it grows no more.
    void report() throws IOException {
        if (Files.exists(folder)) {
            CommitteeReport.write(folder, CommitteeReport.Format.of(job.scenario().scenario()));
        }
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
