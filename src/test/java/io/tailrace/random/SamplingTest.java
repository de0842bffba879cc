package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a pick-freeze sampling takes from either seed.
final class SamplingTest {
    private static final long PATH = (7L << 32) + 5;

    private final int[] mixed = new int[4];
    private final int[] first = new int[4];
    private final int[] second = new int[4];

    @Test
    void onlyReplacedDrawsComeFromTheOtherSeed() {
        draw(Set.of(DrawAddress.of(Draw.PRICE)), Draw.PRICE.stream(), 3);
        assertThat(mixed).containsExactly(first[0], first[1], second[2], first[3]);
        draw(Set.of(DrawAddress.of(Draw.PRICE)), Draw.REGIME.stream(), 3);
        assertThat(mixed).containsExactly(first);
    }

    @Test
    void projectsAndParametersAreReplacedByNumberAndName() {
        draw(Set.of(DrawAddress.ofProject(6)), Streams.ofProject(5), Streams.WHOLE_PATH);
        assertThat(mixed).containsExactly(first[0], first[1], second[2], first[3]);
        draw(Set.of(DrawAddress.ofParameter("a.b")), Streams.ofParameter("a.b"), Streams.WHOLE_PATH);
        assertThat(mixed[0]).isEqualTo(second[0]);
        draw(Set.of(DrawAddress.ofParameter("a.b")), Streams.ofParameter("a.c"), Streams.WHOLE_PATH);
        assertThat(mixed).containsExactly(first);
    }

    @Test
    void aWordOutsideAStreamIsRejected() {
        assertThatThrownBy(() -> new DrawAddress(0, 4)).hasMessageContaining("word 4");
    }

    private void draw(Set<DrawAddress> replaced, int stream, int quarter) {
        new Sampling.PickFreeze(11, 12, replaced).words(PATH, stream, quarter, mixed);
        Philox.words(11, PATH, stream, quarter, first);
        Philox.words(12, PATH, stream, quarter, second);
        assertThat(first).doesNotContain(second);
    }
}
