package io.tailrace.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The result that `replay RESULT` names, read on another core while picocli makes sense of the command line.
///
/// Why: in a JVM that has just started either takes a good part of the second in which `replay` is to answer. What goes
/// wrong here is not told: the command then reads the result again, and fails in its own words.
record EarlyRead(Path folder, FutureTask<StoredRun> task) {
    /// Starts reading where the arguments say so in that order.
    static Optional<EarlyRead> of(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("replay") || arguments[1].startsWith("-")) {
            return Optional.empty();
        }
        Path folder = Path.of(arguments[1]);
        var task = new FutureTask<>(() -> StoredRun.at(folder));
        Thread.ofPlatform().daemon().name("early-read").start(task);
        return Optional.of(new EarlyRead(folder, task));
    }

    /// What was read, if it was this result and nothing went wrong.
    Optional<StoredRun> get(Path wanted) {
        if (!wanted.equals(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
