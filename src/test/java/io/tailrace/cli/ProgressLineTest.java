package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.engine.Precision;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Estimate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressLineTest {
    private final StringWriter screen = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void theLineSaysHowFarHowFastAndHowLongStill() {
        try (ProgressLine line = line(true)) {
            at(line, 2, 250);
            assertThat(screen.toString()).contains("███████░", " 25.0 %", "125 paths a second", "6.0 s left");
        }
        assertThat(screen.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void thePaceIsThatOfTheLastSeconds() {
        try (ProgressLine line = line(true)) {
            at(line, 4, 10);
            at(line, 8, 410);
            assertThat(screen.toString()).endsWith("100 paths a second, 5.9 s left\u001b[K");
        }
    }

    @Test
    void aRunWithTargetsShowsTheirErrorsAndHowLongTheyTake() {
        var target =
                PrecisionTarget.parse("--until", List.of("cvar95(npvTaas) within 0.5 %"), Set.of("npvTaas")).getFirst();
        try (ProgressLine line = line(true)) {
            line.look(List.of(new Precision.State(target, Estimate.exact(2000), 24, 10, false)), 500);
            at(line, 2, 250);
            assertThat(screen.toString())
                    .contains("50.0 %", "2.0 s left  cvar95(npvTaas) ±1.2 % (0.50 %)")
                    .doesNotContain("25.0 %");
        }
    }

    @Test
    void itIsNotDrawnMoreThanTenTimesASecondNorBackwards() {
        try (ProgressLine line = line(true)) {
            clock.set(50_000_000);
            line.update(10, 1000);
            assertThat(screen.toString()).isEmpty();
            at(line, 1, 500);
            String drawn = screen.toString();
            at(line, 2, 400);
            assertThat(screen.toString()).isEqualTo(drawn);
        }
    }

    @Test
    void nothingIsDrawnWhereThereIsNoScreen() {
        try (ProgressLine line = line(false)) {
            at(line, 2, 250);
        }
        assertThat(screen.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 s", "9.94, 9.9 s", "42.4, 42 s", "59.7, 1 min 00 s", "61, 1 min 01 s", "3599.6, 1 h 00 min",
        "86400, 24 h 00 min"})
    void durationsReadAsPeopleSayThem(double seconds, String text) {
        assertThat(Durations.text(seconds)).isEqualTo(text);
    }

    private ProgressLine line(boolean live) {
        return new ProgressLine(new PrintWriter(screen), live, clock::get);
    }

    private void at(ProgressLine line, long seconds, long done) {
        clock.set(seconds * 1_000_000_000L);
        line.update(done, 1000);
    }
}
