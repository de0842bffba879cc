package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final int PATHS = 70 * BlockSummary.PATHS + 77; // the last block is short
    private static final Layout LAYOUT = new Layout(
            List.of(
                    new Column("spending", 0, 0x1p-7),
                    new Column("npv", 0, 0x1p-7),
                    new Column("margin", 1, 0x1p-20),
                    new Column("margin", 2, 0x1p-20),
                    new Column("fixed", 0, 1)),
            List.of(1, 2),
            List.of(new Condition(0, List.of(1, 2))));
    private static final double[][] RUN = run();

    private final Summary inOrder = recorded(LongStream.range(0, Given.blocks(PATHS)).toArray());

    @Test
    void arrivalOrderChangesNoBit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 5; round++) {
            assertSame(recorded(asLongs(Shuffled.order(Given.blocks(PATHS), random))), inOrder);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void threadsChangeNoBit(int threads) throws Exception {
        Summary summary = new Summary(LAYOUT);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> blocks = new ArrayList<>();
            for (long block : asLongs(Shuffled.order(Given.blocks(PATHS), new SplittableRandom(threads)))) {
                blocks.add(executor.submit(() -> Given.record(summary, new long[]{block}, RUN)));
            }
            for (Future<?> block : blocks) {
                block.get();
            }
        }
        assertSame(summary, inOrder);
    }

    /// One column, so that all threads want the same counters all the time.
    @Test
    void threadsThatMeetAtOneColumnLoseNoPath() throws Exception {
        Summary summary = new Summary(Layout.of(List.of(Given.column(1))));
        double[][] values = {Given.normals(256, 2)};
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                long first = 10_000L * thread;
                runs.add(executor.submit(() -> LongStream.range(first, first + 10_000)
                        .forEach(block -> summary.record(block, values, 256))));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(summary.paths()).isEqualTo(40_000L * 256);
        assertThat(summary.values(0).count()).isEqualTo(40_000L * 256);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 32, 64, 70})
    void mergingPartsEqualsOneRun(int cut) {
        Summary right = recorded(LongStream.range(cut, Given.blocks(PATHS)).toArray());
        right.add(recorded(LongStream.range(0, cut).toArray()));
        assertSame(right, inOrder);
    }

    @Test
    void mergingInterleavedPartsInAnyGroupingEqualsOneRun() {
        Summary[] thirds = new Summary[3];
        Arrays.setAll(thirds,
                third -> recorded(LongStream.range(0, Given.blocks(PATHS)).filter(b -> b % 3 == third).toArray()));
        thirds[2].add(thirds[0]);
        thirds[1].add(thirds[2]);
        assertSame(thirds[1], inOrder);
    }

    @Test
    void askingInBetweenChangesNoBit() {
        Summary summary = new Summary(LAYOUT);
        for (long block = 0; block < Given.blocks(PATHS); block++) {
            Given.record(summary, new long[]{block}, RUN);
            assertThat(summary.statistics()).hasSize(5);
        }
        assertSame(summary, inOrder);
    }

    @Test
    void aSummaryInTheRoomOfAnotherHasNothingOfIt() {
        Summary old = recorded(3, 4, 5);
        List<ConditionalTail> tails = old.tails();
        Summary fresh = Summary.inRoomOf(old);
        assertThat(fresh.paths()).isZero();
        Given.record(fresh, LongStream.range(0, Given.blocks(PATHS)).toArray(), RUN);
        assertSame(fresh, inOrder);
        assertThat(tails.getFirst().paths(1)).isEqualTo(3 * BlockSummary.PATHS);
    }

    @Test
    void leftOutPathsAreCountedApart() {
        ColumnStatistics margin = inOrder.statistics().get(LAYOUT.indexOf("margin", 1));
        long nan = Arrays.stream(RUN[2]).filter(Double::isNaN).count();
        assertThat(margin.leftOut()).isEqualTo(nan).isPositive();
        assertThat(margin.count()).isEqualTo(PATHS - nan);
        assertThat(inOrder.paths()).isEqualTo(PATHS);
        assertThat(margin.min()).isEqualTo(Arrays.stream(RUN[2]).filter(x -> !Double.isNaN(x)).min().orElseThrow());
    }

    @Test
    void aColumnThatIsAlwaysLeftOutHasNoStatistics() {
        ColumnStatistics margin = inOrder.statistics().get(LAYOUT.indexOf("margin", 2));
        assertThat(margin.count()).isZero();
        assertThat(margin.leftOut()).isEqualTo(PATHS);
        assertThat(new double[]{margin.mean().value(), margin.min(), margin.tail(0.95).shortfall().value()})
                .containsOnly(Double.NaN);
    }

    @Test
    void aColumnOfEqualValuesIsExactEverywhere() {
        ColumnStatistics fixed = inOrder.statistics().get(LAYOUT.indexOf("fixed", 0));
        assertThat(fixed.mean()).isEqualTo(new Estimate(12345.678, 0, 12345.678, 12345.678));
        assertThat(fixed.standardDeviation()).isZero();
        assertThat(fixed.quantiles()).allSatisfy(q -> assertThat(q.estimate()).isEqualTo(fixed.mean()));
        assertThat(fixed.tails()).allSatisfy(t -> assertThat(t.shortfall()).isEqualTo(fixed.mean()));
        assertThat(fixed.upperTail().shortfall()).isEqualTo(fixed.mean());
    }

    @Test
    void aSinglePathIsItsOwnStatisticsWithoutErrors() {
        ColumnStatistics one = Given.statistics(0x1p-7, -1234.56);
        assertThat(new double[]{one.mean().value(), one.min(), one.max(), one.quantile(0.5).estimate().value()})
                .containsOnly(-1234.56);
        assertThat(one.tail(0.99).shortfall().value()).isEqualTo(-1234.56);
        assertThat(one.tail(0.99).thin()).isTrue();
        assertThat(new double[]{one.standardDeviation(), one.mean().standardError(), one.mean().low()})
                .containsOnly(Double.NaN);
        assertThat(one.tail(0.99).shortfall().high()).isNaN();
    }

    @Test
    void infinityNamesColumnAndPathAndCountsNothingOfItsBlock() {
        Summary summary = new Summary(LAYOUT);
        double[][] values = new double[5][100];
        values[3][41] = Double.NEGATIVE_INFINITY;
        values[3][60] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> summary.record(2, values, 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("margin in quarter 2 of path 2089 is -Infinity");
        assertThat(summary.paths()).isZero();
        values[3][41] = 0;
        assertThatThrownBy(() -> summary.record(2, values, 100)).hasMessageContaining("path 2108 is Infinity");
        summary.record(2, values, 60);
        assertThat(summary.paths()).isEqualTo(60);
    }

    @Test
    void clampedValuesAreSaid() {
        ColumnStatistics statistics = Given.statistics(Given.FINE, 1e20, 0, -1e20, 1);
        assertThat(statistics.clamped()).isEqualTo(2);
        assertThat(statistics.max()).isEqualTo(1e20);
    }

    @Test
    void aBlockCountsOnce() {
        assertThatThrownBy(() -> Given.record(inOrder, new long[]{5}, RUN)).hasMessageContaining("Block 5");
        assertThatThrownBy(() -> inOrder.add(recorded(4))).hasMessageContaining("in common");
        assertThat(inOrder.paths()).isEqualTo(PATHS);
    }

    @Test
    void onlyEqualLayoutsMerge() {
        assertThatThrownBy(() -> inOrder.add(new Summary(Layout.of(LAYOUT.columns()))))
                .hasMessageContaining("one layout");
    }

    @Test
    void worstPathsAreThoseOfTheRun() {
        List<WorstPath> exact = IntStream.range(0, PATHS)
                .mapToObj(path -> new WorstPath(RUN[1][path], path))
                .sorted()
                .limit(WorstPaths.KEPT)
                .toList();
        assertThat(inOrder.worst(1).paths()).isEqualTo(exact);
        assertThatThrownBy(() -> inOrder.worst(0)).hasMessageContaining("column 0");
    }

    @Test
    void theProbabilityOfALossIsTheShareBelowZero() {
        long losses = Arrays.stream(RUN[1]).filter(x -> x < -0x1p-8).count();
        Estimate loss = inOrder.probabilityBelow(1, 0);
        assertThat(loss.value()).isEqualTo(losses / (double) PATHS);
        assertThat(loss.low()).isLessThan(loss.value());
        assertThat(loss.high()).isGreaterThan(loss.value());
    }

    @Test
    void memoryDoesNotGrowWithThePaths() {
        double[] values = Given.values(200 * BlockSummary.PATHS, i -> i % 5000 - 2500);
        long few = Given.summary(1, Arrays.copyOf(values, 8 * BlockSummary.PATHS)).estimatedBytes();
        long many = Given.summary(1, values).estimatedBytes();
        assertThat(many - few).isLessThanOrEqualTo(64 * 8); // spans of the moments' tree
    }

    @Test
    void layoutsRefuseWhatCannotBeKept() {
        assertThatThrownBy(() -> new Column("x", 0, 0.1)).hasMessageContaining("0.1 is not a power of two");
        assertThatThrownBy(() -> new Column("x", -1, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Layout.of(List.of(Given.column(1), Given.column(2)))).hasMessageContaining("twice");
        assertThatThrownBy(() -> new Layout(List.of(Given.column(1)), List.of(1), List.of()))
                .hasMessageContaining("outside 0 to 0");
        assertThatThrownBy(() -> LAYOUT.indexOf("margin", 3)).hasMessageContaining("margin in quarter 3");
    }

    @Test
    void blocksOfTheWrongShapeAreRefused() {
        Summary summary = new Summary(LAYOUT);
        assertThatThrownBy(() -> summary.record(0, new double[4][10], 10)).hasMessageContaining("4 columns");
        assertThatThrownBy(() -> summary.record(0, new double[5][2000], 1025)).hasMessageContaining("1025");
        assertThatThrownBy(() -> summary.record(-1, new double[5][10], 10)).hasMessageContaining("-1");
    }

    private static void assertSame(Summary actual, Summary expected) {
        assertThat(actual.statistics()).isEqualTo(expected.statistics());
        assertThat(actual.worst(1)).isEqualTo(expected.worst(1));
        assertThat(actual.worst(2)).isEqualTo(expected.worst(2));
        for (int column : List.of(1, 2)) {
            ConditionalTail tail = actual.tails().getFirst();
            assertThat(tail.mean(column, 0.1)).isEqualTo(expected.tails().getFirst().mean(column, 0.1));
            assertThat(tail.probabilityNegative(column, 0.1))
                    .isEqualTo(expected.tails().getFirst().probabilityNegative(column, 0.1));
        }
        assertThat(actual.paths()).isEqualTo(expected.paths());
    }

    private static Summary recorded(long... blocks) {
        Summary summary = new Summary(LAYOUT);
        Given.record(summary, blocks, RUN);
        return summary;
    }

    private static long[] asLongs(int[] blocks) {
        return Arrays.stream(blocks).asLongStream().toArray();
    }

    private static double[][] run() {
        double[] x = Given.normals(PATHS, 31);
        double[] y = Given.normals(PATHS, 32);
        return new double[][]{
            Given.values(PATHS, i -> 1e4 * Math.exp(x[i])),
            Given.values(PATHS, i -> 3e3 * x[i] + 2e3 * y[i] * y[i] - 1e3),
            Given.values(PATHS, i -> y[i] < -1 ? Double.NaN : 0.3 + 0.2 * x[i]),
            Given.values(PATHS, _ -> Double.NaN),
            Given.values(PATHS, _ -> 12345.678)
        };
    }
}
