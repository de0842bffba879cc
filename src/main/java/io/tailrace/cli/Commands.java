package io.tailrace.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;

/// The commands by the name that their annotation has, too.
///
/// Why not in the annotation of [Main]: picocli would read the annotations of all of them, which takes longer than what
/// a short command does.
final class Commands {
    /// In the order in which help lists them.
    static final List<Map.Entry<String, Class<?>>> ALL = List.of(
            entry("run", RunCommand.class),
            entry("batch", BatchCommand.class),
            entry("overnight", OvernightCommand.class),
            entry("check", CheckCommand.class),
            entry("analyze", AnalyzeCommand.class),
            entry("report", ReportCommand.class),
            entry("export", ExportCommand.class),
            entry("backtest", BackTestCommand.class),
            entry("replay", ReplayCommand.class),
            entry("verify", VerifyCommand.class),
            entry("diff", DiffCommand.class),
            entry("runs", RunsCommand.class),
            entry("calibrate", CalibrateCommand.class),
            entry("tune", TuneCommand.class),
            entry("register", RegisterCommand.class),
            entry("schema", SchemaCommand.class),
            entry("generate-completion", AutoComplete.GenerateCompletion.class),
            entry("help", CommandLine.HelpCommand.class));

    /// They speak of the others.
    private static final Set<String> ABOUT_ALL = Set.of("generate-completion", "help");

    private static final Set<String> RUNS = Set.of("run", "batch", "overnight", "help");

    private Commands() {}

    /// Those whose runs may be computed elsewhere.
    static void addRunsTo(CommandLine line) {
        ALL.stream()
                .filter(command -> RUNS.contains(command.getKey()))
                .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    }

    /// The one that the arguments name first; all where they name none or one that is about all.
    static void addTo(CommandLine line, String... arguments) {
        for (Map.Entry<String, Class<?>> command : ALL) {
            String name = command.getKey();
            if (arguments.length > 0 && arguments[0].equals(name) && !ABOUT_ALL.contains(name)) {
                line.addSubcommand(name, command.getValue());
                return;
            }
        }
        for (Map.Entry<String, Class<?>> command : ALL) {
            line.addSubcommand(command.getKey(), command.getValue());
        }
    }
}
