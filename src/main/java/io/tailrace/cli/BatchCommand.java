package io.tailrace.cli;

import io.tailrace.batch.Batch;
import io.tailrace.batch.BatchRunner;
import io.tailrace.batch.Forecaster;
import io.tailrace.batch.Job;
import io.tailrace.batch.JobOutcome;
import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.FolderLock;
import io.tailrace.engine.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `batch`: many runs from one file.
@Command(
        name = "batch",
        description = {
            "Does the runs of a batch file: scenarios × stresses × settings × seeds, each with its own goal.",
            "A job that fails does not stop the others. One whose result is there is not run again, and one that was",
            "interrupted goes on from its checkpoint: after a crash, the same command does what is left."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every job has its result", "1:some job failed; the others have their results",
            "2:your error; nothing was run", "3:our error",
            "4:a limit is breached, by a new result or an older one that was reused, whatever else happened"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace batch configs/nightly.yaml --dry-run",
            "  tailrace batch configs/nightly.yaml",
            "  tailrace batch configs/nightly.yaml --threads 4"
        })
final class BatchCommand implements Callable<Integer> {
    private static final int SOME_FAILED = 1;

    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BATCH", description = "Batch file, YAML or JSON.") private Path file;

    @Option(names = "--results", paramLabel = "DIR",
            description = "Folder in whose runs every job gets a folder of its own; results by default.") private Path results =
                    Path.of("results");

    @Option(names = "--dry-run",
            description = "Only list the jobs, with the time, memory and disk that they are expected to take.") private boolean dryRun;

    @Option(names = "--fresh",
            description = "Run every job from its beginning, although its result, or a checkpoint of it, is there.") private boolean fresh;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.") private boolean quiet;

    @Mixin private CheckpointOptions checkpoints;

    @Mixin private EventOptions events;

    @Mixin private SpeedOptions speed;

    @Override
    public Integer call() {
        int workers = speed.threads();
        Duration interval = checkpoints.interval();
        Batch batch = Batch.load(file, workers).on(main.site());
        var console = new Console(main.terminal(), quiet, events.drawsBar());
        if (dryRun) {
            console.print(heading(batch));
            console.print(forecast(batch, console));
            return 0;
        }
        try (FolderLock _ = lock()) {
            console.print(heading(batch));
            long begin = System.nanoTime();
            List<JobOutcome> outcomes =
                    new BatchRunner(results, fresh, interval, command(), new Lines(batch, console))
                            .run(batch, main.site().runsAtOnce());
            console.print("");
            console.print(BatchTable.lines(outcomes, (System.nanoTime() - begin) / 1e9));
            RunsPage.refresh(Catalogue.in(results), console);
            return code(outcomes);
        } catch (IOException e) {
            throw new UserException(results + " cannot be used: " + e.getMessage());
        }
    }

    private static int code(List<JobOutcome> outcomes) {
        if (outcomes.stream().anyMatch(JobOutcome::breached)) {
            return Main.BREACH;
        }
        return outcomes.stream().anyMatch(JobOutcome::failed) ? SOME_FAILED : 0;
    }

    private List<String> forecast(Batch batch, Console console) {
        try (RunProgress progress = console.progress()) {
            return ForecastTable.lines(
                    new Forecaster(Catalogue.in(results), fresh, progress, console::note).of(batch));
        }
    }

    /// Two batches at once would halve each other's speed and do each other's jobs again.
    private FolderLock lock() throws IOException {
        return BatchRunner.lock(results)
                .orElseThrow(() -> new UserException("Another batch is at work in " + results
                        + ": wait for it, or give another --results"));
    }

    private static String heading(Batch batch) {
        String title = batch.title().isEmpty() ? "" : ": " + batch.title();
        String repeated = batch.repeated() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d more asked for twice",
                        batch.repeated());
        return batch.name() + title + String.format(Locale.ROOT, " (%,d %s%s)", batch.jobs().size(),
                batch.jobs().size() == 1 ? "job" : "jobs", repeated);
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /// A line for each job when it is done, and a progress line while it runs.
    private static final class Lines implements BatchRunner.Listener {
        private final Batch batch;
        private final Console console;
        private final Set<String> told = new HashSet<>();
        private final IdentityHashMap<Job, RunProgress> running = new IdentityHashMap<>();

        Lines(Batch batch, Console console) {
            this.batch = batch;
            this.console = console;
        }

        /// Of jobs that go on side by side, the first has the progress line.
        @Override
        public synchronized Progress begins(Job job) {
            RunProgress progress = console.progress(job.simulation(), running.isEmpty());
            running.put(job, progress);
            return progress;
        }

        @Override
        public synchronized void note(String text) {
            if (told.add(text)) {
                console.note(text);
            }
        }

        @Override
        public synchronized void ended(JobOutcome outcome) {
            Optional.ofNullable(running.remove(outcome.job())).ifPresent(RunProgress::close);
            running.values().forEach(RunProgress::clear);
            int width = Integer.toString(batch.jobs().size()).length();
            console.print(String.format(Locale.ROOT, "%" + width + "d of %d  %s", outcome.job().number(),
                    batch.jobs().size(), BatchTable.line(outcome)));
            var fields = new LinkedHashMap<String, Object>();
            fields.put("job", outcome.job().name());
            fields.put("state", BatchTable.state(outcome));
            fields.put("folder", outcome.folder().map(Path::toString).orElse(""));
            fields.put("paths", outcome.paths());
            fields.put("breaches", outcome.breaches());
            console.events().tell("result", fields);
        }
    }
}
