package io.tailrace.cli;

import io.tailrace.engine.Extent;
import io.tailrace.scenario.Scenario;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How much is run, and how: options over what the scenario says.
final class RunSize {
    static final long MOST_PATHS = 1_000_000_000_000L;

    @Option(
            names = "--paths",
            paramLabel = "N",
            description = "Number of paths, 1 to 1e12, such as 100000, 1e6 or 1_000_000; the scenario's by default.") private String paths;

    @Option(names = "--seed", paramLabel = "S",
            description = "Seed, any 64-bit integer; the scenario's by default.") private String seed;

    @Mixin private SpeedOptions speed;

    @Option(
            names = "--sampling",
            paramLabel = "KIND",
            description = "plain, sobol or latin-hypercube; the scenario's by default. With the last two, paths come in"
                    + " replicates, from whose spread all errors are read.") private String sampling;

    /// Checks the options, before anything is read.
    Extent checked() {
        return new Extent(
                WholeNumber.parse("--paths", paths, 1, MOST_PATHS),
                WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                speed.asked(),
                Optional.ofNullable(sampling).map(RunSize::kind));
    }

    private static Scenario.Run.Sampling kind(String text) {
        return Arrays.stream(Scenario.Run.Sampling.values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UserException("--sampling " + text + " must be one of "
                        + Arrays.stream(Scenario.Run.Sampling.values())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
    }
}
