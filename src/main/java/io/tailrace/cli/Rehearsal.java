package io.tailrace.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What the build runs once, so that the JVM can remember which classes short commands and small runs need, and how the
/// methods behave that they compile.
///
/// Why: what it remembers stands beside the jar, and [Launcher] gives it to the JVM that it starts ([JEP 483][1],
/// [JEP 515][2]). Where there is no such result the rehearsal is shorter, and the start a little slower.
///
/// [1]: https://openjdk.org/jeps/483
/// [2]: https://openjdk.org/jeps/515
final class Rehearsal {
    private static final String RESULT = "results/aws-bedrock";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("replay", RESULT, "--path", "0"),
            List.of("replay", RESULT, "--worst", "1", "--format", "csv"),
            List.of("replay", RESULT, "--quantile", "p5", "--format", "json"),
            List.of("schema"),
            List.of("register", RESULT),
            List.of("runs", "list"),
            List.of("help", "run"));

    private static final List<String> RUNS = List.of("configs/aws-bedrock.yaml", "configs/reference.yaml");
    private static final String PATHS = "50000";

    private Rehearsal() {}

    /// @param arguments the build's folder, in which results are left
    public static void main(String[] arguments) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var commands = new ArrayList<>(COMMANDS);
        for (String scenario : RUNS) {
            Path result = Path.of(arguments[0], "rehearsal", Path.of(scenario).getFileName().toString());
            commands.add(List.of("run", scenario, "--paths", PATHS, "--out", result.toString(), "--force"));
        }
        for (List<String> command : commands) {
            Main.execute(new Terminal(nowhere, nowhere, false, Ansi.OFF), command.toArray(String[]::new));
        }
        Terminal.ofThisProcess().out().println("rehearsed " + commands.size() + " commands");
    }
}
