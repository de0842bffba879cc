package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatinHypercubeTest {
    private static final int POINTS = 1 << 12;

    private final LatinHypercube cube = new LatinHypercube(2026, POINTS);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000})
    void everyCoordinateHasOnePointInEachOfNCells(int dimension) {
        var taken = new BitSet(POINTS);
        for (int word : SobolPointsTest.coordinate(cube, 1, dimension)) {
            taken.set(word >>> 20);
        }
        assertThat(taken.cardinality()).isEqualTo(POINTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 16, 17})
    void thePermutationMeetsEveryNumberOnce(int bits) {
        var met = new BitSet(1 << bits);
        for (int point = 0; point < 1 << bits; point++) {
            met.set(LatinHypercube.permuted(point, 0x1234_5678, 0x9abc_def1, bits));
        }
        assertThat(met.length()).isEqualTo(1 << bits);
        assertThat(met.cardinality()).isEqualTo(1 << bits);
    }

    /// Pairs of coordinates fall on 16 × 16 equal cells like a random permutation: χ² with 225 degrees of freedom, larger
    /// than the bound once in 10^6, for 40 pairs.
    @Test
    void coordinatesAreIndependentOfEachOther() {
        double bound = ChiSquaredDistribution.of(225).inverseSurvivalProbability(1e-6);
        for (int pair = 0; pair < 40; pair++) {
            int[] x = SobolPointsTest.coordinate(cube, pair, pair);
            int[] y = SobolPointsTest.coordinate(cube, pair, pair + 1);
            var counts = new long[256];
            for (int i = 0; i < POINTS; i++) {
                counts[(x[i] >>> 28) << 4 | y[i] >>> 28]++;
            }
            double chiSquare = Arrays.stream(counts).mapToDouble(n -> (n - 16) * (n - 16) / 16.0).sum();
            assertThat(chiSquare).as("pair %d", pair).isLessThan(bound);
        }
    }

    /// So do neighbours within a coordinate, which a weak permutation would keep together.
    @Test
    void neighboursAreIndependentOfEachOther() {
        double bound = ChiSquaredDistribution.of(255).inverseSurvivalProbability(1e-6);
        for (int distance : new int[]{1, 2, 64}) {
            var counts = new long[256];
            int[] x = SobolPointsTest.coordinate(cube, 9, 4);
            for (int i = 0; i < POINTS; i++) {
                counts[(x[i] >>> 28) << 4 | x[(i + distance) % POINTS] >>> 28]++;
            }
            double chiSquare = Arrays.stream(counts).mapToDouble(n -> (n - 16) * (n - 16) / 16.0).sum();
            assertThat(chiSquare).as("distance %d", distance).isLessThan(bound);
        }
    }
}
