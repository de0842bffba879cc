package io.tailrace.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects the mistakes of one load, so that all are told at once.
final class Problems {
    private static final Comparator<Problem> BY_PLACE = Comparator.<Problem, String>comparing(
            problem -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line());

    private final List<Problem> found = new ArrayList<>();

    void add(Location location, String key, String value, String rule, String hint) {
        found.add(new Problem(location, key, value, rule, hint));
    }

    void add(Location location, String key, String rule) {
        add(location, key, "", rule, "");
    }

    /// For a mistake after which reading on makes no sense.
    static InvalidScenarioException stop(Location location, String key, String rule, String hint) {
        return new InvalidScenarioException(List.of(new Problem(location, key, "", rule, hint)));
    }

    /// Runs a step that may stop; its problems join the others.
    <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidScenarioException stopped) {
            found.addAll(stopped.problems());
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidScenarioException(found.stream().sorted(BY_PLACE).toList());
        }
    }
}
