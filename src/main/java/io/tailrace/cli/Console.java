package io.tailrace.cli;

import io.tailrace.report.Answer;
import java.util.List;

/// What a person sees of a command: results on standard output, notes on standard error; nothing when quiet.
final class Console {
    private static final String BOLD = "1";
    private static final String DIM = "2";

    private final Terminal terminal;
    private final boolean quiet;

    Console(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    ProgressLine progress() {
        return new ProgressLine(terminal.out(), terminal.live() && !quiet);
    }

    StudyLine studyLine() {
        return new StudyLine(terminal.out(), terminal.live() && !quiet);
    }

    void note(String text) {
        if (!quiet) {
            terminal.err().println("note: " + text);
        }
    }

    void print(List<String> lines) {
        lines.forEach(line -> print(colouredFan(line)));
    }

    void print(Answer answer) {
        answer.heading().forEach(line -> print(coloured(DIM, line)));
        print("");
        answer.finding().forEach(line -> print(coloured(BOLD, line)));
        print("");
        print(answer.figures());
    }

    void print(String line) {
        if (!quiet) {
            terminal.out().println(line);
        }
    }

    private String colouredFan(String line) {
        if (!terminal.ansi().enabled()) {
            return line;
        }
        return line.replaceAll("(░+)", coloured("34", "$1"))
                .replaceAll("(▒+)", coloured("36", "$1"))
                .replace("█", coloured("1;33", "█"))
                .replaceFirst("^FAILS", coloured("1;31", "FAILS"))
                .replaceFirst("^holds", coloured("32", "holds"));
    }

    private String coloured(String code, String text) {
        return terminal.ansi().enabled() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
