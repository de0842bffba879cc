package io.tailrace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.Help.Ansi;

/// One command line as a person would give it, and what came of it.
record Invocation(int code, String out, String err) {
    static Invocation of(String... arguments) {
        return of(false, arguments);
    }

    /// As on a screen with colours, or piped into a file.
    static Invocation of(boolean screen, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), screen, screen ? Ansi.ON : Ansi.OFF);
        int code = Main.execute(terminal, arguments);
        return new Invocation(code, out.toString(), err.toString());
    }
}
