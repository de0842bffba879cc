package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class NarrowCountsTest {
    private static final double[] VALUES = {-3, 5, 5, 0, 700};

    private final Histogram negative = growing();
    private final Histogram positive = growing();

    @Test
    void pouringMovesEveryCountToItsSide() {
        NarrowCounts counts = new NarrowCounts();
        Given.count(counts, 1, VALUES);
        counts.pour(negative, positive);
        assertThat(negative.getCountAtValue(3)).isEqualTo(1);
        assertThat(positive.getCountAtValue(5)).isEqualTo(2);
        assertThat(positive.getCountAtValue(0)).isEqualTo(1);
        assertThat(positive.getTotalCount()).isEqualTo(4);
        assertThat(counts.total()).isZero();
    }

    @Test
    void aWiderRangeKeepsWhatWasCounted() {
        NarrowCounts counts = new NarrowCounts();
        for (int i = 0; i < 3000; i++) {
            Given.count(counts, 1, VALUES);
        }
        Given.count(counts, 1, -1e6, 1e9);
        counts.pour(negative, positive);
        assertThat(positive.getCountAtValue(5)).isEqualTo(6000);
        assertThat(negative.getTotalCount()).isEqualTo(3001);
        assertThat(positive.getMaxValue()).isGreaterThanOrEqualTo(999_000_000);
    }

    @Test
    void pouringTwiceCountsOnce() {
        NarrowCounts counts = new NarrowCounts();
        Given.count(counts, 1, VALUES);
        counts.pour(negative, positive);
        counts.pour(negative, positive);
        assertThat(positive.getTotalCount() + negative.getTotalCount()).isEqualTo(5);
    }

    @Test
    void roomEndsBeforeAnIntegerOverflows() {
        NarrowCounts counts = new NarrowCounts();
        Given.count(counts, 1, VALUES);
        assertThat(counts.hasRoomFor(Integer.MAX_VALUE - 5)).isTrue();
        assertThat(counts.hasRoomFor(Integer.MAX_VALUE - 4)).isFalse();
    }

    private static Histogram growing() {
        Histogram histogram = new Histogram(1, 2, Bins.SIGNIFICANT_DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }
}
