package io.tailrace.cli;

import io.tailrace.calibration.Calibration;
import io.tailrace.calibration.History;
import io.tailrace.calibration.Overlay;
import io.tailrace.report.CalibrationTable;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `calibrate`: histories in, parameters with standard errors out, as an overlay for `--stress`.
@Command(
        name = "calibrate",
        description = {
            "Fits demand growth, price deflation, spot prices, other revenue and delays to observed histories.",
            "A history is a CSV file with the headings quarter and demand, price, spot or baseRevenue, or delayQuarters."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace calibrate configs/history/*.csv",
            "  tailrace calibrate configs/history/cloud-demand.csv --out fitted.yaml",
            "  tailrace run configs/aws-bedrock.yaml --stress fitted.yaml"
        })
final class CalibrateCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Parameters(arity = "1..*", paramLabel = "HISTORY", description = "CSV files.") private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "OVERLAY",
            description = "Also write the fitted parameters to this file, which must not exist.") private Path out;

    @Option(names = "--force", description = "Replace that file.") private boolean force;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors.") private boolean quiet;

    @Override
    public Integer call() {
        if (out != null && !force && Files.exists(out)) {
            throw new UserException(out + " exists; --force replaces it");
        }
        Calibration calibration = Calibration.of(histories());
        if (out != null) {
            Overlay.twice(calibration).ifPresent(clash -> {
                throw new UserException(clash + ": an overlay can hold one of them; leave the other out");
            });
        }
        new Console(main.terminal(), quiet).print(CalibrationTable.lines(calibration));
        if (out != null) {
            Optional<String> overlay = Overlay.text(calibration);
            if (overlay.isEmpty()) {
                throw new UserException("Nothing was fitted that a scenario could take: " + out + " was not written");
            }
            write(overlay.get());
            new Console(main.terminal(), quiet).print("Fitted parameters written to " + out);
        }
        return 0;
    }

    /// All of them, or all problems of all of them.
    private List<History> histories() {
        var histories = new ArrayList<History>();
        var problems = new ArrayList<Problem>();
        for (Path file : files) {
            try {
                histories.add(History.read(file));
            } catch (InvalidScenarioException invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
        return histories;
    }

    /// Whole or not at all.
    private void write(String overlay) {
        try {
            Path beside = Files.createTempFile(out.toAbsolutePath().getParent(), ".overlay", ".yaml");
            Files.writeString(beside, overlay);
            Files.move(beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserException("The overlay could not be written to " + out + ": " + e.getMessage());
        }
    }
}
