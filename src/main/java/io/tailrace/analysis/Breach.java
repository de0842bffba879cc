package io.tailrace.analysis;

import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/// A floor that some paths break, and what the drivers do on these.
///
/// The most likely point is where normal drivers are likeliest among all points that break the floor, had the outcome
/// been linear in them: the conditional means point there, and it lies β = -Φ⁻¹(P) standard deviations from the middle;
/// at 0 where the floor is broken more often than not. Exact for a linear outcome of normal drivers, correlated or not;
/// elsewhere the first-order answer.
/// Source: Hasofer & Lind (1974), Exact and invariant second-moment code format, for the point; the conditional mean of a
/// truncated normal, -φ(β) / Φ(-β), for the distance. Of reverse stress tests: Glasserman, Kang & Kang, Stress scenario
/// selection by empirical likelihood (2015).
///
/// @param floor what is broken
/// @param probability that it is
/// @param distance β, in standard deviations
/// @param drivers from the one that lies furthest from its mean on the breaching paths; empty where too few break
/// @param likeliestPath the breaching path that is nearest to the most likely point
/// @param causes groups of breaching paths that lie clearly apart, the largest first; one where they do not
public record Breach(
        Floor floor,
        Estimate probability,
        double distance,
        List<Toward> drivers,
        Optional<Long> likeliestPath,
        List<Cause> causes) {
    /// Fewer breaching paths than this tell nothing of their drivers.
    static final int FEWEST = 100;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /// @param quarters over which drivers are summed up
    /// @param level below which a path breaks it, in the unit
    public record Floor(String outcome, int quarters, double level, Unit unit) {}

    /// Where one driver tends to be.
    ///
    /// @param meanDeviations its mean on the breaching paths, in standard deviations from its mean on all
    /// @param likelyDeviations its place in the most likely point, likewise
    /// @param likelyValue the same in the driver's own unit; empty for shocks, which have none
    public record Toward(
            String driver,
            Driver.Kind kind,
            Estimate meanDeviations,
            Estimate likelyDeviations,
            Optional<Double> likelyValue) {
        /// Whether the driver is elsewhere than on all paths, beyond error and by more than a tenth of a deviation.
        public boolean isClear() {
            return Math.abs(meanDeviations.value()) > 0.1 && (meanDeviations.low() > 0 || meanDeviations.high() < 0);
        }
    }

    /// @param outcome `[path]`; NaN where a path has none
    static Breach of(Floor floor, double[] outcome, List<DriverScore> scores) {
        int[] breaching = IntStream.range(0, outcome.length).filter(path -> outcome[path] < floor.level).toArray();
        Estimate probability = Estimate.share((double) breaching.length / outcome.length, outcome.length);
        if (breaching.length < FEWEST) {
            return new Breach(floor, probability, Double.NaN, List.of(), Optional.empty(), List.of());
        }
        double distance = Math.max(0, -NORMAL.inverseCumulativeProbability(Math.min(0.5, probability.value())));
        double toPoint = distance * probability.value() / NORMAL.density(distance);
        List<Toward> drivers = scores.stream()
                .map(score -> toward(score, score.meanOf(breaching), toPoint))
                .sorted(Comparator.comparingDouble(
                        (Toward toward) -> Math.abs(toward.meanDeviations.value()))
                        .reversed())
                .toList();
        List<DriverScore> clear = clear(drivers, scores);
        double[] point = clear.stream()
                .mapToDouble(score -> toPoint * score.meanOf(breaching).value())
                .toArray();
        return new Breach(
                floor,
                probability,
                distance,
                drivers,
                Optional.of(Cause.nearest(breaching, clear, point)),
                Cause.of(breaching, clear));
    }

    private static Toward toward(DriverScore score, Estimate mean, double toPoint) {
        return new Toward(
                score.driver().key(),
                score.driver().kind(),
                mean,
                Estimate.normal(toPoint * mean.value(), toPoint * mean.standardError()),
                score.valueAt(toPoint * mean.value()));
    }

    /// Scores of the drivers that matter most, at most six: in more dimensions all paths are far from each other.
    private static List<DriverScore> clear(List<Toward> drivers, List<DriverScore> scores) {
        var clear = new ArrayList<DriverScore>();
        for (Toward toward : drivers) {
            if (toward.isClear() && clear.size() < Cause.MOST_DRIVERS) {
                scores.stream()
                        .filter(score -> score.driver().key().equals(toward.driver))
                        .forEach(clear::add);
            }
        }
        return clear;
    }
}
