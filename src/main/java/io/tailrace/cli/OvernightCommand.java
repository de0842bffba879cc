package io.tailrace.cli;

import io.tailrace.batch.Batch;
import io.tailrace.batch.Budget;
import io.tailrace.batch.Job;
import io.tailrace.batch.Overnight;
import io.tailrace.catalogue.Catalogue;
import io.tailrace.report.NightRecord;
import io.tailrace.scenario.TimeLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `overnight`: a batch within a deadline or a budget of processor time.
@Command(
        name = "overnight",
        description = {
            "Runs all jobs of a batch file within a deadline or a budget, giving paths to the job whose error they reduce",
            "most. Every job has a whole result at any time; in the morning there is a report. The same command goes on with",
            "a night that was killed.",
            "Errors count in each job's own targets (precision): 1 where a target just holds."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:some job failed; its last result stands", "2:your error; nothing was run",
            "3:our error",
            "4:a limit is breached, whatever else happened"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace overnight configs/overnight.yaml --until 06:00",
            "  tailrace overnight configs/overnight.yaml --cpu-budget 4h --log night.log"
        })
final class OvernightCommand implements Callable<Integer> {
    private static final int SOME_FAILED = 1;

    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BATCH", description = "Batch file, YAML or JSON.") private Path file;

    @ArgGroup(multiplicity = "1") private Limit limit;

    /// Exactly one of them.
    private static final class Limit {
        @Option(names = "--until", paramLabel = "HH:MM",
                description = "End at this time of day, today or tomorrow, by this machine's clock.") private String until;

        @Option(names = "--for", paramLabel = "TIME",
                description = "End after so long, such as 90min or 8h.") private String length;

        @Option(names = "--cpu-budget", paramLabel = "TIME",
                description = "End when this program has used so much processor time, all threads together.") private String cpu;
    }

    @Option(names = "--results", paramLabel = "DIR",
            description = "Folder in whose overnight every night gets a folder of its own; results by default.") private Path results =
                    Path.of("results");

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.") private boolean quiet;

    @Mixin private CheckpointOptions checkpoints;

    @Mixin private EventOptions events;

    @Mixin private SpeedOptions speed;

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        int workers = speed.threads();
        Duration interval = checkpoints.interval();
        Spending spending = spending(clock);
        Batch batch = Batch.load(file, workers).on(main.site());
        Overnight.obstacle(batch).ifPresent(text -> {
            throw new UserException(text);
        });
        var console = new Console(main.terminal(), quiet, events.drawsBar());
        console.print(String.format(Locale.ROOT, "%s: %d jobs, %s, %s error as small as can be", batch.name(),
                batch.jobs().size(), spending.text, batch.objective()));
        var overnight = new Overnight(
                batch, results, spending, spending.text, interval, command(), clock, new Lines(console, spending));
        NightRecord night = overnight.run();
        console.print("");
        console.print(NightTable.lines(night));
        console.print("Report in " + overnight.folder().resolve("report.html") + " and report.md");
        RunsPage.refresh(Catalogue.in(results), console);
        return code(night);
    }

    private static int code(NightRecord night) {
        if (night.jobs().stream().anyMatch(NightRecord.Entry::breached)) {
            return Main.BREACH;
        }
        return night.jobs().stream().anyMatch(NightRecord.Entry::failed) ? SOME_FAILED : 0;
    }

    private Spending spending(InstantSource clock) {
        double begin = clock.millis() / 1000.0;
        if (limit.until != null) {
            ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
            ZonedDateTime end = next(limit.until, now);
            return new Spending("until " + end.truncatedTo(ChronoUnit.MINUTES).toLocalDateTime(),
                    Duration.between(now, end).toMillis() / 1000.0, () -> clock.millis() / 1000.0 - begin);
        }
        if (limit.length != null) {
            double seconds = seconds("--for", limit.length);
            return new Spending("for " + Durations.text(seconds), seconds, () -> clock.millis() / 1000.0 - begin);
        }
        double seconds = seconds("--cpu-budget", limit.cpu);
        double before = main.site().processorSeconds();
        return new Spending(Durations.text(seconds) + " of processor time", seconds,
                () -> main.site().processorSeconds() - before);
    }

    /// The next time that a clock on the wall shows this.
    static ZonedDateTime next(String time, ZonedDateTime now) {
        LocalTime wanted;
        try {
            wanted = LocalTime.parse(time.strip().length() == 4 ? "0" + time.strip() : time.strip());
        } catch (DateTimeException notATime) {
            throw new UserException("--until " + time + " is not a time of day such as 06:00");
        }
        ZonedDateTime today = now.with(wanted);
        return today.isAfter(now) ? today : now.plusDays(1).with(wanted);
    }

    private static double seconds(String option, String text) {
        return TimeLimit.read(text)
                .filter(time -> !time.isZero())
                .orElseThrow(() -> new UserException(option + " " + text + " is not a time such as 30s, 90min or 8h"))
                .toMillis() / 1000.0;
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /// Of a clock.
    private record Spending(String text, double total, DoubleSupplier clock) implements Budget {
        @Override
        public double used() {
            return clock.getAsDouble();
        }
    }

    /// A line for each growth.
    private record Lines(Console console, Budget budget) implements Overnight.Listener {
        @Override
        public void grew(Job job, long paths, double error) {
            double left = Math.max(0, budget.left());
            console.print(String.format(Locale.ROOT, "%9s left  %s: %,d paths, error %.2g times what was asked",
                    Durations.text(left), job.name(), paths, error));
            var fields = new LinkedHashMap<String, Object>();
            fields.put("job", job.name());
            fields.put("paths", paths);
            fields.put("relativeError", error);
            fields.put("secondsLeft", Math.round(left));
            console.events().tell("grew", fields);
        }

        @Override
        public void failed(Job job, String why) {
            console.print(job.name() + ": FAILED: " + why);
            console.events().error(job.name() + ": " + why);
        }

        @Override
        public void note(String text) { console.note(text); }
    }
}
