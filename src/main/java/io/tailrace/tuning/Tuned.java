package io.tailrace.tuning;

import io.tailrace.engine.Tuning;
import io.tailrace.report.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// A tuning with its evidence.
///
/// @param version that was measured
/// @param scenario that was run, as it was named
/// @param paths of each run
public record Tuned(
        Machine machine,
        Manifest.Version version,
        Instant measured,
        String scenario,
        long paths,
        Tuner.Outcome outcome) {
    public Tuning tuning() {
        return outcome.tuning();
    }

    /// Keeps it for later processes.
    public void write(Path file) throws IOException {
        TuningFile.write(file, this);
    }

    /// What it came to, in words.
    public String verdict() {
        return outcome.gain()
                .map(gain -> String.format(
                        Locale.ROOT,
                        "%s: %.1f %% less time than the defaults [%.1f %%, %.1f %%, 99.9 %% interval].",
                        tuning().text(),
                        100 * gain.share(),
                        100 * (gain.share() - gain.error()),
                        100 * (gain.share() + gain.error())))
                .orElse(outcome.again().isEmpty()
                        ? "The defaults stay: no other setting is surely faster on this machine."
                        : "The defaults stay: " + outcome.again().get(1).tuning().text()
                                + " looked faster, and was not when measured again.");
    }
}
