package io.tailrace.cli;

import io.tailrace.engine.RunStoppedException;
import io.tailrace.report.Manifest;
import io.tailrace.scenario.InvalidScenarioException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Two kinds of failure kept apart: the user's, with a message that says what to change, and ours, with the cause.
final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    private final Events events;

    Failures(Events events) {
        this.events = events;
    }

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
                invalid.problems().forEach(problem -> tell(err, problem.describe()));
                int n = invalid.problems().size();
                tell(err, n == 1 ? "1 problem; nothing was run." : n + " problems; nothing was run.");
                yield Main.USER_ERROR;
            }
            case UserException user -> {
                tell(err, user.getMessage());
                yield Main.USER_ERROR;
            }
            // What was kept has been told, and the process is ending.
            case RunStoppedException _ -> Main.STOPPED;
            default -> ours(failure, command, err);
        };
    }

    /// On standard error, unless that is for JSON lines; there, and in the log, as an event.
    private void tell(PrintWriter err, String text) {
        if (!events.ownsStandardError()) {
            err.println(text);
        }
        events.error(text);
    }

    private int ours(Exception failure, CommandLine command, PrintWriter err) {
        var text = new StringWriter();
        report(failure, command, new PrintWriter(text, true));
        tell(err, text.toString().stripTrailing());
        return Main.OUR_ERROR;
    }

    private static void report(Exception failure, CommandLine command, PrintWriter err) {
        Manifest.Version version = Manifest.Version.ofThisProgram();
        err.println("This is a fault of Tailrace, not of your input. Please report the lines below and the scenario.");
        err.println("  command  " + command.getCommandSpec().root().commandLine().getParseResult().originalArgs());
        err.println("  version  " + version.tailrace() + ", commit " + version.commit());
        err.println("  machine  Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        failure.printStackTrace(err);
    }
}
