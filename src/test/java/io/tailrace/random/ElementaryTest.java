package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final int POINTS = 1_000_000;

    @Test
    void valuesAreWithinTheirErrorsOfTheKnownAnswers() throws IOException {
        var rows = KnownAnswers.of("elementary.txt");
        assertThat(rows).hasSizeGreaterThan(1000);
        for (String[] row : rows) {
            double x = Double.parseDouble(row[1]);
            double nearest = Double.parseDouble(row[2]);
            double ulps = (function(row[0]).applyAsDouble(x) - nearest) / Math.ulp(nearest);
            double error = Math.abs(ulps - Double.parseDouble(row[3]));
            assertThat(error).as(String.join(" ", row)).isLessThanOrEqualTo(largestError(row[0]));
        }
    }

    /// `StrictMath` itself errs by less than 1 ulp.
    @Test
    void exponentialsAgreeWithStrictMathOnDenseGrids() {
        double step = 1400.0 / POINTS;
        for (int i = 0; i <= POINTS; i++) {
            assertWithinTwoUlps(-700 + i * step, Elementary::exp, StrictMath::exp);
            assertWithinTwoUlps((i - POINTS / 2) * 1e-6, Elementary::exp, StrictMath::exp);
        }
    }

    @Test
    void logarithmsAgreeWithStrictMathOnDenseGrids() {
        long first = Double.doubleToRawLongBits(Double.MIN_NORMAL);
        long step = (Double.doubleToRawLongBits(Double.MAX_VALUE) - first) / POINTS;
        for (int i = 0; i <= POINTS; i++) {
            assertWithinTwoUlps(Double.longBitsToDouble(first + i * step), Elementary::log, StrictMath::log);
            assertWithinTwoUlps(0.4 + i * 2e-6, Elementary::log, StrictMath::log);
        }
    }

    @Test
    void exponentialOfZeroIsOneAndLogarithmOfOneIsZero() {
        assertThat(Elementary.exp(0.0)).isEqualTo(1.0);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1.0);
        assertThat(Double.doubleToRawLongBits(Elementary.log(1))).isZero();
    }

    @Test
    void exponentsBeyondSevenHundredCountAsSevenHundred() {
        assertThat(Elementary.exp(701)).isEqualTo(Elementary.exp(700));
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Elementary.exp(700)).isBetween(1e304, 1.1e304);
        assertThat(Elementary.exp(-701)).isEqualTo(Elementary.exp(-700));
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isEqualTo(Elementary.exp(-700)).isBetween(9e-305, 1e-304);
    }

    @Test
    void notANumberStaysNotANumber() {
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.logistic(Double.NaN)).isNaN();
    }

    @Test
    void logarithmUndoesTheExponential() {
        for (double x = -699; x <= 699; x += 0.37) {
            assertThat(Elementary.log(Elementary.exp(x))).isCloseTo(x, within(3e-16 + Math.ulp(x)));
        }
    }

    @Test
    void logisticOfOppositesAddUpToOne() {
        assertThat(Elementary.logistic(0)).isEqualTo(0.5);
        for (double x = 0; x <= 60; x += 0.01) {
            assertThat(Elementary.logistic(x) + Elementary.logistic(-x)).isCloseTo(1, within(3.4e-16));
        }
    }

    @Test
    void logisticRunsFromAboveZeroToOne() {
        assertThat(Elementary.logistic(Double.NEGATIVE_INFINITY)).isBetween(9e-305, 1e-304);
        assertThat(Elementary.logistic(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.logistic(40)).isEqualTo(1);
        assertThat(Elementary.logistic(30)).isLessThan(1);
    }

    /// CRC-32 of the results' bits, the same with and without hardware fma and in the interpreter: a last bit that
    /// moves, moves every published result.
    @Test
    void bitsAreThoseOfTheFormat() {
        assertThat(checksum(Elementary::exp, -700, 700)).isEqualTo("f9df7720");
        assertThat(checksum(Elementary::log, 1e-3, 50)).isEqualTo("598c2a10");
        assertThat(checksum(Elementary::logistic, -40, 40)).isEqualTo("28ccd98b");
    }

    private static DoubleUnaryOperator function(String name) {
        return switch (name) {
            case "exp" -> Elementary::exp;
            case "log" -> Elementary::log;
            case "logistic" -> Elementary::logistic;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double largestError(String name) {
        return switch (name) {
            case "exp" -> 1.1;
            case "log" -> 0.83;
            case "logistic" -> 2.5;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void assertWithinTwoUlps(double x, DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        double expected = theirs.applyAsDouble(x);
        double actual = ours.applyAsDouble(x);
        if (!(Math.abs(actual - expected) <= 2 * Math.ulp(expected))) {
            assertThat(actual).as("at %s", Double.toHexString(x)).isEqualTo(expected);
        }
    }

    private static String checksum(DoubleUnaryOperator function, double from, double to) {
        var crc = new CRC32();
        var eight = ByteBuffer.allocate(8);
        for (int i = 0; i <= 1 << 16; i++) {
            double x = from + (to - from) * 0x1p-16 * i;
            crc.update(eight.putDouble(0, function.applyAsDouble(x)).array());
        }
        return Long.toHexString(crc.getValue());
    }
}
