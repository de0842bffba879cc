package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorstPathsTest {
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /// Rounded to halves, so that ties are everywhere.
    private final double[] values =
            Arrays.stream(Given.normals(5000, 21)).map(x -> Math.rint(2 * x) / 2).toArray();

    @Test
    void theyAreTheFirstOfASort() {
        List<WorstPath> sorted = IntStream.range(0, 1024)
                .mapToObj(i -> new WorstPath(values[i] + 0.0, 7000L + i))
                .sorted()
                .limit(WorstPaths.KEPT)
                .toList();
        assertThat(WorstPaths.of(values, 1024, 7000, NO_LIMIT).paths()).isEqualTo(sorted);
    }

    @Test
    void mergingInAnyOrderWithTheLimitSoFarFindsTheWorstOfAll() {
        SplittableRandom random = new SplittableRandom(5);
        WorstPaths all = WorstPaths.of(values, 5000, 0, NO_LIMIT);
        for (int round = 0; round < 10; round++) {
            WorstPaths merged = WorstPaths.NONE;
            for (int part : Shuffled.order(50, random)) {
                double[] hundred = Arrays.copyOfRange(values, 100 * part, 100 * part + 100);
                merged = merged.plus(WorstPaths.of(hundred, 100, 100L * part, merged.limit()));
            }
            assertThat(merged).isEqualTo(all);
        }
    }

    @Test
    void ofEqualsTheEarlierPathIsKept() {
        WorstPaths worst = WorstPaths.of(new double[100], 100, 0, NO_LIMIT);
        assertThat(worst.paths()).extracting(WorstPath::path).containsExactlyElementsOf(
                IntStream.range(0, WorstPaths.KEPT).mapToObj(i -> (long) i).toList());
    }

    @Test
    void leftOutPathsAreNotWorstAndMinusZeroIsZero() {
        double[] few = {Double.NaN, 0.0, -0.0, -1, Double.NaN};
        assertThat(WorstPaths.of(few, 5, 0, NO_LIMIT).paths())
                .containsExactly(new WorstPath(-1, 3), new WorstPath(0.0, 1), new WorstPath(0.0, 2));
    }
}
