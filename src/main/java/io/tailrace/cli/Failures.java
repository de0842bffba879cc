package io.tailrace.cli;

import io.tailrace.scenario.InvalidScenarioException;
import java.io.PrintWriter;
import picocli.CommandLine;

/// Two kinds of failure kept apart: the user's, with a message that says what to change, and ours, with the cause.
final class Failures implements CommandLine.IExecutionExceptionHandler {
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
            default -> {
                err.println("This is a fault of Tailrace, not of your input; please report it with the lines below.");
                failure.printStackTrace(err);
                yield Main.OUR_ERROR;
            }
        };
    }
}
