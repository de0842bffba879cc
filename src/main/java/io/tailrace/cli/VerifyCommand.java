package io.tailrace.cli;

import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.report.Findings;
import io.tailrace.report.Manifest;
import io.tailrace.report.StoredResult;
import io.tailrace.report.Verification;
import io.tailrace.summary.BlockSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `verify`: is a result what its scenario and seed give.
@Command(
        name = "verify",
        description = {
            "Holds a result against the checksums in its manifest, runs its scenario again and compares every byte.",
            "Analyses are held against their checksums and not done again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:identical", "1:something differs; it is named", "2:your error", "3:our error"},
        footerHeading = "%nExamples:%n",
        footer = "  tailrace verify results/aws-bedrock")
final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERS = 1;

    @ParentCommand private Main main;

    @Parameters(index = "0", paramLabel = "RESULT", description = "Result folder.") private Path folder;

    @Mixin private EventOptions events;

    @Mixin private SpeedOptions speed;

    @Override
    public Integer call() {
        int workers = speed.threads();
        StoredRun stored = StoredRun.at(folder);
        var console = new Console(main.terminal(), false, events.drawsBar());
        try {
            List<String> written = Verification.ofFiles(folder, stored.result(), stored.loaded().sha256());
            Verification verification = Verification.of(folder, written, again(stored, workers, console));
            lines(stored, verification).forEach(console::print);
            return verification.isIdentical() ? 0 : DIFFERS;
        } catch (IOException e) {
            throw new UserException(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static Findings again(StoredRun stored, int threads, Console console) {
        StoredResult result = stored.result();
        long blocks = Math.ceilDiv(result.paths(), (long) BlockSummary.PATHS);
        var simulation = new Simulation(
                stored.plan(), result.sampling(), result.paths(), (int) Math.min(threads, blocks));
        Memory.require(simulation);
        long begin = System.nanoTime();
        RunResult run;
        try (RunProgress progress = console.progress(simulation)) {
            run = RunResult.of(simulation, progress);
        }
        console.print(String.format(
                Locale.ROOT, "%s: %,d paths with seed %d, run again in %s.", stored.plan().name(), result.paths(),
                result.seed(), Durations.text(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0)));
        return Findings.of(result.remembering(stored.loaded()), result.sets(), run);
    }

    private static List<String> lines(StoredRun stored, Verification verification) {
        var lines = new ArrayList<String>();
        if (verification.isIdentical()) {
            lines.add("Identical: "
                    + stored.result().sha256().keySet().stream().sorted().collect(Collectors.joining(", "))
                    + " have the checksums of the manifest, and the run gives the same bytes.");
            return lines;
        }
        lines.add("NOT identical.");
        verification.written().forEach(finding -> lines.add("  since it was written: " + finding));
        verification.differing().forEach(finding -> lines.add("  when run again: " + finding));
        Manifest.Version now = Manifest.Version.ofThisProgram();
        if (!now.equals(stored.result().version())) {
            lines.add("It was written by version " + text(stored.result().version()) + "; this is version " + text(now)
                    + ".");
        }
        return lines;
    }

    private static String text(Manifest.Version version) {
        return version.tailrace() + ", commit " + version.commit();
    }
}
