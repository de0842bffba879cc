package io.tailrace.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine.Help.Ansi;

/// Where the program speaks: answers to `out`, errors and notes to `err`.
///
/// @param live whether `out` is a screen, on which a line can be drawn again
/// @param events what programs hear, once they are opened
/// @param ansi whether colours are wanted; never where `NO_COLOR` is set
record Terminal(PrintWriter out, PrintWriter err, boolean live, Ansi ansi, Events events) {
    private static final String EVERY_CHARACTER = "░▒█│┊‹−–";

    static Terminal ofThisProcess() {
        Console console = System.console();
        boolean live = console != null && console.isTerminal();
        boolean colours = live && System.getenv("NO_COLOR") == null && Ansi.AUTO.enabled();
        return new Terminal(
                writer(FileDescriptor.out, "stdout.encoding"),
                writer(FileDescriptor.err, "stderr.encoding"),
                live,
                colours ? Ansi.ON : Ansi.OFF);
    }

    Terminal(PrintWriter out, PrintWriter err, boolean live, Ansi ansi) {
        this(out, err, live, ansi, new Events(InstantSource.system()));
    }

    private static PrintWriter writer(FileDescriptor descriptor, String encoding) {
        return new PrintWriter(new FileOutputStream(descriptor), true, charset(System.getProperty(encoding)));
    }

    /// The terminal's own encoding if it has all our characters, else UTF-8.
    /// Why: in a container without a locale Java believes in ASCII, while the terminal outside shows UTF-8.
    static Charset charset(String name) {
        return name != null && Charset.isSupported(name)
                && Charset.forName(name).newEncoder().canEncode(EVERY_CHARACTER)
                        ? Charset.forName(name)
                        : StandardCharsets.UTF_8;
    }
}
