package io.tailrace.cli;

import io.tailrace.analysis.Waterfall;
import io.tailrace.engine.Extent;
import io.tailrace.report.StoredDiff;
import io.tailrace.report.WaterfallText.Side;
import io.tailrace.report.committee.CommitteeReport;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `report`: a stored result as the page that a committee reads, or several side by side.
@Command(
        name = "report",
        description = {
            "Writes a result as one HTML file that opens without network, as PDF, workbook or Markdown, from its stored files.",
            "It tells what the result holds: analyses that were made (analyze) add their sections.",
            "Several results are put side by side; two also with what made the second differ (diff), which is run",
            "once and kept in the second as diff.json."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace report results/aws-bedrock",
            "  tailrace report results/aws-bedrock --out aws.html",
            "  tailrace report results/last-month results/this-month",
            "  tailrace report results/aws-bedrock --format pdf",
            "  tailrace report results/aws-bedrock --format md"
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "RESULT",
            description = "Result folder; several to put side by side.") private List<Path> folders;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where it goes; report.html in the result by default, comparison.html in the last of several.") private Path out;

    @Option(names = "--format", paramLabel = "F", defaultValue = "html",
            description = "html; pdf for the board pack; xlsx for those who check; md for the findings as Markdown.") private CommitteeReport.Format format;

    @Override
    public Integer call() {
        folders.forEach(StoredRun::requireResult);
        boolean several = folders.size() > 1;
        Path target = out == null ? folders.getLast().resolve(several ? format.comparison() : format.file()) : out;
        if (Files.isDirectory(target)) {
            throw new UserException(target + " is a folder; --out names a file");
        }
        var console = new Console(main.terminal(), false);
        try {
            if (several) {
                List<String> names = names();
                CommitteeReport.compare(folders, names, folders.size() == 2 ? diff(names, console) : "", target,
                        format);
            } else {
                CommitteeReport.write(folders.getFirst(), target, format);
            }
        } catch (IOException e) {
            throw new UserException("No report: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        console.print("Report in " + target);
        RunsPage.refresh(target, console);
        return 0;
    }

    /// Last parts of the folders' names, or all of them where the last do not tell them apart.
    private List<String> names() {
        List<String> names = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize().getFileName().toString()).toList();
        if (names.stream().distinct().count() == names.size()) {
            return names;
        }
        List<String> whole = folders.stream().map(folder -> folder.normalize().toString()).toList();
        if (whole.stream().distinct().count() < whole.size()) {
            throw new UserException("A result is named twice: " + String.join(", ", whole));
        }
        return whole;
    }

    /// Kept from an earlier time, or run now.
    private String diff(List<String> names, Console console) throws IOException {
        Path last = folders.getLast();
        LoadedScenario before = StoredRun.at(folders.getFirst()).loaded();
        LoadedScenario after = StoredRun.at(last).loaded();
        Optional<String> kept = StoredDiff.read(last, before.sha256(), after.sha256());
        if (kept.isPresent()) {
            return kept.get();
        }
        console.note("What made " + names.getLast() + " differ from " + names.getFirst()
                + " is not known yet: running diff");
        Waterfall waterfall = DiffCommand.waterfall(before, after, Extent.OPEN, console);
        return StoredDiff.write(
                last, waterfall, new Side(names.getFirst(), before.sha256()),
                new Side(names.getLast(), after.sha256()));
    }

    /// At the end of a run: what its scenario asks for, and what is asked for besides.
    static void write(Path folder, Scenario scenario, List<CommitteeReport.Format> besides, Console console) {
        Set<CommitteeReport.Format> formats = CommitteeReport.Format.of(scenario);
        formats.addAll(besides);
        for (CommitteeReport.Format format : formats) {
            Path target = folder.resolve(format.file());
            try {
                CommitteeReport.write(folder, target, format);
            } catch (IOException e) {
                throw new UserException("The result is in " + folder + ", without " + format.file() + ": "
                        + e.getClass().getSimpleName() + " " + e.getMessage());
            }
            console.print("Report in " + target);
        }
    }
}
