package io.tailrace.cli;

import io.tailrace.report.Register;
import io.tailrace.report.RegisterTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `register`: every assumption with its value, source, date, confidence and sensitivity rank.
@Command(
        name = "register",
        description = {
            "Lists every assumption of a scenario or a result: value, unit, source, date, confidence.",
            "Those of a result also have their sensitivity rank, once it holds the analysis tornado."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace register configs/aws-bedrock.yaml",
            "  tailrace register configs/aws-bedrock.yaml --require-sources --max-age 180",
            "  tailrace analyze results/aws-bedrock tornado && tailrace register results/aws-bedrock"
        })
final class RegisterCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Parameters(paramLabel = "RESULT|SCENARIO", description = "Result folder, or scenario file.") private Path target;

    @Mixin private ChangeOptions changes;

    @Override
    public Integer call() {
        Register register = Files.isDirectory(target) ? ofResult() : Register.of(changes.load(target));
        changes.console(main.terminal()).print(RegisterTable.lines(register));
        return 0;
    }

    private Register ofResult() {
        if (changes.any()) {
            throw new UserException(target + " is a result and stays as it was run: --stress, --set and"
                    + " --require-sources are for scenario files");
        }
        try {
            return Register.ofResult(StoredRun.at(target).folder());
        } catch (IOException e) {
            throw new UserException(target + " cannot be read: " + e.getMessage());
        }
    }
}
