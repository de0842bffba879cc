package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final double[] NORMALS = Given.normals(1024, 5);
    private static final MathContext EXACT = new MathContext(60);

    /// Three of sixteen digits may go (see PivotSums) and n ≤ 1024 additions round: 1e-11 has room for both.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 13, 207, 1023, 1024})
    void blockMomentsAreThoseOfSixtyDigits(int paths) {
        double[] values = Given.values(paths, i -> 1e3 + NORMALS[i]);
        values[0] = 1e6; // the pivot far away
        assertClose(PivotSums.moments(values, paths), values, paths, 1e-11);
    }

    @Test
    void aShortBlockEqualsAFullOneWhoseRestIsLeftOut() {
        double[] padded = NORMALS.clone();
        Arrays.fill(padded, 707, 1024, Double.NaN);
        assertThat(PivotSums.moments(padded, 1024)).isEqualTo(PivotSums.moments(NORMALS, 707));
    }

    @Test
    void leftOutPathsCountForNothing() {
        double[] holes = {Double.NaN, 1, Double.NaN, 2, 4, Double.NaN};
        Moments moments = PivotSums.moments(holes, 6);
        assertThat(moments.count()).isEqualTo(3);
        assertThat(moments.mean()).isCloseTo(7.0 / 3, within(1e-15));
        assertThat(moments.m2()).isCloseTo(14.0 / 3, within(1e-14));
    }

    /// The shape that lanes must follow, written as eight lanes would do it.
    @Test
    void eightLanesGiveTheSameBits() {
        double[] x = Given.values(200, i -> i % 9 == 0 ? Double.NaN : NORMALS[i]);
        double[][] lanes = new double[4][8]; // [power - 1][lane]
        long count = 0;
        for (int from = 0; from < 200; from += 8) {
            for (int lane = 0; lane < 8; lane++) {
                boolean counted = !Double.isNaN(x[from + lane]);
                double d = counted ? x[from + lane] - x[1] : 0;
                lanes[0][lane] += d;
                lanes[1][lane] += d * d;
                lanes[2][lane] += d * d * d;
                lanes[3][lane] += (d * d) * (d * d);
                count += counted ? 1 : 0;
            }
        }
        assertThat(PivotSums.moments(x, 200))
                .isEqualTo(PivotSums.toMoments(
                        count, x[1], halved(lanes[0]), halved(lanes[1]), halved(lanes[2]), halved(lanes[3])));
    }

    @Test
    void aBlockThatIsAllLeftOutHasNoMoments() {
        assertThat(PivotSums.moments(new double[]{Double.NaN, Double.NaN}, 2)).isEqualTo(Moments.NONE);
    }

    @Test
    void mergingEqualsOneBigBlockUpToRounding() {
        double[] values = Given.values(1024, i -> Math.exp(NORMALS[i]));
        Moments merged = Moments.NONE;
        for (int from = 0; from < 1024; from += 100) {
            double[] part = Arrays.copyOfRange(values, from, Math.min(1024, from + 100));
            merged = merged.plus(PivotSums.moments(part, part.length));
        }
        assertClose(merged, values, 1024, 1e-12);
    }

    @Test
    void nothingIsNeutral() {
        Moments some = new Moments(3, 1.5, 2, 0.25, 3);
        assertThat(some.plus(Moments.NONE)).isEqualTo(some);
        assertThat(Moments.NONE.plus(some)).isEqualTo(some);
    }

    @Test
    void equalValuesHaveExactlyNoSpreadHoweverMerged() {
        double[] values = Given.values(1000, _ -> 0.1);
        Moments moments = PivotSums.moments(values, 1000).plus(PivotSums.moments(values, 777));
        assertThat(moments).isEqualTo(new Moments(1777, 0.1, 0, 0, 0));
        assertThat(moments.standardDeviation()).isZero();
        assertThat(moments.skewness()).isNaN();
    }

    /// 1, 2, 4 by hand: mean 7/3, deviations −4/3, −1/3, 5/3.
    @Test
    void deviationSkewnessAndKurtosisAreTheTextbooks() {
        Moments moments = PivotSums.moments(new double[]{1, 2, 4}, 3);
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-15));
        assertThat(moments.skewness()).isCloseTo((60.0 / 81) / Math.pow(14.0 / 9, 1.5), within(1e-14));
        assertThat(moments.excessKurtosis()).isCloseTo(3 * 882.0 / (42 * 42) - 3, within(1e-14));
    }

    @Test
    void theTreeDependsOnTheBlocksAndNotOnTheirArrival() {
        List<Moments> blocks = blocks(100);
        MomentTree inOrder = tree(blocks, 0, 100);
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 20; round++) {
            assertThat(shuffledTree(blocks, random).total()).isEqualTo(inOrder.total());
        }
    }

    @Test
    void mergedTreesAreTheTreeOfAllTheirBlocks() {
        List<Moments> blocks = blocks(100);
        for (int cut : new int[]{1, 31, 32, 64, 99}) {
            MomentTree right = tree(blocks, cut, 100);
            right.add(tree(blocks, 0, cut));
            assertThat(right.total()).isEqualTo(tree(blocks, 0, 100).total());
        }
    }

    @Test
    void theTreeKeepsALogarithmOfItsBlocks() {
        assertThat(tree(blocks(127), 0, 127).spans()).isEqualTo(7);
        assertThat(tree(blocks(128), 0, 128).spans()).isEqualTo(1);
    }

    private static MomentTree shuffledTree(List<Moments> blocks, SplittableRandom random) {
        MomentTree tree = new MomentTree();
        int[] order = Shuffled.order(blocks.size(), random);
        for (int block : order) {
            tree.add(block, List.of(blocks.get(block)));
        }
        return tree;
    }

    private static MomentTree tree(List<Moments> blocks, int from, int to) {
        MomentTree tree = new MomentTree();
        for (int block = from; block < to; block++) {
            tree.add(block, List.of(blocks.get(block)));
        }
        return tree;
    }

    private static List<Moments> blocks(int n) {
        double[] values = Given.normals(n * 10, 8);
        return IntStream.range(0, n)
                .mapToObj(b -> PivotSums.moments(Arrays.copyOfRange(values, 10 * b, 10 * b + 10), 10))
                .toList();
    }

    private static double halved(double[] s) {
        double[] four = {s[0] + s[4], s[1] + s[5], s[2] + s[6], s[3] + s[7]};
        double[] two = {four[0] + four[2], four[1] + four[3]};
        return two[0] + two[1];
    }

    private static void assertClose(Moments actual, double[] values, int n, double relative) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(n), EXACT);
        double m2 = power(values, n, mean, 2);
        double cube = Math.sqrt(m2) * m2 + 1e-300; // scale of the third power, which may cancel
        assertThat(actual.count()).isEqualTo(n);
        assertThat(actual.mean()).isCloseTo(mean.doubleValue(), within(relative * Math.abs(mean.doubleValue())));
        assertThat(actual.m2()).isCloseTo(m2, within(relative * m2));
        assertThat(actual.m3()).isCloseTo(power(values, n, mean, 3), within(relative * cube));
        assertThat(actual.m4()).isCloseTo(power(values, n, mean, 4), within(relative * m2 * m2));
    }

    private static double power(double[] values, int n, BigDecimal mean, int power) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            sum = sum.add(new BigDecimal(values[i]).subtract(mean).pow(power, EXACT), EXACT);
        }
        return sum.doubleValue();
    }
}
