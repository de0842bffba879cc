package io.tailrace.batch;

import io.tailrace.analysis.Study;
import io.tailrace.analysis.Waterfall;
import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunStoppedException;
import io.tailrace.report.NightRecord;
import io.tailrace.report.NightRecord.Change;
import io.tailrace.report.NightRecord.Explanation;
import io.tailrace.report.StoredResult;
import io.tailrace.report.committee.MorningReport;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A batch within a budget: pilots, what changed since the night before, growth by [Night], a report for the morning.
///
/// Every night has a folder by its time below the batch's, and in it one folder for each job, a whole result from its
/// pilot on; `overnight.json` and the report are written after the pilots and again at the end. The state of each job is
/// kept beside its result, and the same command goes on with a night that was killed.
public final class Overnight {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /// A waterfall's scenarios each run so many: effects to a few per cent, in seconds.
    private static final int WATERFALL_PATHS = 1 << 14;
    /// A night that was killed is gone on with for so long.
    private static final Duration LONGEST_NIGHT = Duration.ofHours(12);

    private final Batch batch;
    private final Path results;
    private final Duration interval;
    private final List<String> command;
    private final Path folder;
    private final Budget budget;
    private final String budgetText;
    private final InstantSource clock;
    private final Listener listener;
    private final Instant started;
    private final List<OvernightJob> jobs = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;
    private final Map<OvernightJob, Change> changes = new LinkedHashMap<>();

    /// Hears how the night goes.
    public interface Listener {
        /// @param error relative to what was asked for
        void grew(Job job, long paths, double error);

        void failed(Job job, String why);

        /// Something that is not as it should be and does not end the night.
        void note(String text);
    }

    /// @param results folder that holds the folder `overnight`
    /// @param budgetText in words
    /// @param interval between two checkpoints of the job that grows
    /// @param command arguments of the command line, for the manifests
    public Overnight(
            Batch batch, Path results, Budget budget, String budgetText, Duration interval, List<String> command,
            InstantSource clock, Listener listener) {
        this.batch = batch;
        this.results = results;
        this.budget = budget;
        this.budgetText = budgetText;
        this.interval = interval;
        this.command = List.copyOf(command);
        this.clock = clock;
        this.listener = listener;
        started = clock.instant();
        Path nights = results.resolve("overnight").resolve(batch.name().replaceAll("[^A-Za-z0-9_-]+", "-"));
        folder = killed(nights).orElse(nights.resolve(STAMP.format(started)));
    }

    /// The latest night of the same batch that was killed and may be gone on with.
    private Optional<Path> killed(Path nights) {
        String earliest = STAMP.format(started.minus(LONGEST_NIGHT));
        return folders(nights).stream()
                .filter(night -> night.getFileName().toString().compareTo(earliest) > 0)
                .filter(night -> batch.jobs().stream()
                        .anyMatch(job -> RunRecord.unfinished(night, job.request()).isPresent()))
                .max(Comparator.comparing(night -> night.getFileName().toString()));
    }

    private static List<Path> folders(Path nights) {
        if (!Files.isDirectory(nights)) {
            return List.of();
        }
        try (var folders = Files.list(nights)) {
            return folders.toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Why a batch cannot be run overnight; empty if it can.
    public static Optional<String> obstacle(Batch batch) {
        String aimless = batch.jobs().stream()
                .filter(job -> !job.precision().mayStop())
                .map(Job::name)
                .collect(Collectors.joining("; "));
        if (!aimless.isEmpty()) {
            return Optional.of("overnight shares out paths by how far each run is from its targets: give the group of "
                    + aimless + " a precision in place of paths");
        }
        long needed = batch.jobs().stream().mapToLong(job -> HeapNeed.bytes(job.simulation())).sum();
        long available = Runtime.getRuntime().maxMemory();
        return needed <= available
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "All jobs grow side by side and need about %,d MB; Java may use %,d MB: record fewer quantities"
                                + " (outputs.quarterly), or give it more, such as TAILRACE_JAVA_OPTS=-Xmx%dg",
                        needed >> 20,
                        available >> 20,
                        (needed >> 30) + 1));
    }

    /// Of this night's results and report.
    public Path folder() {
        return folder;
    }

    /// The whole night; its last report is what it returns.
    ///
    /// @throws RunStoppedException when the process was asked to end and all jobs are kept
    public NightRecord run() throws IOException {
        try (var _ = new StopHook(this::stop)) {
            begin();
            return toItsEnd();
        } catch (RunStoppedException stopped) {
            listener.note("stopped; all jobs are kept: the same command goes on with this night");
            throw stopped;
        } finally {
            jobs.forEach(OvernightJob::close);
        }
    }

    private void stop() {
        stopping = true;
        jobs.forEach(OvernightJob::stop);
    }

    private void begin() throws IOException {
        Catalogue catalogue = Catalogue.in(results);
        for (Job job : batch.jobs()) {
            Path place = folder.resolve(String.format(Locale.ROOT, "%03d-%s", job.number(), job.plainName()));
            jobs.add(OvernightJob.begin(
                    job, place, catalogue, interval, command, started, Progress.NONE, listener::note));
        }
        if (stopping) {
            stop();
        }
        long kept = jobs.stream().mapToLong(OvernightJob::paths).sum();
        if (kept > 0) {
            listener.note(String.format(
                    Locale.ROOT, "going on with the night of %s, of which %,d paths were kept", folder.getFileName(),
                    kept));
        }
    }

    private NightRecord toItsEnd() throws IOException {
        var night = new Night<>(jobs, batch.objective(), budget, new Night.Listener<OvernightJob>() {
            @Override
            public void grew(OvernightJob job) { listener.grew(job.job(), job.paths(), job.error()); }

            @Override
            public void failed(OvernightJob job, String why) { listener.failed(job.job(), why); }
        });
        Optional<Path> before = nightBefore();
        night.pilot();
        before.ifPresent(this::compare);
        report(night);
        night.run();
        NightRecord record = report(night);
        for (OvernightJob job : jobs) {
            job.end(night.failures().getOrDefault(job, ""));
        }
        return record;
    }

    private NightRecord report(Night<OvernightJob> night) throws IOException {
        var record = new NightRecord(
                batch.name(), batch.title(), budgetText, batch.objective().name(), started, clock.instant(),
                jobs.stream()
                        .map(job -> job.entry(
                                night.failures().getOrDefault(job, ""), Optional.ofNullable(changes.get(job))))
                        .toList());
        record.write(folder);
        MorningReport.write(folder);
        return record;
    }

    /// The latest other one that has a report.
    private Optional<Path> nightBefore() {
        return folders(folder.getParent()).stream()
                .filter(night -> !night.equals(folder) && Files.isRegularFile(night.resolve(NightRecord.FILE)))
                .max(Comparator.comparing(night -> night.getFileName().toString()));
    }

    private void compare(Path before) {
        for (OvernightJob job : jobs) {
            try {
                NightRecord.before(before, job.name()).ifPresent(then -> changes.put(job, then));
                if (changes.containsKey(job)) {
                    explain(job, before);
                }
            } catch (IOException | InvalidScenarioException e) {
                listener.note("No comparison of " + job.name() + " with the night before: " + e.getMessage());
            }
        }
    }

    /// The waterfall from last night's assumptions to tonight's, where they differ.
    private void explain(OvernightJob job, Path before) throws IOException {
        Optional<Path> result = resultOf(job, before);
        Optional<StoredResult> stored = result.isEmpty() ? Optional.empty() : StoredResult.read(result.get());
        if (stored.isEmpty()) {
            return;
        }
        LoadedScenario then = Study.loader().parse(
                stored.get().scenarioText(), result.get().resolve("manifest.json").toString(), List.of(),
                ScenarioLoader.Options.STRICT);
        if (Waterfall.groups(then, job.job().scenario()) == 0) {
            return;
        }
        var size = new Study.Size(job.job().seed(), WATERFALL_PATHS, job.job().simulation().threads());
        Waterfall waterfall = Waterfall.of(then, job.job().scenario(), size, Progress.NONE);
        Change change = changes.get(job);
        var why = new Explanation(waterfall, then.sha256(), job.job().scenario().sha256());
        changes.put(job, new Change(change.since(), change.paths(), change.before(), Optional.of(why)));
    }

    /// Numbers of jobs may have changed since, their names tell them apart.
    private static Optional<Path> resultOf(OvernightJob job, Path before) throws IOException {
        try (var folders = Files.list(before)) {
            return folders.filter(folder -> folder.getFileName().toString()
                    .matches("\\d+-\\Q" + job.job().plainName() + "\\E")).findFirst();
        }
    }
}
