package io.tailrace.scenario;

import java.util.List;
import java.util.stream.Collectors;

/// The user's error: everything found wrong with a scenario or another file, sorted by file and line. Never an error of ours.
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::describe).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
