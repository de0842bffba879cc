package io.tailrace.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `runs`: which runs there are.
@Command(
        name = "runs",
        description = {
            "Which runs a results folder has, from its catalogue, a SQLite database beside them.",
            "The catalogue is an index: it may be deleted at any time, and reindex makes it again from the folders."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace runs list --scenario aws-bedrock --since 7d",
            "  tailrace runs show aws-bedrock-20260630",
            "  tailrace runs diff results/runs/monday results/runs/tuesday",
            "  tailrace runs prune --older-than 90d --state failed,interrupted",
            "  tailrace runs index",
            "  tailrace runs reindex"
        },
        subcommands = {
            RunsListCommand.class,
            RunsShowCommand.class,
            RunsDiffCommand.class,
            RunsPruneCommand.class,
            RunsIndexCommand.class,
            RunsReindexCommand.class
        })
final class RunsCommand implements Runnable {
    @ParentCommand private Main main;

    @Spec private CommandLine.Model.CommandSpec spec;

    Terminal terminal() {
        return main.terminal();
    }

    Console console() {
        return new Console(main.terminal(), false);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "Missing: list, show, diff, prune, index or reindex");
    }
}
