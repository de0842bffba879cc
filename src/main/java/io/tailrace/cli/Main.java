package io.tailrace.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's door: parses arguments, runs a command, turns errors into messages and exit codes.
///
/// Exit codes: 0 done; 2 the user's error (options, scenario, files); 3 ours.
@Command(
        name = "tailrace",
        description = "Monte Carlo risk of selling AI capacity by the token (TaaS) against leasing it (IaaS).",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    static final int USER_ERROR = 2;
    static final int OUR_ERROR = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }
}
