package io.tailrace.engine;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Unit;
import io.tailrace.random.NormalQuantile;
import io.tailrace.scenario.Measure;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.scenario.Scale;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a run may stop: at the first look at which every target holds, or when its time is up.
///
/// A run that looks at its own error k times, and stops when it likes what it sees, is wrong more often than a single
/// look would be. So each look's interval has the confidence 1 − 5 %/k, k the number of looks up to the limit
/// (Bonferroni), and is wider than the 95 % interval by that much: all of them together hold in 95 of 100 runs,
/// whatever made the run stop.
/// Source: Armitage, McPherson & Rowe (1969) for the effect of repeated looks; Glynn & Whitt (1992) for stopping when
/// an interval is narrow enough. Why not less: stopping on one's own error favours runs that underestimate it, which
/// skew tails do together with the estimate. A tail of fewer than 100 paths never holds a target.
///
/// @param maxTime from the first block on
public record Precision(List<PrecisionTarget> targets, Optional<Duration> maxTime) {
    /// Runs all paths.
    public static final Precision NONE = new Precision(List.of(), Optional.empty());

    /// Paths after which a run gives up that was told no limit.
    public static final long MOST_PATHS = 1_000_000_000;

    /// Before it 95 % tails are too thin for their error to be known.
    static final long FIRST_LOOK_BLOCKS = 8;

    private static final double ERROR_RATE = 0.05;

    public Precision {
        targets = List.copyOf(targets);
    }

    /// Whether a run may end before all of its paths.
    public boolean mayStop() {
        return !targets.isEmpty();
    }

    /// Why the targets make no sense with a plan's units; empty if they do.
    public Optional<String> obstacle(Plan plan) {
        return targets.stream().flatMap(target -> obstacle(target, plan).stream()).findFirst();
    }

    private static Optional<String> obstacle(PrecisionTarget target, Plan plan) {
        Unit unit = plan.unitOfMetric(target.measure().metric());
        boolean dollars = target.scale() == Scale.MILLION_DOLLARS || target.scale() == Scale.BILLION_DOLLARS;
        boolean fits = dollars ? unit == Unit.MONEY : target.scale() != Scale.POINTS || unit == Unit.SHARE;
        return fits
                ? Optional.empty()
                : Optional.of(target + ": " + target.measure().metric() + " is in " + unit.text()
                        + ", so that an amount without a unit is in " + unit.text() + " too");
    }

    /// Where a run stands in view of its targets.
    ///
    /// @param limit paths after which it ends in any case
    List<State> states(Look look, List<Measure> measures, long limit) {
        double widening = widening(limit);
        return targets.stream()
                .map(target -> state(target, look.readings().get(measures.indexOf(target.measure())), widening))
                .toList();
    }

    private static State state(PrecisionTarget target, Reading reading, double widening) {
        Estimate e = reading.estimate();
        double half = Math.max(e.high() - e.value(), e.value() - e.low());
        return new State(target, e, widening * half, target.tolerance(e.value()), reading.thin());
    }

    /// Half width of a look's interval over that of the single look's 95 % interval.
    static double widening(long limit) {
        long blocks = (limit + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
        double looks = LookSchedule.count(FIRST_LOOK_BLOCKS, blocks);
        return normal(ERROR_RATE / 2 / looks) / normal(ERROR_RATE / 2);
    }

    /// The standard normal's quantile.
    private static double normal(double probability) {
        return NormalQuantile.of((int) (long) (probability * 0x1p32));
    }

    /// One target at one look, in the metric's unit.
    ///
    /// @param error half width of the look's interval
    /// @param tolerance half width that is asked for
    public record State(PrecisionTarget target, Estimate estimate, double error, double tolerance, boolean thin) {
        public boolean holds() {
            return error <= tolerance && !thin;
        }

        /// By how much the paths must grow, as errors fall with their root; at least 1.
        public double growth() {
            return Math.max(1, error / tolerance * (error / tolerance));
        }
    }

    /// Why a run ended.
    public enum Reason { TARGETS_HOLD, PATHS_USED, TIME_USED }

    /// How a run with targets ended.
    ///
    /// @param limit paths after which it would have ended in any case
    public record Outcome(Reason reason, long limit, List<State> states) {}
}
