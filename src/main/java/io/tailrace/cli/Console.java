package io.tailrace.cli;

import io.tailrace.engine.Simulation;
import io.tailrace.report.Answer;
import java.util.List;

/// What a person sees of a command: results on standard output, notes on standard error; nothing when quiet.
final class Console {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String ALARM = "1;31";

    private final Terminal terminal;
    private final boolean quiet;
    private final boolean bars;

    Console(Terminal terminal, boolean quiet) {
        this(terminal, quiet, true);
    }

    /// @param bars whether progress is drawn on a terminal
    Console(Terminal terminal, boolean quiet, boolean bars) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.bars = bars && terminal.live() && !quiet;
    }

    /// Of a run that is about to begin.
    RunProgress progress(Simulation simulation) {
        return progress(simulation, true);
    }

    /// @param bar whether its progress is drawn, if that of any run is
    RunProgress progress(Simulation simulation, boolean bar) {
        var events = new RunEvents(terminal.events(), System::nanoTime);
        events.begin(simulation);
        return new RunProgress(new ProgressLine(terminal.out(), bars && bar), events);
    }

    /// Of many runs, as if they were one.
    RunProgress progress() {
        return new RunProgress(
                new ProgressLine(terminal.out(), bars), new RunEvents(terminal.events(), System::nanoTime));
    }

    StudyLine studyLine() {
        return new StudyLine(terminal.out(), bars, terminal.events());
    }

    /// What programs hear.
    Events events() {
        return terminal.events();
    }

    void note(String text) {
        terminal.events().note(text);
        if (!quiet && !terminal.events().ownsStandardError()) {
            terminal.err().println("note: " + text);
        }
    }

    void print(List<String> lines) {
        lines.forEach(line -> print(colouredFan(line)));
    }

    void print(Answer answer) {
        answer.alarms().forEach(line -> print(coloured(ALARM, line)));
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
