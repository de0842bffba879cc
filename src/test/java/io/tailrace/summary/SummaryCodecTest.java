package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummaryCodecTest {
    private static final Layout LAYOUT = new Layout(
            List.of(new Column("npv", 0, 0x1p-7), new Column("share", 1, 0x1p-20), new Column("gap", 2, 1)),
            List.of(0, 2),
            List.of(new Condition(1, List.of(0, 2))));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 13})
    void aSummaryComesBackWithTheSameStatistics(int blocks) {
        Summary summary = summary(0, blocks);
        assertSame(SummaryCodec.decode(LAYOUT, SummaryCodec.encode(summary)), summary);
    }

    @Test
    void whatOthersAddAfterwardsGivesTheBitsOfOneSummary() {
        Summary restored = SummaryCodec.decode(LAYOUT, SummaryCodec.encode(summary(3, 8)));
        restored.add(SummaryCodec.decode(LAYOUT, SummaryCodec.encode(summary(0, 3))));
        record(restored, 8, 13);
        assertSame(restored, summary(0, 13));
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() {
        byte[] bytes = SummaryCodec.encode(summary(0, 2));
        var random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> SummaryCodec.decode(LAYOUT, flipped)).hasMessageContaining("is damaged");
        }
        for (int length = 0; length < bytes.length; length += 97) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SummaryCodec.decode(LAYOUT, cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anotherLayoutsSummaryIsRefused() {
        byte[] bytes = SummaryCodec.encode(summary(0, 1));
        Layout other = new Layout(LAYOUT.columns(), List.of(0), LAYOUT.conditions());
        assertThatThrownBy(() -> SummaryCodec.decode(other, bytes)).hasMessageContaining("other columns");
        assertThatThrownBy(() -> SummaryCodec.decode(LAYOUT, SummaryCodec.sealed(new byte[]{3, 'a', 'b', 'c', 1})))
                .hasMessageContaining("no summary of version 1");
    }

    @Test
    void numbersOfEveryKindComeBack() {
        long[] whole = {0, 1, -1, 63, 64, -64, -65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
        double[] reals = {0.0, -0.0, 1e-320, Math.PI, Double.NEGATIVE_INFINITY, Double.NaN};
        var encoder = new Encoder();
        for (long x : whole) {
            encoder.signed(x);
            encoder.count(x);
        }
        for (double x : reals) {
            encoder.bits(x);
        }
        encoder.text("ja — −5");
        encoder.flag(true);
        var decoder = new Decoder(encoder.bytes());
        for (long x : whole) {
            assertThat(decoder.signed()).isEqualTo(x);
            assertThat(decoder.count()).isEqualTo(x);
        }
        for (double x : reals) {
            assertThat(Double.doubleToRawLongBits(decoder.bits())).isEqualTo(Double.doubleToRawLongBits(x));
        }
        assertThat(decoder.text()).isEqualTo("ja — −5");
        assertThat(decoder.flag()).isTrue();
        assertThat(decoder.isAtEnd()).isTrue();
        assertThatThrownBy(decoder::count).hasMessageContaining("ends after");
    }

    private static Summary summary(int first, int end) {
        var summary = new Summary(LAYOUT);
        record(summary, first, end);
        return summary;
    }

    /// Values of every size and sign, some missing; the last block is short.
    private static void record(Summary summary, int first, int end) {
        for (int block = first; block < end; block++) {
            var random = new SplittableRandom(block);
            int paths = block == 12 ? 100 : BlockSummary.PATHS;
            double[][] values = new double[3][BlockSummary.PATHS];
            for (int path = 0; path < paths; path++) {
                values[0][path] = random.nextGaussian() * Math.exp(10 * random.nextDouble());
                values[1][path] = random.nextInt(50) == 0 ? Double.NaN : random.nextDouble();
                values[2][path] = random.nextInt(9) < 8 ? Double.NaN : 1e30 * random.nextGaussian() * 1e-20;
            }
            summary.record(block, values, paths);
        }
    }

    private static void assertSame(Summary actual, Summary expected) {
        assertThat(actual.paths()).isEqualTo(expected.paths());
        assertThat(actual.statistics()).isEqualTo(expected.statistics());
        assertThat(actual.worst(0)).isEqualTo(expected.worst(0));
        assertThat(actual.worst(2)).isEqualTo(expected.worst(2));
        if (expected.paths() > 0) {
            assertThat(actual.tails().getFirst().mean(0, 0.1)).isEqualTo(expected.tails().getFirst().mean(0, 0.1));
            assertThat(actual.tails().getFirst().probabilityNegative(2, 0.3))
                    .isEqualTo(expected.tails().getFirst().probabilityNegative(2, 0.3));
        }
        assertThat(SummaryCodec.encode(actual)).isEqualTo(SummaryCodec.encode(expected));
    }
}
