package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Weighted, the draws of other laws are those of the model: whatever the tilt, and in every part of a path.
///
/// z = 4.5 as in [QuasiLawsTest], n = 262,144.
final class TiltTest {
    private static final double Z = 4.5;
    private static final int PATHS = 1 << 18;
    private static final int QUARTERS = 6;
    private static final int WIDTH = 64;
    private static final double[][] CUMULATIVE = {{0.8, 0.95, 1}, {0, 0.75, 1}, {0.05, 0.4, 1}};
    private static final DrawShape SHAPE = new DrawShape(new int[]{1 << 31}, 2, QUARTERS, 1, CUMULATIVE);

    private final double[] weights = new double[PATHS];
    /// `[event][path]`
    private final double[][] events = new double[6][PATHS];

    @Test
    void weightedEventsHaveTheModelsProbabilities() {
        run(new Sampling.Tilted(9, List.of(tilt(-1.0f, 0.4), tilt(0.5f, 2.5))));
        assertThat(mean(weights, weights)).as("weights differ").isGreaterThan(1.1);
        assertMean(weights, 1);
        assertMean(weighted(0), 0.02275013194817921);
        assertMean(weighted(1), 0.01);
        assertMean(weighted(2), 0.01);
        assertMean(weighted(3), 0.06681);
        double[] occupied = {0, 1, 0};
        for (int t = 1; t <= 3; t++) {
            occupied = next(occupied);
        }
        assertMean(weighted(4), occupied[2]);
        assertMean(weighted(5), occupied[2] * 0.05 * 0.8);
    }

    @Test
    void noWeightExceedsWhatThePlainSharePermits() {
        run(new Sampling.Tilted(9, List.of(tilt(-3, 0.2), tilt(3, 0.3))));
        assertThat(Arrays.stream(weights).max().orElseThrow()).isLessThanOrEqualTo(4);
        run(new Sampling.Tilted(9, List.of()));
        assertThat(weights).containsOnly(1);
    }

    @Test
    void sharesAddUpToOne() {
        for (int tilts = 1; tilts <= 12; tilts++) {
            var sampling = new Sampling.Tilted(1, Collections.nCopies(tilts, tilt(1, 1)));
            double sum = sampling.plainShare();
            for (int k = 0; k < tilts; k++) {
                assertThat(sampling.share(k)).isPositive();
                sum += sampling.share(k);
            }
            assertThat(sum).isEqualTo(1);
        }
    }

    /// Paths with demand of quarter 2 below −2: the nearest law has the mean of a normal below −2, −φ(2)/Φ(−2), there
    /// and none elsewhere; with a default (below 0.01) in quarter 3 as well, a power 1/(1 + ln 100).
    @Test
    void crossEntropyMovesWhatTheEventNeedsAndNothingElse() {
        var sampling = new Sampling.Tilted(11, List.of(tilt(-1.0f, 0.4)));
        run(sampling);
        Tilt fit = CrossEntropy.fit(
                sampling, SHAPE, path -> events[0][(int) path] * events[2][(int) path] > 0, weights);
        float[] expected = new float[fit.shifts().length];
        int demand = DrawTable.firstRowOf(SHAPE, Draw.DEMAND) + 1;
        expected[demand] = -2.3732f;
        for (int row = 0; row < expected.length; row++) {
            assertThat(fit.shifts()[row]).as("row %d", row).isCloseTo(expected[row],
                    within(row == demand ? 0.1f : 0.5f));
        }
        assertThat(Arrays.stream(indices(fit.shifts())).filter(row -> fit.shifts()[row] != 0).count()).isLessThan(4);
        assertThat(fit.powers()[QUARTERS + 2]).isCloseTo(0.2, within(0.02));
    }

    private static int[] indices(float[] row) {
        return IntStream.range(0, row.length).toArray();
    }

    /// Fills weights and what happens on each path.
    private void run(Sampling.Tilted sampling) {
        new PathWeights(sampling, SHAPE).fill(0, PATHS, weights, 0);
        var table = new DrawTable(sampling, SHAPE, WIDTH);
        for (int first = 0; first < PATHS; first += WIDTH) {
            table.fill(first);
            for (int i = 0; i < WIDTH; i++) {
                boolean[] happens = {
                    table.normals(Draw.DEMAND, 2)[i] < -2,
                    table.uniforms(Draw.JUMP, 4)[i] > 0.99,
                    table.uniforms(Draw.DEFAULT, 3)[i] < 0.01,
                    table.parameters[0][i] + table.projects[1][i] < -1.5 * Math.sqrt(2),
                    state(table, i, 3) == 2,
                    state(table, i, 3) == 2 && state(table, i, 4) == 0 && state(table, i, 5) == 0};
                for (int e = 0; e < happens.length; e++) {
                    events[e][first + i] = happens[e] ? 1 : 0;
                }
            }
        }
    }

    /// Everything moved: normals by `shift` and back, low uniforms by a power, the chain towards its last regime.
    private static Tilt tilt(float shift, double power) {
        float[] shifts = new float[1 + 1 + 2 + 10 * QUARTERS];
        for (int row = 0; row < shifts.length; row++) {
            shifts[row] = row % 5 == 0 ? shift / 4 : -shift / 6;
        }
        shifts[DrawTable.firstRowOf(SHAPE, Draw.DEMAND) + 1] = shift;
        double[] powers = new double[3 * QUARTERS];
        Arrays.fill(powers, 1);
        powers[3] = power;
        powers[QUARTERS + 2] = power;
        double[][][] rows = new double[QUARTERS][][];
        Arrays.fill(rows, new double[][]{{0.5, 0.2, 0.3}, {0, 0.4, 0.6}, {0.15, 0.25, 0.6}});
        return new Tilt(shifts, powers, new TiltedRegimes(SHAPE, rows));
    }

    private static int state(DrawTable table, int i, int quarter) {
        int state = 1;
        for (int t = 1; t <= quarter; t++) {
            double[] row = CUMULATIVE[state];
            double uniform = table.uniforms(Draw.REGIME, t)[i];
            state = uniform < row[0] ? 0 : uniform < row[1] ? 1 : 2;
        }
        return state;
    }

    private static double[] next(double[] occupied) {
        double[] next = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                next[b] += occupied[a] * (CUMULATIVE[a][b] - (b == 0 ? 0 : CUMULATIVE[a][b - 1]));
            }
        }
        return next;
    }

    private double[] weighted(int event) {
        double[] product = new double[PATHS];
        for (int path = 0; path < PATHS; path++) {
            product[path] = weights[path] * events[event][path];
        }
        return product;
    }

    private static void assertMean(double[] values, double expected) {
        double one = Arrays.stream(values).sum() / PATHS;
        double error = Math.sqrt((mean(values, values) - one * one) / PATHS);
        assertThat(error).isPositive();
        assertThat(one).isCloseTo(expected, within(Z * error + 1e-6 * expected));
    }

    private static double mean(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum / x.length;
    }
}
