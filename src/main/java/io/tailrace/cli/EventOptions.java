package io.tailrace.cli;

import io.tailrace.report.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// How a command that runs paths tells how far it is.
final class EventOptions {
    /// Where progress goes.
    enum Kind { none, text, json }

    private static final String PROGRESS = "--progress";
    private static final String LOG = "--log";

    @Option(
            names = PROGRESS,
            paramLabel = "KIND",
            description = "none, text (a bar where standard output is a terminal; the default), or json: one event a line on"
                    + " standard error, for schedulers.") private Kind kind = Kind.text;

    @SuppressWarnings("unused") // open reads it by its name, before the command begins
    @Option(
            names = LOG,
            paramLabel = "FILE",
            description = "Append the same events to a file, one to a line with its time in UTC; at 10 MB it becomes"
                    + " FILE.1.") private Path log;

    boolean drawsBar() {
        return kind == Kind.text;
    }

    /// Opens what a command line asks for, before its command does anything.
    static void open(Terminal terminal, List<String> arguments, ParseResult parsed) {
        ParseResult command = innermost(parsed);
        boolean json = command.matchedOptionValue(PROGRESS, Kind.text) == Kind.json;
        Path file = command.matchedOptionValue(LOG, null);
        try {
            terminal.events().open(
                    arguments, json ? Optional.of(terminal.err()) : Optional.<PrintWriter>empty(),
                    Optional.ofNullable(file), Manifest.Version.ofThisProgram().tailrace());
        } catch (IOException e) {
            CommandLine line = command.commandSpec().commandLine();
            throw new ParameterException(line, LOG + " " + file + " cannot be written: " + e.getMessage());
        }
    }

    static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }
}
