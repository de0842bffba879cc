package io.tailrace.engine;

import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.SummaryCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Checkpoints in a file, which is the last one or the one before it, never half of one: a new one is written beside
/// it, forced to the disk, and takes its name.
///
/// Format: magic and version, what the run is (label and value each), paths, time, the run's state, a CRC-32C of all of it.
/// Where the disk is full the run goes on, and what was kept stays.
public final class CheckpointFile implements Checkpoints {
    private static final String MAGIC = "tailrace checkpoint";
    private static final int VERSION = 1;
    private static final int MOST_LABELS = 100;

    private final Path file;
    private final SequencedMap<String, String> run;
    private final long intervalNanos;
    private final Consumer<String> notes;
    private Optional<Decoder> last = Optional.empty();
    private long lastPaths;
    private volatile long due;
    private volatile boolean stopping;
    private long spentNanos;
    private final long begin = System.nanoTime();
    private long earlierNanos;

    /// @param run what the run is, by label: all that its result depends on; another run's checkpoint is refused
    /// @param interval between two checkpoints: so much work is lost at most
    /// @param notes hears what could not be kept
    public CheckpointFile(
            Path file, SequencedMap<String, String> run, Duration interval, Consumer<String> notes) {
        this.file = file;
        this.run = new LinkedHashMap<>(run);
        this.notes = notes;
        intervalNanos = interval.toNanos();
        due = System.nanoTime() + intervalNanos;
    }

    /// Takes the file's state as the one to go on from, and returns its paths; empty if there is no file.
    ///
    /// @throws CheckpointException where it is damaged or another run's
    public Optional<Long> resume() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var decoder = new Decoder(SummaryCodec.unsealed(Files.readAllBytes(file)));
            requireThisRun(decoder);
            lastPaths = decoder.count();
            earlierNanos = decoder.count();
            last = Optional.of(decoder);
            return Optional.of(lastPaths);
        } catch (IOException e) {
            throw new CheckpointException("The checkpoint " + file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException damaged) {
            throw new CheckpointException("The checkpoint " + file + " " + damaged.getMessage());
        }
    }

    private void requireThisRun(Decoder decoder) {
        if (!decoder.text().equals(MAGIC) || decoder.count() != VERSION) {
            throw new IllegalArgumentException("is not one of version " + VERSION);
        }
        var of = new LinkedHashMap<String, String>();
        int labels = decoder.number(MOST_LABELS);
        for (int i = 0; i < labels; i++) {
            of.put(decoder.text(), decoder.text());
        }
        for (Map.Entry<String, String> entry : run.entrySet()) {
            String was = of.getOrDefault(entry.getKey(), "");
            if (!was.equals(entry.getValue())) {
                throw new IllegalArgumentException(
                        "is another run's: its " + entry.getKey() + " is " + was + ", this one's "
                                + entry.getValue());
            }
        }
    }

    @Override
    public Optional<Decoder> last() {
        return last;
    }

    @Override
    public boolean isDue() {
        return stopping || System.nanoTime() - due >= 0;
    }

    /// The run ends after its next checkpoint, which is due at once.
    public void stop() {
        stopping = true;
    }

    /// Paths in the file.
    public synchronized long paths() {
        return lastPaths;
    }

    /// Time of the run so far, with that of the processes before this one.
    public synchronized Duration elapsed() {
        return Duration.ofNanos(earlierNanos + System.nanoTime() - begin);
    }

    /// Time that the run has waited for its checkpoints.
    public synchronized Duration spent() {
        return Duration.ofNanos(spentNanos);
    }

    @Override
    public synchronized void keep(long paths, Consumer<Encoder> state) {
        long begin = System.nanoTime();
        var encoder = new Encoder();
        encoder.text(MAGIC);
        encoder.count(VERSION);
        encoder.count(run.size());
        run.forEach((label, value) -> {
            encoder.text(label);
            encoder.text(value);
        });
        encoder.count(paths);
        encoder.count(elapsed().toNanos());
        state.accept(encoder);
        try {
            replace(SummaryCodec.sealed(encoder.bytes()));
            lastPaths = paths;
        } catch (IOException e) {
            notes.accept(
                    "the checkpoint after " + paths + " paths could not be written (" + e + "); the run goes on, and "
                            + (lastPaths == 0 ? "nothing is kept yet" : "that after " + lastPaths + " paths is kept"));
        }
        due = System.nanoTime() + intervalNanos;
        spentNanos += System.nanoTime() - begin;
        if (stopping) {
            throw new RunStoppedException(lastPaths);
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }
}
