package io.tailrace.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import io.tailrace.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LookupTest {
    private static final Machine HERE = new Machine("here", "Linux amd64, 4 processors (Fast)", "Some VM 25.0.1");
    private static final Tuning TUNING = Tuning.DEFAULTS.with(Knob.LANES, "256").with(Knob.THREADS, "2");

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsFoundAgain() throws IOException {
        assertThat(Lookup.in(written(), HERE)).isEqualTo(new Lookup(TUNING, Optional.empty()));
        assertThat(Files.readString(written())).contains(
                "256-bit lanes, threads 2: 10.0 % less time than the defaults [8.7 %, 11.3 %, 99.9 % interval].",
                "\"measured\" : \"2026-06-01T06:00:00Z\"", "\"commit\" : \"abc1234\"", "\"scenario\" : \"a.yaml\"");
        try (var files = Files.list(folder.resolve("tuned"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void noFileIsNoObstacle() {
        assertThat(Lookup.in(folder.resolve("none.json"), HERE))
                .isEqualTo(new Lookup(Tuning.DEFAULTS, Optional.empty()));
    }

    @Test
    void aTuningOfAnotherMachineProcessorOrJvmIsNotUsedAndSaid() throws IOException {
        for (Machine other : List.of(
                new Machine("there", HERE.hardware(), HERE.jvm()),
                new Machine("here", "Linux amd64, 2 processors (Slow)", HERE.jvm()),
                new Machine("here", HERE.hardware(), "Some VM 25.0.2"))) {
            Lookup found = Lookup.in(written(), other);
            assertThat(found.tuning()).isEqualTo(Tuning.DEFAULTS);
            assertThat(found.obstacle().orElseThrow()).contains(" is not used: it was measured on here, Linux amd64, 4",
                    ", and this is " + other.host() + ", " + other.hardware() + ", " + other.jvm());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"host\": \"here\"}", "{\"host\": \"here\", \"hardwa"})
    void aDamagedFileIsNotUsedAndSaid(String text) throws IOException {
        assertDamaged(text);
    }

    @ParameterizedTest
    @CsvSource({"lanesBits : 256, lanesBits : 200", "lanesBits : 256, wings : 2", "threads : 2, threads : 0"})
    void aKnobThatCannotStandSoIsDamageToo(String right, String wrong) throws IOException {
        assertDamaged(Files.readString(written()).replaceFirst(quoted(right), quoted(wrong)));
    }

    private static String quoted(String entry) {
        return "\"" + entry.replace(" : ", "\" : \"") + "\"";
    }

    private void assertDamaged(String text) throws IOException {
        Lookup found = Lookup.in(Files.writeString(folder.resolve("damaged.json"), text), HERE);
        assertThat(found.tuning()).isEqualTo(Tuning.DEFAULTS);
        assertThat(found.obstacle().orElseThrow()).contains("damaged.json is not used: it is not what `tune` writes (");
    }

    @Test
    void aFileIsNamedByItsHostAndNothingElse() {
        assertThat(new Machine("a/../b c", "", "").file()).isEqualTo(Path.of("configs/tuned/a-..-b-c.json"));
    }

    private Path written() throws IOException {
        Path file = folder.resolve("tuned/here.json");
        var defaults = new Measurement(Tuning.DEFAULTS, 1000, 10);
        var first = List.of(defaults, new Measurement(Tuning.DEFAULTS.with(Knob.LANES, "256"), 950, 10));
        var again = List.of(defaults, new Measurement(TUNING, 900, 9), defaults);
        new Tuned(HERE, new Manifest.Version("0.1.0", "abc1234"), Instant.parse("2026-06-01T06:00:00Z"), "a.yaml", 1000,
                new Tuner.Outcome(TUNING, first, again)).write(file);
        return file;
    }
}
