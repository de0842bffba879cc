package io.tailrace.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What a person sees: the answer on standard output, progress and notices on standard error.
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;

    Console(PrintWriter out, PrintWriter err, boolean quiet) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
    }

    ProgressLine progress() {
        boolean live = !quiet && System.console() != null && System.console().isTerminal();
        return new ProgressLine(err, live);
    }

    void notice(String text) {
        if (!quiet) {
            err.println("note: " + text);
        }
    }

    /// Headings, the first word of a verdict and the fans are coloured where the terminal takes colours.
    void print(List<String> lines) {
        if (quiet) {
            return;
        }
        for (String line : lines) {
            out.println(Ansi.AUTO.enabled() ? coloured(line) : line);
        }
        out.flush();
    }

    private static String coloured(String line) {
        return line.replace("█", "\u001b[1;36m█\u001b[0m")
                .replace("FAILS", "\u001b[1;31mFAILS\u001b[0m")
                .replace("holds", "\u001b[32mholds\u001b[0m")
                .replaceAll("(TaaS \\(tokens\\)|IaaS \\(take-or-pay\\)|TaaS − IaaS, paired)", "\u001b[1m$1\u001b[0m");
    }
}
