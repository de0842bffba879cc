package io.tailrace.cli;

import io.tailrace.report.Manifest;
import io.tailrace.scenario.InvalidScenarioException;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Two kinds of failure kept apart: the user's, with a message that says what to change, and ours, with the cause.
final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    /// Options that are unknown, missing or make no sense.
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        if (arguments.length == 0) {
            command.usage(err, command.getColorScheme());
        } else {
            err.println(commands(command) + "See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return Main.USER_ERROR;
    }

    private static String commands(CommandLine command) {
        Set<String> names = command.getSubcommands().keySet();
        return names.isEmpty() ? "" : "The commands are " + String.join(", ", names) + ". ";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case InvalidScenarioException invalid -> {
                invalid.problems().forEach(problem -> err.println(problem.describe()));
                int n = invalid.problems().size();
                err.println(n == 1 ? "1 problem; nothing was run." : n + " problems; nothing was run.");
                yield Main.USER_ERROR;
            }
            case UserException user -> {
                err.println(user.getMessage());
                yield Main.USER_ERROR;
            }
            default -> ours(failure, command, err);
        };
    }

    private static int ours(Exception failure, CommandLine command, PrintWriter err) {
        Manifest.Version version = Manifest.Version.ofThisProgram();
        err.println("This is a fault of Tailrace, not of your input. Please report the lines below and the scenario.");
        err.println("  command  " + command.getCommandSpec().root().commandLine().getParseResult().originalArgs());
        err.println("  version  " + version.tailrace() + ", commit " + version.commit());
        err.println("  machine  Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        failure.printStackTrace(err);
        return Main.OUR_ERROR;
    }
}
