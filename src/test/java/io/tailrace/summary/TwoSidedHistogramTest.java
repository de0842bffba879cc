package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoSidedHistogramTest {
    @Test
    void bothSidesOfZeroAreKeptInAscendingOrder() {
        BinnedValues values = Given.histogram(0.5, 3, -2, 0, -100, 3, -0.0, 0.2).values();
        assertThat(IntStream.range(0, values.bins()).mapToDouble(values::midpoint).toArray())
                .containsExactly(-100, -2, 0, 3);
        assertThat(IntStream.range(0, values.bins()).mapToLong(values::count).toArray())
                .containsExactly(1, 1, 3, 2);
    }

    @Test
    void countingValueByValueEqualsCountingBlocks() {
        double[] values = Given.normals(3000, 1);
        TwoSidedHistogram single = new TwoSidedHistogram(Given.column(Given.FINE));
        for (double value : values) {
            NarrowCounts one = new NarrowCounts();
            Given.count(one, Given.FINE, value);
            single.pour(one);
        }
        assertSame(single, Given.histogram(Given.FINE, values));
    }

    @Test
    void addingEqualsCountingEverythingInOne() {
        double[] values = Given.values(5000, i -> Math.scalb((i * 37 % 1000) - 500.0, i % 20));
        TwoSidedHistogram left = Given.histogram(1, Arrays.copyOf(values, 1700));
        left.add(Given.histogram(1, Arrays.copyOfRange(values, 1700, 5000)));
        assertSame(left, Given.histogram(1, values));
    }

    @Test
    void addingCommutesAndKnowsTheEmptyHistogram() {
        TwoSidedHistogram ab = Given.histogram(1, 5, 1e6);
        ab.add(Given.histogram(1, -3, Double.NaN));
        ab.add(Given.histogram(1));
        TwoSidedHistogram ba = Given.histogram(1, -3, Double.NaN);
        ba.add(Given.histogram(1, 5, 1e6));
        assertSame(ab, ba);
        assertThat(ab.count()).isEqualTo(3);
        assertThat(ab.leftOut()).isEqualTo(1);
    }

    @Test
    void differentResolutionsDoNotAdd() {
        TwoSidedHistogram one = Given.histogram(1, 5);
        assertThatThrownBy(() -> one.add(Given.histogram(2, 5))).hasMessageContaining("1.0 and 2.0");
    }

    @Test
    void askingInBetweenChangesNothing() {
        double[] values = Given.normals(20_000, 3);
        TwoSidedHistogram asked = new TwoSidedHistogram(Given.column(Given.FINE));
        NarrowCounts counts = new NarrowCounts();
        for (int from = 0; from < values.length; from += 1000) {
            Given.count(counts, Given.FINE, Arrays.copyOfRange(values, from, from + 1000));
            asked.pour(counts);
            assertThat(asked.values().count()).isEqualTo(from + 1000L);
        }
        assertSame(asked, Given.histogram(Given.FINE, values));
    }

    @Test
    void countBelowIsExactAtTheEdgesOfBins() {
        double[] values = Given.normals(10_000, 5);
        TwoSidedHistogram histogram = Given.histogram(0x1p-7, values);
        for (double edge : new double[]{-10, -2.5 - 0x1p-8, -0x1p-8, 0x1p-8, 1 - 0x1p-8, 2 - 0x1p-8, 10}) {
            assertThat(histogram.countBelow(edge + 1e-9))
                    .as("below %s", edge)
                    .isCloseTo(Arrays.stream(values).filter(x -> x < edge).count(), within(1L));
        }
        assertThat(histogram.countBelow(-10)).isZero();
        assertThat(histogram.countBelow(10)).isEqualTo(10_000);
    }

    @Test
    void valuesBeyondTheLargestBinAreClampedAndCounted() {
        TwoSidedHistogram histogram = Given.histogram(1, -1e30, 1, 2, 1e25);
        assertThat(histogram.clamped()).isEqualTo(2);
        assertThat(histogram.min()).isEqualTo(-1e30);
        assertThat(histogram.max()).isEqualTo(1e25);
        assertThat(histogram.quantile(0.5)).isEqualTo(1);
        assertThat(histogram.quantile(1)).isEqualTo(1e25);
    }

    @Test
    void nothingIsClampedShortOfTheLargestBin() {
        assertThat(Given.histogram(1, 0x1p61, -0x1.8p61).clamped()).isZero();
    }

    @Test
    void anEmptyHistogramHasNoQuantile() {
        TwoSidedHistogram histogram = Given.histogram(1, Double.NaN, Double.NaN);
        assertThat(histogram.quantile(0.5)).isNaN();
        assertThat(histogram.min()).isNaN();
        assertThat(histogram.countBelow(5)).isZero();
        assertThat(histogram.leftOut()).isEqualTo(2);
    }

    /// Any quantile is in the bin of the order statistic of rank ⌈np⌉, so off by at most a 1024th or a unit.
    @Test
    void quantilesAreNearestRanksUpToTheirBin() {
        SplittableRandom random = new SplittableRandom(17);
        for (int n : new int[]{1, 2, 7, 1000, 4097}) {
            double[] values = Given.values(n, _ -> 1e4 * random.nextGaussian() * random.nextDouble());
            TwoSidedHistogram histogram = Given.histogram(0x1p-7, values);
            double[] sorted = Arrays.stream(values).sorted().toArray();
            for (double p : new double[]{0.001, 0.05, 0.31, 0.5, 0.95, 0.999}) {
                double exact = sorted[(int) Math.ceil(n * p - 1e-9) - 1];
                assertThat(histogram.quantile(p)).isCloseTo(exact, within(Math.abs(exact) / 1023 + 0x1p-7));
            }
        }
    }

    @Test
    void smallWholeNumbersComeBackExactly() {
        TwoSidedHistogram histogram = Given.histogram(0x1p-4, Given.values(2100, i -> i % 21));
        for (int q = 1; q <= 21; q++) {
            assertThat(histogram.quantile((q - 0.5) / 21)).isEqualTo(q - 1);
        }
    }

    @Test
    void memoryDependsOnTheRangeAndNotOnTheCount() {
        long few = Given.histogram(1, Given.values(4_000, i -> i % 4000 - 2000.0)).estimatedBytes();
        long many = Given.histogram(1, Given.values(400_000, i -> i % 4000 - 2000.0)).estimatedBytes();
        assertThat(many).isEqualTo(few);
        assertThat(Given.histogram(1, -2000, 1e9).estimatedBytes()).isGreaterThan(few);
    }

    private static void assertSame(TwoSidedHistogram actual, TwoSidedHistogram expected) {
        BinnedValues a = actual.values();
        BinnedValues b = expected.values();
        assertThat(a.bins()).isEqualTo(b.bins());
        for (int bin = 0; bin < a.bins(); bin++) {
            assertThat(a.count(bin)).isEqualTo(b.count(bin));
            assertThat(new double[]{a.low(bin), a.high(bin)})
                    .containsExactly(b.low(bin), b.high(bin));
        }
        assertThat(totals(actual)).containsExactly(totals(expected));
    }

    private static double[] totals(TwoSidedHistogram h) {
        return new double[]{h.min(), h.max(), (double) h.count(), (double) h.leftOut(), (double) h.clamped()};
    }
}
