package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    @Test
    void anEncodingWithoutOurCharactersGivesWayToUtf8() {
        assertThat(Terminal.charset("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Terminal.charset("no-such-encoding")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Terminal.charset(null)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Terminal.charset("UTF-16")).isEqualTo(StandardCharsets.UTF_16);
    }
}
