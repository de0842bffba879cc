package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What scrambling must leave of a net, and what it must add.
final class SobolPointsTest {
    private static final int BITS = 12;
    private static final int POINTS = 1 << BITS;

    private final SobolPoints cube = new SobolPoints(2026);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 100, 255})
    void everyCoordinateHasOnePointInEachOfNCells(int dimension) {
        var taken = new BitSet(POINTS);
        for (int word : coordinate(cube, 3, dimension)) {
            taken.set(word >>> (32 - BITS));
        }
        assertThat(taken.cardinality()).isEqualTo(POINTS);
    }

    /// A (0, m, 2)-net in base 2, whatever the shape of the cells.
    @Test
    void theFirstTwoCoordinatesHaveOnePointInEveryElementaryCell() {
        int[] x = coordinate(cube, 5, 0);
        int[] y = coordinate(cube, 5, 1);
        for (int columns = 1; columns < BITS; columns++) {
            var taken = new BitSet(POINTS);
            for (int i = 0; i < POINTS; i++) {
                int rows = BITS - columns;
                taken.set((x[i] >>> (32 - columns)) << rows | y[i] >>> (32 - rows));
            }
            assertThat(taken.cardinality()).as("2^%d columns", columns).isEqualTo(POINTS);
        }
    }

    /// Words that agree in their lowest k bits and differ in the next still do so afterwards: the hash is taken
    /// backwards, so these are a coordinate's leading digits.
    @Test
    void theScrambleIsNested() {
        for (int i = 0; i < 10_000; i++) {
            int word = i * 0x9E37_79B9;
            int other = word ^ (0x5851_F42D * (i | 1)) << (i & 31);
            int before = Integer.numberOfTrailingZeros(word ^ other);
            int shift = i * 0x85eb_ca6b;
            int factor = i * 0xc2b2_ae35 | 1;
            int after = SobolPoints.scramble(word, shift, factor) ^ SobolPoints.scramble(other, shift, factor);
            assertThat(Integer.numberOfTrailingZeros(after)).isEqualTo(before);
        }
    }

    /// Over replicates a scrambled coordinate is uniform: χ² over 64 cells of 16,384 replicates of one point. Chance
    /// exceeds the bound once in 10^6, for six points and coordinates.
    @Test
    void aPointIsUniformOverReplicates() {
        double bound = ChiSquaredDistribution.of(63).inverseSurvivalProbability(1e-6);
        for (int point : new int[]{0, 1, 1000}) {
            for (int dimension : new int[]{0, 40}) {
                var counts = new long[64];
                var word = new int[1];
                for (int replicate = 0; replicate < 1 << 14; replicate++) {
                    cube.words(replicate, dimension, point, word);
                    counts[word[0] >>> 26]++;
                }
                double expected = (1 << 14) / 64.0;
                double chiSquare =
                        Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
                assertThat(chiSquare).as("point %d, dimension %d", point, dimension).isLessThan(bound);
            }
        }
    }

    @Test
    void aPointDoesNotDependOnHowManyAreAsked() {
        var many = new int[64];
        var one = new int[1];
        cube.words(2, 9, 3 * 64, many);
        for (int i = 0; i < 64; i++) {
            cube.words(2, 9, 3 * 64 + i, one);
            assertThat(one[0]).isEqualTo(many[i]);
        }
    }

    /// A polynomial of ten coordinates whose mean is 1: the error of a net of 4,096 points falls to a tenth of chance's
    /// at the least, and the mean over replicates keeps within four of its standard errors.
    @Test
    void aSmoothIntegralIsFoundFarMoreCloselyThanByChance() {
        int replicates = 64;
        var means = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            var product = new double[POINTS];
            Arrays.fill(product, 1);
            for (int dimension = 0; dimension < 10; dimension++) {
                int[] words = coordinate(cube, replicate, dimension);
                for (int i = 0; i < POINTS; i++) {
                    product[i] *= 1 + (Uniform.of(words[i]) - 0.5) / (1 + dimension);
                }
            }
            means[replicate] = Arrays.stream(product).average().orElseThrow();
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (replicates - 1);
        double ofChance = 1;
        for (int dimension = 0; dimension < 10; dimension++) {
            ofChance *= 1 + 1 / (12.0 * (1 + dimension) * (1 + dimension));
        }
        assertThat(variance).isLessThan((ofChance - 1) / POINTS / 100);
        assertThat(Math.abs(mean - 1)).isLessThan(4 * Math.sqrt(variance / replicates));
    }

    static int[] coordinate(CubePoints cube, long replicate, int dimension) {
        var words = new int[POINTS];
        var few = new int[64];
        for (int first = 0; first < POINTS; first += few.length) {
            cube.words(replicate, dimension, first, few);
            System.arraycopy(few, 0, words, first, few.length);
        }
        return words;
    }
}
