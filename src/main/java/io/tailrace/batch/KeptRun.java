package io.tailrace.batch;

import io.tailrace.catalogue.RunRecord;
import io.tailrace.engine.CheckpointException;
import io.tailrace.engine.CheckpointFile;
import io.tailrace.engine.Precision;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.RunStoppedException;
import io.tailrace.engine.Simulation;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A run whose work is not lost: it keeps checkpoints, goes on from one, and at Ctrl-C or SIGTERM keeps one more.
///
/// @param wall time of the run, with that of the processes whose checkpoint it went on from
public record KeptRun(RunResult run, Duration wall) {
    /// So much work is lost at most when the process is killed.
    public static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

    /// What to do with the checkpoint of an earlier process.
    public enum Earlier {
        /// It is of no interest.
        DROP,
        /// The run goes on from it; a damaged one is the user's to decide on.
        RESUME,
        /// The run goes on from it if it can.
        RESUME_IF_SOUND
    }

    /// Runs the simulation for a record that has begun.
    ///
    /// @param howToGoOn is told when it is stopped
    /// @param notes hears where the run goes on from, and of what could not be kept
    /// @throws CheckpointException where the run cannot go on from what there is
    /// @throws RunStoppedException when the process was asked to end and the state is kept
    public static KeptRun of(
            Simulation simulation,
            Precision precision,
            RunRecord record,
            Duration interval,
            Earlier earlier,
            Progress progress,
            Consumer<String> notes,
            String howToGoOn) {
        var file = new CheckpointFile(record.checkpoint(), record.identity(), interval, notes);
        resumed(file, earlier, notes).ifPresent(paths -> {
            progress.resumed(paths);
            notes.accept(String.format(Locale.ROOT, "going on after %,d paths, which were kept", paths));
        });
        try (var _ = new StopHook(file::stop)) {
            RunResult run = RunResult.of(simulation, precision, file, progress);
            return new KeptRun(run, file.elapsed());
        } catch (RunStoppedException stopped) {
            record.interrupted(stopped.paths(), file.elapsed());
            notes.accept(String.format(Locale.ROOT, "stopped; %,d paths are kept: %s", stopped.paths(), howToGoOn));
            throw stopped;
        }
    }

    /// Paths of the checkpoint that there is to go on from, if that is wanted.
    static Optional<Long> resumed(CheckpointFile file, Earlier earlier, Consumer<String> notes) {
        if (earlier == Earlier.DROP) {
            return Optional.empty();
        }
        try {
            return file.resume();
        } catch (CheckpointException unsound) {
            if (earlier == Earlier.RESUME) {
                throw unsound;
            }
            notes.accept(unsound.getMessage() + "; the run begins anew");
            return Optional.empty();
        }
    }
}
