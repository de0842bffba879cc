package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void binsAreThoseOfHdrHistogram() {
        Histogram hdr = new Histogram(1, Bins.LARGEST_UNITS, Bins.SIGNIFICANT_DIGITS);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long units = random.nextLong() >>> (2 + random.nextInt(62));
            int bin = Bins.magnitudeBin(units);
            assertThat(Bins.lowestUnits(bin)).as("lowest of %d", units).isEqualTo(hdr.lowestEquivalentValue(units));
            assertThat(Bins.widthUnits(bin)).as("width at %d", units).isEqualTo(hdr.sizeOfEquivalentValueRange(units));
        }
    }

    @Test
    void binsFollowOneAnotherWithoutGapOrOverlap() {
        for (int bin = 0; bin < Bins.LAST_BIN; bin++) {
            assertThat(Bins.lowestUnits(bin + 1)).isEqualTo(Bins.lowestUnits(bin) + Bins.widthUnits(bin));
            assertThat(Bins.magnitudeBin(Bins.lowestUnits(bin))).isEqualTo(bin);
        }
    }

    @Test
    void aBinHoldsEveryValueItIsGivenFor() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextGaussian() * Math.scalb(1.0, random.nextInt(40));
            int bin = Bins.of(x, 4);
            double slack = Bins.widthUnits(bin) == 1 ? 0.5 : 0; // a unit-wide bin stands for its unit
            assertThat(4 * x).isBetween(Bins.low(bin) - slack, Bins.high(bin) + slack);
        }
    }

    @Test
    void theMiddleOfABinIsWithinOneIn2048OfItsValues() {
        for (int bin = 2048; bin < Bins.LAST_BIN; bin += 7) {
            double half = (Bins.high(bin) - Bins.low(bin)) / 2;
            assertThat(half / Bins.low(bin)).isLessThanOrEqualTo((1 + 1e-3) / 2048); // the half unit of overhang
        }
    }

    @Test
    void binsNeverFallAsValuesRise() {
        int previous = Integer.MIN_VALUE;
        for (double x = -5000.1; x < 5000; x += 0.23) {
            int bin = Bins.of(x, 1);
            assertThat(bin).isGreaterThanOrEqualTo(previous);
            previous = bin;
        }
    }

    @Test
    void bothSidesMirrorEachOther() {
        for (double x : new double[]{0.49, 0.5, 1, 2047.4, 2047.5, 1e6, 1e300}) {
            assertThat(Bins.of(-x, 1)).isEqualTo(-Bins.of(x, 1));
        }
    }

    @Test
    void whatIsNearerToZeroThanHalfAUnitSharesBinZero() {
        for (double x : new double[]{0.0, -0.0, 0.124, -0.124, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            assertThat(Bins.of(x, 4)).isZero();
        }
        assertThat(Bins.of(-0.125, 4)).isEqualTo(-1);
    }
}
