package io.tailrace.cli;

import io.tailrace.engine.PathSample;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.report.Verification;
import io.tailrace.report.export.ExportFolder;
import io.tailrace.report.export.ExportFolder.Format;
import io.tailrace.summary.BlockSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `export`: a result as tables for other programs.
@Command(
        name = "export",
        description = {
            "Writes a result as CSV or Parquet tables with a dictionary of their columns: every statistic by quarter and of",
            "the whole path, the counted distributions of the headline metrics, and the assumptions. For the distributions",
            "the run is made again from the manifest."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace export results/aws-bedrock --format parquet",
            "  tailrace export results/aws-bedrock --format parquet --paths 1%% --out /tmp/aws",
            "  tailrace export results/aws-bedrock --stored-only"
        })
final class ExportCommand implements Callable<Integer> {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @ParentCommand private Main main;

    @Parameters(index = "0", paramLabel = "RESULT", description = "Result folder.") private Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv",
            description = "csv or parquet; csv by default.") private Format format;

    @Option(names = "--paths", paramLabel = "SHARE",
            description = "Also so many of all paths, each with every metric: 1%% or 0.01. The same share is always the"
                    + " same paths.") private String paths;

    @Option(names = "--stored-only",
            description = "Leave out what needs the run to be made again.") private boolean storedOnly;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder of the export, which must not exist; RESULT-FORMAT by default.") private Path out;

    @Option(names = "--force", description = "Replace an older export in that folder.") private boolean force;

    @Mixin private SpeedOptions speed;

    @Override
    public Integer call() {
        OptionalDouble share = share();
        if (storedOnly && share.isPresent()) {
            throw new UserException("--paths needs the run to be made again, which --stored-only forbids");
        }
        int workers = speed.threads();
        Path target = out != null
                ? out
                : folder.resolveSibling(folder.toAbsolutePath().normalize().getFileName() + "-"
                        + format.name().toLowerCase(Locale.ROOT));
        StoredRun stored = StoredRun.at(folder);
        ExportFolder.obstacle(target, force).ifPresent(text -> {
            throw new UserException(text);
        });
        var console = new Console(main.terminal(), false);
        ExportFolder.Content content = content(stored, share, workers, console);
        try {
            List<String> files = ExportFolder.write(content, target, force, format);
            files.forEach(console::print);
        } catch (IOException e) {
            throw new UserException("No export: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        console.print("Export in " + target);
        return 0;
    }

    private ExportFolder.Content content(StoredRun stored, OptionalDouble share, int workers, Console console) {
        if (storedOnly) {
            return new ExportFolder.Content(folder, Optional.empty(), Optional.empty());
        }
        long paths = stored.result().paths();
        long blocks = Math.ceilDiv(paths, (long) BlockSummary.PATHS);
        var simulation = new Simulation(
                stored.plan(), stored.result().sampling(), paths, (int) Math.min(workers, blocks));
        Memory.require(simulation);
        share.ifPresent(part -> requireRoom(stored, part));
        RunResult again;
        try (RunProgress progress = console.progress()) {
            again = RunResult.of(simulation, progress);
        }
        requireSame(again);
        if (share.isEmpty()) {
            return new ExportFolder.Content(folder, Optional.of(again), Optional.empty());
        }
        try (RunProgress progress = console.progress()) {
            var sample = PathSample.of(simulation, share.getAsDouble(), progress);
            return new ExportFolder.Content(folder, Optional.of(again), Optional.of(sample));
        }
    }

    /// A distribution of another run beside the stored statistics would mislead.
    private void requireSame(RunResult again) {
        try {
            if (!Verification.isSummary(folder, again)) {
                throw new UserException(folder + " is not what its scenario gives today; `tailrace verify " + folder
                        + "` says where it differs, --stored-only exports what is stored");
            }
        } catch (IOException e) {
            throw new UserException(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static void requireRoom(StoredRun stored, double share) {
        double needed = PathSample.bytes(stored.result().paths(), share, stored.plan().metricKeys().size());
        double available = Runtime.getRuntime().maxMemory() / 2.0;
        if (needed > available) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "--paths: so many paths need about %,.0f MB, and there is room for %,.0f MB: ask for at"
                            + " most %.3g %%",
                    needed / 1e6, available / 1e6, 100 * share * available / needed));
        }
    }

    /// In (0, 1]; empty where no paths are asked for.
    private OptionalDouble share() {
        if (paths == null) {
            return OptionalDouble.empty();
        }
        try {
            BigDecimal share = paths.endsWith("%")
                    ? new BigDecimal(paths.substring(0, paths.length() - 1).strip()).divide(HUNDRED)
                    : new BigDecimal(paths.strip());
            if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) {
                return OptionalDouble.of(share.doubleValue());
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the message, which is the same
        }
        throw new UserException("--paths " + paths + " is no share of all paths: such as 1% or 0.01, at most 100%");
    }
}
