package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double LARGEST_ERROR = 4.7e-7;
    private static final long HALF = 1L << 31;

    @Test
    void isWithinItsErrorOfTheInverseDistributionFunction() {
        for (long cell = 0; cell < HALF; cell += 4099) {
            assertAccurate(cell);
        }
    }

    @Test
    void isWithinItsErrorAtEveryOctaveBorder() {
        for (int octave = 0; octave <= 31; octave++) {
            long border = 1L << octave;
            for (long cell = Math.max(0, border - 1000); cell < Math.min(HALF, border + 1000); cell++) {
                assertAccurate(cell);
            }
        }
    }

    @Test
    void neverFallsAcrossOctaveBordersOrTheMiddle() {
        for (int octave = 0; octave <= 31; octave++) {
            long border = 1L << octave;
            assertNeverFalls(Math.max(0, border - 100_000), border + 100_000, 1);
        }
    }

    @Test
    void neverFallsOverTheWholeRange() {
        assertNeverFalls(0, 1L << 32, 1021);
    }

    @Test
    void complementOfTheWordIsTheNegative() {
        for (long cell = 0; cell < HALF; cell += 65_537) {
            int word = (int) cell;
            assertThat(NormalQuantile.of(~word)).isEqualTo(-NormalQuantile.of(word));
        }
    }

    @Test
    void endsAreTheQuantilesOfTheOuterCells() {
        assertThat((double) NormalQuantile.of(0)).isCloseTo(-6.3379, within(1e-4));
        assertThat((double) NormalQuantile.of(-1)).isCloseTo(6.3379, within(1e-4));
        assertThat(NormalQuantile.of(Integer.MAX_VALUE)).isBetween(-2e-7f, 0f);
    }

    /// The same words through the true quantile: what differs is the error of the fit, not of the stride.
    @Test
    void evenMomentsOverAStrideAreThoseOfTheTrueQuantile() {
        double second = 0;
        double fourth = 0;
        int words = 0;
        for (long cell = 2048; cell < HALF; cell += 4096) {
            double square = Math.pow(NormalQuantile.of((int) cell), 2);
            double exact = Math.pow(NORMAL.inverseCumulativeProbability((cell + 0.5) * 0x1p-32), 2);
            second += square - exact;
            fourth += square * square - exact * exact;
            words++;
        }
        assertThat(second / words).isCloseTo(0, within(2e-8));
        assertThat(fourth / words).isCloseTo(0, within(2e-7));
    }

    /// Half of all words; the other half is their negative. The true quantiles of the same words fall short of the
    /// moments 1 and 3 by 3e-10 and 3e-8, because a cell stands for its middle.
    @Test
    @Tag("slow")
    void overAllWordsItNeverFallsAndHasTheMomentsOfANormal() {
        double second = 0;
        double fourth = 0;
        float before = Float.NEGATIVE_INFINITY;
        for (long cell = 0; cell < HALF; cell++) {
            float z = NormalQuantile.of((int) cell);
            if (z < before) {
                assertThat(z).as("word %d", cell).isGreaterThanOrEqualTo(before);
            }
            before = z;
            double square = (double) z * z;
            second += square;
            fourth += square * square;
        }
        assertThat(second * 0x1p-31).isCloseTo(1, within(1e-8));
        assertThat(fourth * 0x1p-31).isCloseTo(3, within(5e-8));
    }

    /// CRC-32 of the results' bits over a stride: a last bit that moves, moves every published result.
    @Test
    void bitsAreThoseOfTheFormat() {
        var crc = new CRC32();
        var four = ByteBuffer.allocate(4);
        for (long word = 0; word < 1L << 32; word += 50_021) {
            crc.update(four.putFloat(0, NormalQuantile.of((int) word)).array());
        }
        assertThat(Long.toHexString(crc.getValue())).isEqualTo("27ff1cee");
    }

    private static void assertAccurate(long cell) {
        double exact = NORMAL.inverseCumulativeProbability((cell + 0.5) * 0x1p-32);
        double error = Math.abs(NormalQuantile.of((int) cell) - exact);
        if (!(error <= LARGEST_ERROR)) {
            assertThat(error).as("error at word %d", cell).isLessThanOrEqualTo(LARGEST_ERROR);
        }
    }

    private static void assertNeverFalls(long from, long to, int stride) {
        float before = Float.NEGATIVE_INFINITY;
        for (long word = from; word < to; word += stride) {
            float z = NormalQuantile.of((int) word);
            if (!(z >= before)) {
                assertThat(z).as("word %d", word).isGreaterThanOrEqualTo(before);
            }
            before = z;
        }
    }
}
