package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class StreamsTest {
    /// Known answers of 32-bit FNV-1a (Fowler, Noll & Vo): "" 811c9dc5, "a" e40c292c,
    /// "foob" 3f5076ef, "foobar" bf9cf968.
    @Test
    void parametersAreHashedByFnvWithTheHighestBitSet() {
        assertThat(Streams.ofParameter("")).isEqualTo(0x811C_9DC5);
        assertThat(Streams.ofParameter("a")).isEqualTo(0xE40C_292C);
        assertThat(Streams.ofParameter("foob")).isEqualTo(0x3F50_76EF | 0x8000_0000);
        assertThat(Streams.ofParameter("foobar")).isEqualTo(0xBF9C_F968);
    }

    /// FNV-1a of the octets c3 a4.
    @Test
    void parametersAreHashedAsUtf8() {
        assertThat(Streams.ofParameter("\u00e4")).isEqualTo(0x199D_E0E2 | 0x8000_0000);
    }

    @Test
    void everyDrawHasAnAddressOfItsOwn() {
        var addresses = new HashSet<Integer>();
        for (Draw draw : Draw.values()) {
            assertThat(draw.word()).isBetween(0, 3);
            assertThat(addresses.add(draw.stream() * 4 + draw.word())).as(draw.name()).isTrue();
        }
    }

    @Test
    void drawsAreOrderedAsPublished() {
        int[] addresses = Arrays.stream(Draw.values())
                .mapToInt(draw -> draw.stream() * 4 + draw.word())
                .toArray();
        for (int i = 0; i < addresses.length; i++) {
            assertThat(addresses[i]).isEqualTo(i);
        }
        assertThat(String.join(" ", Arrays.stream(Draw.values()).map(Draw::name).toList()))
                .isEqualTo("DEMAND GROWTH PRICE CHANNEL TRAINIUM EFFICIENCY SPOT BASE "
                        + "REGIME JUMP JUMP_SIZE DEFAULT RENEGOTIATION COPULA_CHI_SQUARE");
    }

    @Test
    void projectsShareStreamsFourByFour() {
        assertThat(Streams.ofProject(0)).isEqualTo(32);
        assertThat(Streams.wordOfProject(3)).isEqualTo(3);
        assertThat(Streams.ofProject(11)).isEqualTo(34);
        assertThat(Streams.wordOfProject(11)).isEqualTo(3);
        assertThat(Streams.ofProject(12)).isEqualTo(35);
        assertThat(Streams.wordOfProject(12)).isZero();
    }

    @Test
    void wholePathDrawsNeverMeet() {
        assertThat(Streams.COMMON_DELAY).isEqualTo(16).isLessThan(Streams.ofProject(0));
        assertThat(Streams.ofProject(Integer.MAX_VALUE)).isPositive();
        assertThat(Streams.ofParameter("foob")).isNegative();
        assertThat(Streams.WHOLE_PATH).isZero();
    }
}
