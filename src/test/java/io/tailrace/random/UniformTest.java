package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UniformTest {
    private static final int[] EDGES = {0, 1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE, -2, -1, 0x1234_5678};

    @Test
    void isExactlyTheMiddleOfItsCell() {
        for (int word : EDGES) {
            var middle = new BigDecimal(Integer.toUnsignedLong(word)).add(new BigDecimal("0.5"));
            var exact = middle.divide(new BigDecimal(1L << 32));
            assertThat(new BigDecimal(Uniform.of(word))).isEqualByComparingTo(exact);
        }
    }

    @Test
    void liesStrictlyBetweenZeroAndOne() {
        assertThat(Uniform.of(0)).isEqualTo(0x1p-33);
        assertThat(Uniform.of(-1)).isEqualTo(1 - 0x1p-33);
    }

    @Test
    void complementOfTheWordIsComplementOfTheProbability() {
        for (int word : EDGES) {
            assertThat(Uniform.of(~word)).isEqualTo(1 - Uniform.of(word));
        }
    }
}
