package io.tailrace.analysis;

import io.tailrace.engine.RunResult;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.Amount;
import io.tailrace.scenario.Limit;
import io.tailrace.scenario.Limit.Share;
import io.tailrace.scenario.Limit.Statistic;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.BinnedValues;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Quantile;
import io.tailrace.summary.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A limit held against a run.
///
/// The value decides between held and breached, the 95 % interval how surely: where it lies on both sides of the bound,
/// or is not known, the verdict stands within the error. So a limit is breached or held in every run, and who is to be
/// woken does not depend on how many paths were affordable. What has no value at all counts as breached.
///
/// Error: of a quasi-random run, statistics that its replicates kept have the error that these show; other levels, and
/// shares, the interval of as many independent paths, which scrambled points and Latin hypercubes rarely exceed. Source:
/// Owen, "Monte Carlo variance of scrambled net quadrature" (1997).
///
/// @param unit of estimate and bound
/// @param estimate of the limit's subject
/// @param thin whether fewer than 100 paths lie in its tail, so that the interval is too short and proves nothing
public record LimitCheck(Limit limit, Unit unit, Estimate estimate, boolean thin, Verdict verdict) {
    /// How a limit fares.
    public enum Verdict { HELD, HELD_WITHIN_ERROR, BREACHED_WITHIN_ERROR, BREACHED, UNKNOWN }

    /// All limits of the run's scenario, as it lists them.
    public static List<LimitCheck> of(List<String> limits, RunResult run) {
        return limits.stream().map(Limit::of).map(limit -> of(limit, run)).toList();
    }

    static LimitCheck of(Limit limit, RunResult run) {
        Reading reading = switch (limit.subject()) {
            case Statistic statistic -> reading(statistic, run);
            case Share share -> new Reading(share(share, run), false);
        };
        return new LimitCheck(
                limit, unit(limit, run.plan()), reading.estimate, reading.thin,
                verdict(limit, reading.estimate, reading.thin));
    }

    public boolean breached() {
        return verdict != Verdict.HELD && verdict != Verdict.HELD_WITHIN_ERROR;
    }

    /// Amounts in units that their metric does not have, each with what would make sense.
    public static List<String> obstacles(List<String> limits, Plan plan) {
        return limits.stream()
                .map(Limit::of)
                .flatMap(limit -> Stream.of(
                        limit.subject() instanceof Share share
                                ? obstacle(limit, share.threshold(), unitOfMetric(share, plan), share.metric())
                                : Optional.<String>empty(),
                        obstacle(limit, limit.bound(), unit(limit, plan), limit.subject().toString())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> obstacle(Limit limit, Amount amount, Unit unit, String what) {
        boolean fits = switch (amount.scale()) {
            case PERCENT, POINTS -> unit == Unit.SHARE;
            case MILLION_DOLLARS, BILLION_DOLLARS -> unit == Unit.MONEY;
            case OWN_UNIT -> true;
        };
        return fits
                ? Optional.empty()
                : Optional.of(limit + ": " + what + " is in " + unit.text() + ", so that " + amount
                        + " cannot be held against it; an amount without a unit is in " + unit.text());
    }

    static Verdict verdict(Limit limit, Estimate estimate, boolean thin) {
        double bound = limit.bound().inOwnUnit();
        if (Double.isNaN(estimate.value())) {
            return Verdict.UNKNOWN;
        }
        boolean held = limit.side().keeps(estimate.value(), bound);
        boolean sure = !thin
                && limit.side().keeps(estimate.low(), bound) == held
                && limit.side().keeps(estimate.high(), bound) == held
                && !Double.isNaN(estimate.low());
        if (held) {
            return sure ? Verdict.HELD : Verdict.HELD_WITHIN_ERROR;
        }
        return sure ? Verdict.BREACHED : Verdict.BREACHED_WITHIN_ERROR;
    }

    private static Reading reading(Statistic statistic, RunResult run) {
        Measure measure = statistic.measure();
        int column = column(statistic, run);
        ColumnStatistics kept = run.statistics().get(column);
        BinnedValues values = run.summary().values(column);
        double share = measure.level() / 100;
        return switch (measure.statistic()) {
            case mean -> new Reading(kept.mean(), false);
            case probability -> new Reading(
                    run.replicates().isEmpty() ? run.summary().probabilityBelow(column, 1).complement() : kept.mean(),
                    false);
            case p -> Reading.of(kept.quantiles().stream()
                    .filter(quantile -> quantile.probability() == share)
                    .findFirst()
                    .orElseGet(() -> Quantile.of(values, share)));
            case var -> {
                Tail tail = tail(kept, values, share);
                yield new Reading(tail.valueAtRisk(), tail.thin());
            }
            case cvar -> {
                Tail tail = tail(kept, values, share);
                yield new Reading(tail.shortfall(), tail.thin());
            }
        };
    }

    private static Tail tail(ColumnStatistics kept, BinnedValues values, double confidence) {
        return kept.tails().stream()
                .filter(tail -> tail.confidence() == confidence)
                .findFirst()
                .orElseGet(() -> Tail.lower(values, confidence));
    }

    private static Estimate share(Share share, RunResult run) {
        BinnedValues values = run.summary().values(column(share, run));
        double threshold = share.threshold().inOwnUnit();
        double part = share.below() ? values.shareStrictlyBelow(threshold) : values.shareStrictlyAbove(threshold);
        return Estimate.share(part, (double) values.count());
    }

    private static int column(Limit.Subject subject, RunResult run) {
        int quarter = subject.quarter().map(label -> quarter(run.plan(), label)).orElse(0);
        return run.summary().layout().indexOf(subject.metric(), quarter);
    }

    private static int quarter(Plan plan, String label) {
        int t = 1;
        while (!plan.label(t).equals(label)) {
            t++;
        }
        return t;
    }

    /// Of a probability a share, else the metric's.
    private static Unit unit(Limit limit, Plan plan) {
        return limit.subject() instanceof Share ? Unit.SHARE : unitOfMetric(limit.subject(), plan);
    }

    private static Unit unitOfMetric(Limit.Subject subject, Plan plan) {
        return subject.quarter().isEmpty()
                ? plan.unitOfMetric(subject.metric())
                : Arrays.stream(Quantity.values())
                        .filter(quantity -> quantity.key().equals(subject.metric()))
                        .findFirst()
                        .orElseThrow()
                        .unit();
    }

    private record Reading(Estimate estimate, boolean thin) {
        static Reading of(Quantile quantile) {
            return new Reading(quantile.estimate(), quantile.thin());
        }
    }
}
