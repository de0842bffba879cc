package io.tailrace.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What the build runs once, so that the JVM can remember which classes the commands that are over at once need.
///
/// Why: what it remembers stands beside the jar, and [Launcher] gives it to the JVM that it starts ([JEP 483][1]).
/// Where there is no such result the rehearsal is shorter, and the start a little slower.
///
/// [1]: https://openjdk.org/jeps/483
final class Rehearsal {
    private static final String RESULT = "results/aws-bedrock";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("replay", RESULT, "--path", "0"),
            List.of("replay", RESULT, "--worst", "1", "--format", "csv"),
            List.of("replay", RESULT, "--quantile", "p5", "--format", "json"),
            List.of("schema"),
            List.of("register", RESULT),
            List.of("help", "run"));

    private Rehearsal() {}

    public static void main(String[] arguments) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : COMMANDS) {
            Main.execute(new Terminal(nowhere, nowhere, false, Ansi.OFF), command.toArray(String[]::new));
        }
        Terminal.ofThisProcess().out().println("rehearsed " + COMMANDS.size() + " commands");
    }
}
