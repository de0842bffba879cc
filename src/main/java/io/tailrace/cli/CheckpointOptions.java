package io.tailrace.cli;

import io.tailrace.batch.KeptRun;
import io.tailrace.scenario.TimeLimit;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How often the state of a run is kept.
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            description = "Keep the state of a run this often, so that no more work is lost if it is killed: 1min at most,"
                    + " 30s by default. Results do not depend on it.") private String checkpoint;

    Duration interval() {
        return Optional.ofNullable(checkpoint).map(CheckpointOptions::checked).orElse(KeptRun.USUAL_INTERVAL);
    }

    private static Duration checked(String text) {
        return TimeLimit.read(text)
                .filter(time -> time.isPositive() && time.compareTo(Duration.ofMinutes(1)) <= 0)
                .orElseThrow(
                        () -> new UserException("--checkpoint " + text + " is not a time of up to 1min, such as 10s"));
    }
}
