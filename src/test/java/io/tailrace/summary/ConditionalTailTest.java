package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionalTailTest {
    private static final int N = 20_000;

    @Test
    void atTheEdgeOfABinItIsTheMeanOfTheSort() {
        double[] by = Given.values(N, i -> Math.floorDiv(i * 7919L % N, 20L) - 500.0); // -500 to 499, twenty of each
        double[] asked = Arrays.stream(Given.normals(N, 3)).map(ConditionalTailTest::toUnits).toArray();
        ConditionalTail tail = tail(1, by, asked);
        for (double share : new double[]{0.001, 0.1, 0.5, 0.75, 1}) {
            double[] worst = lowest(by, asked, (int) Math.round(share * N));
            double mean = Arrays.stream(worst).average().orElseThrow();
            double negative = Arrays.stream(worst).filter(x -> x < 0).count() / (double) worst.length;
            assertThat(tail.mean(1, share).value()).isCloseTo(mean, within(1e-12));
            assertThat(tail.probabilityNegative(1, share).value()).isCloseTo(negative, within(1e-12));
        }
    }

    /// The bin of the cut, a 1024th wide, holds some 10 of 2,000 paths that may be the wrong ones: 10/2000 deviations.
    @Test
    void insideABinItIsTheMeanOfTheSortUpToTheBin() {
        double[] by = Arrays.stream(Given.normals(N, 5)).map(x -> 1e5 * Math.exp(x)).toArray();
        double[] noise = Given.normals(N, 6);
        double[] asked = Given.values(N, i -> Math.log(by[i]) + noise[i]);
        double exact = Arrays.stream(lowest(by, asked, N / 10)).average().orElseThrow();
        assertThat(tail(0x1p-7, by, asked).mean(1, 0.1).value()).isCloseTo(exact, within(0.01));
    }

    @Test
    void anAtomIsSplitInProportion() {
        double[] asked = Arrays.stream(Given.normals(N, 7)).map(ConditionalTailTest::toUnits).toArray();
        ConditionalTail tail = tail(1, new double[N], asked);
        double mean = Arrays.stream(asked).average().orElseThrow();
        assertThat(tail.mean(1, 0.1).value()).isCloseTo(mean, within(1e-12));
        assertThat(tail.paths(0.1)).isEqualTo(N / 10.0);
    }

    @Test
    void theBinOfTheCutCountsInProportion() {
        ConditionalTail tail = tail(1, new double[]{0, 7, 0, 7}, new double[]{4, 8, 4, -8});
        assertThat(tail.mean(1, 0.75).value()).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(tail.probabilityNegative(1, 0.75).value()).isCloseTo(0.5 / 3, within(1e-15));
    }

    /// For a column conditional on itself the mean is the shortfall, and so must be its error; the value at the cut
    /// is read off a fifth of the tail here: 5 %.
    @Test
    void onItselfItIsTheShortfallWithItsError() {
        double[] values = Given.normals(N, 8);
        Estimate conditional = tail(Given.FINE, values, values).mean(1, 0.05);
        Estimate shortfall = Given.statistics(Given.FINE, values).tail(0.95).shortfall();
        assertThat(conditional.value()).isCloseTo(shortfall.value(), within(2e-3));
        assertThat(conditional.standardError() / shortfall.standardError()).isCloseTo(1, within(0.05));
    }

    /// Independent of the condition the error is √(variance/paths): 1/√2000, ± 5 % for the tail's own variance.
    @Test
    void ofAnIndependentColumnTheErrorIsThatOfAPlainMean() {
        ConditionalTail tail = tail(Given.FINE, Given.normals(N, 9), Given.normals(N, 10));
        assertThat(tail.mean(1, 0.1).standardError() * Math.sqrt(N / 10.0)).isCloseTo(1, within(0.05));
        Estimate negative = tail.probabilityNegative(1, 0.1);
        assertThat(negative.high() - negative.low()).isCloseTo(2 * Estimate.Z * 0.5 / Math.sqrt(2000), within(0.004));
    }

    @Test
    void leftOutPathsAreInNoSum() {
        double[] by = {1, Double.NaN, 2, 3, 4};
        double[] asked = {10, 1000, Double.NaN, -20, 1000};
        ConditionalTail tail = tail(1, by, asked);
        assertThat(tail.paths(1)).isEqualTo(4);
        assertThat(tail.mean(1, 0.75).value()).isEqualTo(-5);
        assertThat(tail.probabilityNegative(1, 0.75).value()).isEqualTo(0.5);
    }

    @Test
    void mergingInAnyOrderGivesTheSameBits() {
        double[] by = Arrays.stream(Given.normals(N, 11)).map(x -> 1e4 * x).toArray();
        double[] asked = Arrays.stream(Given.normals(N, 12)).map(x -> 1e6 * x).toArray();
        ConditionalTail all = tail(1, by, asked);
        SplittableRandom random = new SplittableRandom(13);
        ConditionalTail merged = tail(1, new double[0], new double[0]);
        for (int part : Shuffled.order(20, random)) {
            int from = 1000 * part;
            double[] partOfBy = Arrays.copyOfRange(by, from, from + 1000);
            merged.add(tail(1, partOfBy, Arrays.copyOfRange(asked, from, from + 1000)));
        }
        for (double share : new double[]{0.01, 0.1, 0.9}) {
            assertThat(merged.mean(1, share)).isEqualTo(all.mean(1, share));
            assertThat(merged.probabilityNegative(1, share)).isEqualTo(all.probabilityNegative(1, share));
        }
    }

    @Test
    void sumsThatOverflowAreRefused() {
        double[] huge = {0x1p52, 0x1p52, 0x1p52};
        assertThatThrownBy(() -> tail(1, new double[3], huge)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void columnsAndSharesThatWereNotKeptAreRefused() {
        ConditionalTail tail = tail(1, new double[3], new double[3]);
        assertThatThrownBy(() -> tail.mean(0, 0.1)).hasMessageContaining("Column 0");
        assertThatThrownBy(() -> tail.mean(1, 0)).hasMessageContaining("0.0");
    }

    @Test
    void wideSumsAreThoseOfBigIntegers() {
        SplittableRandom random = new SplittableRandom(14);
        long[] cells = new long[2];
        BigInteger exact = BigInteger.ZERO;
        for (int i = 0; i < 1000; i++) {
            long x = random.nextLong() >> random.nextInt(5, 64);
            WideSum.addSquare(cells, 0, x);
            exact = exact.add(BigInteger.valueOf(x).pow(2));
            BigInteger low = new BigInteger(Long.toUnsignedString(cells[1]));
            assertThat(BigInteger.valueOf(cells[0]).shiftLeft(64).add(low)).isEqualTo(exact);
        }
        assertThat(WideSum.toDouble(cells, 0)).isCloseTo(exact.doubleValue(), within(4e-16 * exact.doubleValue()));
    }

    private static double toUnits(double x) {
        return Math.rint(x * TailCells.UNITS_PER_ONE) / TailCells.UNITS_PER_ONE;
    }

    private static double[] lowest(double[] by, double[] asked, int n) {
        return IntStream.range(0, by.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> by[i]))
                .limit(n)
                .mapToDouble(i -> asked[i])
                .toArray();
    }

    private static ConditionalTail tail(double resolution, double[] by, double[] asked) {
        List<Column> columns = List.of(Given.column(resolution), new Column("asked", 0, 1));
        Condition condition = new Condition(0, List.of(1));
        ConditionalTail tail = new ConditionalTail(new Layout(columns, List.of(), List.of(condition)), condition);
        tail.record(new double[][]{by, asked}, by.length);
        return tail;
    }
}
