package io.tailrace.analysis;

import io.tailrace.engine.Replay;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What made a path bad: for each thing that chance decided on it, how much better the path would have been, on
/// average, had that alone been drawn again.
///
/// Gains do not add up to the path's distance from the mean: where two draws did the harm together, each of them
/// undoes part of it. Unit: the metric's. Error: that of the mean of [#REDRAWS] redraws, given with each gain.
/// Why redraws and not a typical value: the typical draw of a chain of regimes is to stay where it is for ever, which no
/// path does; the mean over redraws is fair to every kind of draw.
///
/// @param metric the metric's key
/// @param value of the metric on the path
/// @param causes those that lowered the metric most, first
public record PathCauses(String metric, double value, List<Cause> causes) {
    /// So few that a path is explained at once.
    public static final int REDRAWS = 64;

    /// How many are named.
    public static final int NAMED = 3;

    private static final int RANKED_AMONG = 1000;

    /// One driver's part.
    ///
    /// @param gain mean of the metric over redraws less its value on the path
    public record Cause(Driver driver, Estimate gain) {
        /// Whether the gain is more than the luck of its redraws.
        public boolean isClear() {
            return gain.low() > 0;
        }
    }

    public static PathCauses of(Replay replay, String metric) {
        double value = replay.metric(metric);
        return new PathCauses(
                metric,
                value,
                Driver.of(replay.plan()).parallelStream()
                        .map(driver -> cause(driver, replay.redrawn(driver.addresses(), metric, REDRAWS), value))
                        .sorted(Comparator.comparingDouble((Cause cause) -> cause.gain().value()).reversed())
                        .toList());
    }

    /// The first of those that lowered the metric beyond doubt, no more than [#NAMED].
    public List<Cause> named() {
        return causes.stream().filter(Cause::isClear).limit(NAMED).toList();
    }

    /// Share of other paths on which the driver's draws, taken together, are lower than on this one.
    public static double shareBelow(Replay replay, Cause cause) {
        return replay.shareBelow(cause.driver().addresses(), RANKED_AMONG);
    }

    private static Cause cause(Driver driver, double[] redrawn, double value) {
        double mean = Arrays.stream(redrawn).average().orElseThrow();
        double squares = Arrays.stream(redrawn).map(x -> (x - mean) * (x - mean)).sum();
        return new Cause(driver, Estimate.normal(mean - value, Math.sqrt(squares / (REDRAWS - 1) / REDRAWS)));
    }
}
