package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.WeightedPaths;
import io.tailrace.plan.Metric;
import io.tailrace.random.CrossEntropy;
import io.tailrace.random.DrawShape;
import io.tailrace.random.Sampling;
import io.tailrace.random.Tilt;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// Pilot runs that look for a law of the draws under which a metric often lies below a level.
///
/// Round by round the worst tenth of the pilot's paths shows where to go next, until a tenth lies below the level; one
/// more round, drawn by what was found there, settles the law and tells what it gains. Pilots have seeds of their own,
/// so what they found is independent of the run that uses it.
/// Source: the adaptive cross-entropy method, Rubinstein & Kroese (2004), section 3.4.
final class TiltSearch {
    static final int PILOT_PATHS = 1 << 14;

    private static final int MOST_ROUNDS = 10;
    private static final double ELITE = 0.1;
    /// Rounds differ in their seeds by odd multiples of this.
    private static final long SEED_STEP = 0x9E37_79B9_7F4A_7C15L;

    private final Study study;
    private final Metric metric;
    private final double level;
    private int rounds;

    TiltSearch(Study study, Metric metric, double level) {
        this.study = study;
        this.metric = metric;
        this.level = level;
    }

    /// What was found.
    ///
    /// @param gain variance of the breach probability from plain paths over that from as many of these, in the pilot
    record Found(Tilt tilt, double gain) {}

    /// Empty where the pilots do not get to the level.
    Optional<Found> search() {
        DrawShape shape = study.plan().drawShape();
        List<Tilt> tilts = List.of();
        boolean there = false;
        while (rounds < MOST_ROUNDS) {
            rounds++;
            var drawn = new Sampling.Tilted(study.size().seed() + rounds * SEED_STEP, tilts);
            WeightedPaths pilot = study.weighted(drawn, PILOT_PATHS, ColumnKey.of(metric));
            double[] x = pilot.values().of(metric);
            double worst = Influence.at(Influence.sorted(x), ELITE);
            boolean thereNow = worst < level;
            if (thereNow && there) {
                return Optional.of(new Found(tilts.getFirst(), TailRisk.gain(x, pilot.weights(), level)));
            }
            there = thereNow;
            LongPredicate met = thereNow ? path -> x[(int) path] < level : path -> x[(int) path] <= worst;
            tilts = List.of(CrossEntropy.fit(drawn, shape, met, pilot.weights()));
        }
        return Optional.empty();
    }

    int pathsRun() {
        return rounds * PILOT_PATHS;
    }
}
