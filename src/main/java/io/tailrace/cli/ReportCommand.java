package io.tailrace.cli;

import io.tailrace.report.committee.CommitteeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `report`: a stored result as the page that a committee reads.
@Command(
        name = "report",
        description = {
            "Writes a result as one HTML file that opens without network, from its stored files alone.",
            "It tells what the result holds: analyses that were made (analyze) add their sections."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace report results/aws-bedrock",
            "  tailrace report results/aws-bedrock --out aws.html",
            "  tailrace report results/aws-bedrock --format md"
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Parameters(index = "0", paramLabel = "RESULT", description = "Result folder.") private Path folder;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where it goes; report.html in the result by default.") private Path out;

    @Option(names = "--format", paramLabel = "F", defaultValue = "html",
            description = "html, or md for the findings as Markdown.") private CommitteeReport.Format format;

    @Override
    public Integer call() {
        StoredRun.requireResult(folder);
        Path target = out == null ? folder.resolve(format.file()) : out;
        if (Files.isDirectory(target)) {
            throw new UserException(target + " is a folder; --out names a file");
        }
        try {
            CommitteeReport.write(folder, target, format);
        } catch (IOException e) {
            throw new UserException("No report: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        new Console(main.terminal(), false).print("Report in " + target);
        return 0;
    }
}
