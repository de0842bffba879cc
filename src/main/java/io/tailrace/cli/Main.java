package io.tailrace.cli;

import io.tailrace.engine.Site;
import io.tailrace.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/// The command line's door: parses arguments, runs a command, turns errors into messages and exit codes.
@Command(
        name = "tailrace",
        description = "Monte Carlo risk of selling AI capacity by the token (TaaS) against leasing it (IaaS).",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:verify: the result is not what its scenario gives; batch: some job failed",
            "2:your error: options, scenario or files; every one is named",
            "3:our error: please report it",
            "4:done, and a limit of the scenario is breached (see --limit)"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace run configs/aws-bedrock.yaml",
            "  tailrace check configs/aws-bedrock.yaml",
            "  tailrace analyze results/aws-bedrock",
            "  tailrace report results/aws-bedrock",
            "  tailrace replay results/aws-bedrock --worst 1",
            "  tailrace help run",
            "",
            "tailrace stands for java -jar target/tailrace.jar:",
            "  alias tailrace='java -jar target/tailrace.jar'",
            "  source <(tailrace generate-completion)"
        })
public final class Main implements Runnable {
    static final int USER_ERROR = 2;
    static final int OUR_ERROR = 3;
    /// As shells count a process that SIGTERM ended.
    static final int STOPPED = 143;
    static final int BREACH = 4;

    private final Terminal terminal;
    private final Site site;
    private final Optional<EarlyRead<StoredRun>> earlyResult;
    private final Optional<EarlyRead<LoadedScenario>> earlyScenario;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    /// @param arguments of which it may be read ahead
    private Main(Terminal terminal, Site site, String... arguments) {
        this.terminal = terminal;
        this.site = site;
        earlyResult = EarlyRead.result(arguments);
        earlyScenario = EarlyRead.scenario(arguments);
    }

    public static void main(String[] arguments) {
        System.exit(execute(Terminal.ofThisProcess(), arguments));
    }

    /// Runs one command line and returns its exit code.
    static int execute(Terminal terminal, String... arguments) {
        var line = new CommandLine(new Main(terminal, Site.HERE, arguments));
        Commands.addTo(line, arguments);
        return execute(terminal, line, arguments);
    }

    /// The same elsewhere; only the commands that do runs.
    ///
    /// @param name of the program in messages
    public static int execute(String name, Site site, String... arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        var line = new CommandLine(new Main(terminal, site)).setCommandName(name);
        Commands.addRunsTo(line);
        return execute(terminal, line, arguments);
    }

    private static int execute(Terminal terminal, CommandLine line, String... arguments) {
        var failures = new Failures(terminal.events());
        int code = line
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(terminal.ansi()))
                .setExecutionStrategy(parsed -> {
                    EventOptions.open(terminal, List.of(arguments), parsed);
                    SpeedOptions.apply(terminal, parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        terminal.events().end(code);
        return code;
    }

    Terminal terminal() {
        return terminal;
    }

    Site site() {
        return site;
    }

    /// A result and its plan.
    StoredRun stored(Path folder) {
        return earlyResult.flatMap(read -> read.get(folder)).orElseGet(() -> StoredRun.at(folder));
    }

    /// A scenario as its file has it, if that is at hand.
    Optional<LoadedScenario> scenario(Path file) {
        return earlyScenario.flatMap(read -> read.get(file));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }
}
