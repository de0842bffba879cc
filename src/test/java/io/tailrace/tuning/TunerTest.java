package io.tailrace.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Machines whose speed under every setting is known.
final class TunerTest {
    private static final double ERROR = 10;
    private static final Tuning NARROW = Tuning.DEFAULTS.with(Knob.LANES, "256");
    private static final Tuning SMALL = Tuning.DEFAULTS.with(Knob.TILE, "64");
    private static final Tuning LARGE = Tuning.DEFAULTS.with(Knob.TILE, "256");

    private final List<Tuning> measured = new ArrayList<>();

    @Test
    void theFastestValueOfEachKnobIsAdoptedIfTogetherTheyAreFaster() {
        Tuner.Outcome outcome = tune(tuning -> 1000 - (has(tuning, NARROW) ? 100 : 0) - (has(tuning, SMALL) ? 30 : 0)
                - (has(tuning, LARGE) ? 50 : 0));
        assertThat(outcome.tuning()).isEqualTo(NARROW.with(Knob.TILE, "256"));
        assertThat(outcome.first()).hasSize(4);
        assertThat(outcome.again().get(1).nanoseconds()).isEqualTo(850);
        Tuner.Gain gain = outcome.gain().orElseThrow();
        assertThat(gain.share()).isCloseTo(0.15, within(1e-12));
        assertThat(gain.error()).isCloseTo(0.85 * Math.hypot(0.01, 10.0 / 850), within(1e-12));
    }

    @Test
    void whatIsFasterWithinTheErrorsIsNotAdoptedAndNothingIsMeasuredAgain() {
        Tuner.Outcome outcome = tune(tuning -> has(tuning, SMALL) ? 1000 - 2 * ERROR : 1000);
        assertThat(outcome.tuning()).isEqualTo(Tuning.DEFAULTS);
        assertThat(outcome.again()).isEmpty();
        assertThat(outcome.gain()).isEmpty();
        assertThat(measured).containsExactly(Tuning.DEFAULTS, NARROW, SMALL, LARGE);
    }

    @Test
    void knobsThatSpoilEachOtherAreNotAdopted() {
        Tuner.Outcome outcome =
                tune(tuning -> tuning.knobs().size() == 2 ? 1100 : 1000 - 50.0 * tuning.knobs().size());
        assertThat(outcome.again()).hasSize(3);
        assertThat(outcome.tuning()).isEqualTo(Tuning.DEFAULTS);
    }

    /// The first measurement of the defaults fell into a busy moment.
    @Test
    void aGainThatDoesNotShowAgainIsNotAdopted() {
        Tuner.Outcome outcome = tune(_ -> measured.size() == 1 ? 1200 : 1000);
        assertThat(outcome.again()).hasSize(3);
        assertThat(outcome.tuning()).isEqualTo(Tuning.DEFAULTS);
    }

    /// Where the machine becomes faster meanwhile, only one of both measurements of the defaults is cleared.
    @Test
    void theGainIsHeldAgainstBothMeasurementsOfTheDefaults() {
        Tuner.Outcome outcome =
                tune(tuning -> 1000 - (has(tuning, SMALL) ? 100 : 0) - (measured.size() == 7 ? 150 : 0));
        assertThat(outcome.again()).extracting(Measurement::nanoseconds).containsExactly(1000.0, 900.0, 850.0);
        assertThat(outcome.tuning()).isEqualTo(Tuning.DEFAULTS);
    }

    @Test
    void noLanesWiderThanTheMachinesAndNoHalfProcessorAreTried() {
        assertThat(Tuning.neighbours(128, 1)).extracting(Tuning::text).containsExactly(
                "tiles of 64 paths", "tiles of 256 paths", "tiles of 512 paths", "kernel model", "recording scalar");
        assertThat(Tuning.neighbours(512, 8)).extracting(Tuning::text).contains(
                "256-bit lanes", "128-bit lanes", "threads 4").hasSize(8);
    }

    private Tuner.Outcome tune(ToDoubleFunction<Tuning> nanoseconds) {
        Function<Tuning, Measurement> measure = tuning -> {
            measured.add(tuning);
            return new Measurement(tuning, nanoseconds.applyAsDouble(tuning), ERROR);
        };
        return Tuner.tune(List.of(NARROW, SMALL, LARGE), measure);
    }

    private static boolean has(Tuning tuning, Tuning one) {
        return tuning.knobs().entrySet().containsAll(one.knobs().entrySet());
    }
}
