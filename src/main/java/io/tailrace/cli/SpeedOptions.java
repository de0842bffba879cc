package io.tailrace.cli;

import io.tailrace.engine.Tuning;
import io.tailrace.tuning.Lookup;
import io.tailrace.tuning.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// How fast a command runs its paths: workers, and the machine's tuning.
final class SpeedOptions {
    private static final long MOST_THREADS = 1024;
    private static final String TUNING = "--tuning";
    private static final String NONE = "none";

    @Option(names = "--threads", paramLabel = "K",
            description = "Worker threads, 1 to 1,024; all processors by default. Results do not depend on it.") private String threads;

    @SuppressWarnings("unused") // apply reads it by its name, before the command begins
    @Option(
            names = TUNING,
            paramLabel = "FILE",
            description = "What `tune` has found for this machine: configs/tuned/HOST.json by default, if it is there, or"
                    + " none. Results do not depend on it.") private String file;

    /// What the command line asks for.
    OptionalLong asked() {
        return WholeNumber.parse("--threads", threads, 1, MOST_THREADS);
    }

    /// What it comes to.
    int threads() {
        return (int) asked().orElse(Tuning.threads());
    }

    /// Puts the tuning in force before the command begins, and so before anything that it tunes is loaded.
    static void apply(Terminal terminal, ParseResult parsed) {
        ParseResult command = EventOptions.innermost(parsed);
        if (command.commandSpec().findOption(TUNING) == null) {
            return;
        }
        Optional<String> named = Optional.ofNullable(command.matchedOptionValue(TUNING, null));
        if (named.equals(Optional.of(NONE))) {
            return;
        }
        Machine machine = Machine.ofThisProcess();
        Path file = named.map(Path::of).orElseGet(machine::file);
        if (named.isPresent() && !Files.exists(file)) {
            throw new ParameterException(
                    command.commandSpec().commandLine(), TUNING + " " + file + " does not exist");
        }
        Lookup found = Lookup.in(file, machine);
        found.tuning().putInForce(file.toString());
        found.obstacle().ifPresent(why -> new Console(terminal, command.hasMatchedOption("--quiet")).note(why));
    }
}
