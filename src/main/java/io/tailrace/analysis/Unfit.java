package io.tailrace.analysis;

import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.Problem;
import java.nio.file.Path;

/// A file of the shelf that cannot be used with this scenario.
///
/// @param reason the first rule that is broken with it
public record Unfit(String file, String reason) {
    static Unfit of(Path file, InvalidScenarioException e) {
        Problem first = e.problems().getFirst();
        String reason = first.key().isEmpty() ? first.rule() : first.key() + ": " + first.rule();
        return new Unfit(String.valueOf(file.getFileName()), reason);
    }
}
