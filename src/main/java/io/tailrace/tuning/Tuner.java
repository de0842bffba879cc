package io.tailrace.tuning;

import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which knobs to turn, from measurements.
///
/// First each neighbour of the defaults is measured, one knob away; of every knob the fastest value is taken whose interval
/// clears that of the defaults. Then all that was taken is measured together, between two new measurements of the
/// defaults, and adopted only if it clears both.
/// Why again: the best of many measurements flatters itself, knobs may spoil each other, and a machine may have been
/// busier at the one time than at the other.
public final class Tuner {
    private Tuner() {}

    /// What the measurements came to.
    ///
    /// @param tuning adopted; the defaults where nothing is surely faster
    /// @param first of the defaults, then of each neighbour
    /// @param again defaults, all that was taken together, defaults; empty where nothing was taken
    public record Outcome(Tuning tuning, List<Measurement> first, List<Measurement> again) {
        public Outcome {
            first = List.copyOf(first);
            again = List.copyOf(again);
        }

        /// What the adopted tuning saves; empty where the defaults stay.
        public Optional<Gain> gain() {
            return tuning.equals(Tuning.DEFAULTS)
                    ? Optional.empty()
                    : Optional.of(Gain.of(fastest(again.getFirst(), again.getLast()), again.get(1)));
        }
    }

    /// Time saved, as a share of that of the defaults.
    ///
    /// @param error half of the 99.9 % interval, by the first-order errors of a ratio
    public record Gain(double share, double error) {
        static Gain of(Measurement defaults, Measurement tuned) {
            double ratio = tuned.nanoseconds() / defaults.nanoseconds();
            double spread = Math.hypot(tuned.error() / tuned.nanoseconds(), defaults.error() / defaults.nanoseconds());
            return new Gain(1 - ratio, ratio * spread);
        }
    }

    /// @param neighbours of the defaults, each with one knob turned
    /// @param measure takes its time
    public static Outcome tune(List<Tuning> neighbours, Function<Tuning, Measurement> measure) {
        List<Measurement> first = Stream.concat(Stream.of(Tuning.DEFAULTS), neighbours.stream()).map(measure).toList();
        Tuning together = together(first.getFirst(), first.subList(1, first.size()));
        if (together.equals(Tuning.DEFAULTS)) {
            return new Outcome(Tuning.DEFAULTS, first, List.of());
        }
        List<Measurement> again = Stream.of(Tuning.DEFAULTS, together, Tuning.DEFAULTS).map(measure).toList();
        boolean holds = again.get(1).clears(again.getFirst()) && again.get(1).clears(again.getLast());
        return new Outcome(holds ? together : Tuning.DEFAULTS, first, again);
    }

    /// The fastest value of each knob that has one faster than the defaults.
    private static Tuning together(Measurement defaults, List<Measurement> neighbours) {
        var best = new TreeMap<Knob, Measurement>();
        for (Measurement neighbour : neighbours) {
            if (neighbour.clears(defaults)) {
                best.merge(neighbour.tuning().knobs().firstKey(), neighbour, Tuner::fastest);
            }
        }
        Tuning together = Tuning.DEFAULTS;
        for (Map.Entry<Knob, Measurement> knob : best.entrySet()) {
            together = together.with(knob.getKey(), knob.getValue().tuning().knobs().get(knob.getKey()));
        }
        return together;
    }

    private static Measurement fastest(Measurement one, Measurement other) {
        return one.nanoseconds() <= other.nanoseconds() ? one : other;
    }
}
