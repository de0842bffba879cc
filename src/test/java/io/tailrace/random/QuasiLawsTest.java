package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/// Fewer numbers, the same law: what points are turned into is distributed as the draws it stands for.
///
/// z = 4.5: both signs 7e-6 a comparison, some 300 comparisons, so that one choice of seeds in 500 would fail by chance.
/// Of n = 262,144 paths a probability near 0.05 that is wrong by 0.002 is seen half the time.
final class QuasiLawsTest {
    private static final double Z = 4.5;
    private static final int PATHS = 1 << 18;
    private static final int QUARTERS = 12;
    private static final double[][] TRANSITION = {
        {0.80, 0.15, 0.05}, {0.10, 0.75, 0.15}, {0.05, 0.35, 0.60}};

    @Test
    void regimesFollowTheChainFromTheirTimes() {
        var shape = new DrawShape(new int[0], 0, QUARTERS, 1, cumulative());
        var times = new RegimeTimes(shape, PATHS);
        for (int change = 1; change <= QUARTERS; change++) {
            fill(times.lasting(change), 2 * change);
            fill(times.next(change), 2 * change + 1);
        }
        double[][] uniforms = new double[QUARTERS + 1][PATHS];
        times.fill(uniforms);
        int[][] states = states(uniforms);
        double[] occupied = {0, 1, 0};
        for (int t = 1; t <= QUARTERS; t++) {
            double[] before = occupied;
            occupied = next(occupied);
            for (int b = 0; b < 3; b++) {
                int here = t;
                int to = b;
                assertShare(path -> states[here][path] == to, occupied[b]);
                for (int a = 0; a < 3; a++) {
                    int from = a;
                    IntPredicate pair = path -> states[here - 1][path] == from && states[here][path] == to;
                    assertShare(pair, before[a] * TRANSITION[a][b]);
                }
            }
        }
    }

    @Test
    void extremesAreIndependentUniforms() {
        assertIndependentUniforms(extremes(false));
    }

    @Test
    void extremesAtBothEndsAreIndependentUniforms() {
        double[][] uniforms = extremes(true);
        assertIndependentUniforms(uniforms);
        for (int t = 1; t < QUARTERS; t++) {
            double[] now = uniforms[t];
            double[] later = uniforms[t + 1];
            assertShare(path -> now[path] > 0.98, 0.02);
            assertShare(path -> now[path] < 0.05 && later[path] > 0.9, 0.005);
        }
    }

    private static void assertIndependentUniforms(double[][] uniforms) {
        for (int t = 1; t <= QUARTERS; t++) {
            double[] now = uniforms[t];
            double[] other = uniforms[t % QUARTERS + 1];
            for (double limit : new double[]{0.002, 0.05, 0.5, 0.9}) {
                assertShare(path -> now[path] < limit, limit);
            }
            assertShare(path -> now[path] < 0.05 && other[path] < 0.1, 0.005);
            assertShare(path -> now[path] < 0.3 && other[path] > 0.6, 0.12);
        }
        for (int events = 0; events <= 3; events++) {
            int wanted = events;
            assertShare(path -> below(uniforms, path, 0.06) == wanted, binomial(events, 0.06));
        }
    }

    private static double[][] extremes(boolean bothEnds) {
        var extremes = new Extremes(QUARTERS, PATHS);
        for (int rank = 1; rank <= Extremes.RANKS; rank++) {
            fill(extremes.size(rank), 100 + rank);
            fill(extremes.place(rank), 110 + rank);
        }
        for (int t = 1; t <= QUARTERS; t++) {
            fill(extremes.rest(t), 120 + t);
        }
        double[][] uniforms = new double[QUARTERS + 1][PATHS];
        extremes.fill(bothEnds, uniforms);
        return uniforms;
    }

    @Test
    void theBasisIsOrthonormal() {
        for (int quarters : new int[]{1, 2, 20, 80}) {
            var basis = new QuarterBasis(quarters);
            for (int k = 1; k <= quarters; k++) {
                for (int other = k; other <= quarters; other++) {
                    double product = 0;
                    for (int t = 1; t <= quarters; t++) {
                        product += (double) basis.weight(t, k) * basis.weight(t, other);
                    }
                    assertThat(product).isCloseTo(k == other ? 1 : 0, within(3e-7));
                }
            }
        }
    }

    /// The k-th component carries the k-th largest eigenvalue of min(s, t), 1 / (4 sin²((2k - 1)π / (4T + 2))), of the
    /// squared length of a random walk's path.
    @Test
    void componentsAreTheWalksPrincipalOnes() {
        int quarters = 20;
        var basis = new QuarterBasis(quarters);
        for (int k = 1; k <= quarters; k++) {
            double level = 0;
            double squares = 0;
            for (int t = 1; t <= quarters; t++) {
                level += basis.weight(t, k);
                squares += level * level;
            }
            double sine = Math.sin((2 * k - 1) * Math.PI / (4 * quarters + 2));
            assertThat(squares).isCloseTo(1 / (4 * sine * sine), within(1e-5 * squares));
        }
    }

    @Test
    void cosineIsTheCosine() {
        for (int period : new int[]{12, 84, 164, 324}) {
            for (int n = 0; n < period; n++) {
                double exact = StrictMath.cos(2 * Math.PI * n / period);
                assertThat(QuarterBasis.cosine(n, period)).isCloseTo(exact, within(1e-15));
            }
        }
    }

    @Test
    void everyDrawHasACoordinateOfItsOwn() {
        var coordinates = new Coordinates(7, 12, 20);
        var seen = new HashSet<Integer>();
        for (int k = 0; k < 7; k++) {
            seen.add(coordinates.parameter(k));
        }
        for (int j = 0; j < 12; j++) {
            seen.add(coordinates.project(j));
        }
        seen.add(coordinates.commonDelay());
        for (int t = 1; t <= 20; t++) {
            seen.add(coordinates.regimeAfter(t));
            for (Draw draw : Draw.values()) {
                seen.add(coordinates.quarterly(draw, t));
            }
        }
        for (Draw draw : new Draw[]{Draw.JUMP, Draw.DEFAULT, Draw.RENEGOTIATION}) {
            for (int rank = 1; rank <= Extremes.RANKS; rank++) {
                seen.add(coordinates.extreme(draw, rank));
                seen.add(coordinates.quarterOfExtreme(draw, rank));
            }
        }
        assertThat(seen).hasSize(7 + 12 + 1 + 20 * (1 + Draw.values().length) + 3 * 2 * Extremes.RANKS);
        assertThat(seen).allMatch(dimension -> dimension >= 0 && dimension < coordinates.count());
        assertThat(coordinates.count()).isEqualTo(seen.size());
    }

    private static void fill(double[] uniforms, int stream) {
        var four = new int[4];
        for (int path = 0; path < uniforms.length; path++) {
            Philox.words(77, path, stream, 0, four);
            uniforms[path] = Uniform.of(four[0]);
        }
    }

    private static void assertShare(IntPredicate event, double probability) {
        int seen = 0;
        for (int path = 0; path < PATHS; path++) {
            seen += event.test(path) ? 1 : 0;
        }
        double error = Math.sqrt(probability * (1 - probability) / PATHS);
        assertThat(seen / (double) PATHS).isCloseTo(probability, within(Z * error));
    }

    private static int below(double[][] uniforms, int path, double limit) {
        int below = 0;
        for (int t = 1; t <= QUARTERS; t++) {
            below += uniforms[t][path] < limit ? 1 : 0;
        }
        return below;
    }

    private static double binomial(int events, double p) {
        double probability = Math.pow(1 - p, QUARTERS);
        for (int k = 1; k <= events; k++) {
            probability *= p / (1 - p) * (QUARTERS - k + 1) / k;
        }
        return probability;
    }

    private static double[][] cumulative() {
        double[][] sums = new double[3][3];
        for (int a = 0; a < 3; a++) {
            sums[a] = new double[]{TRANSITION[a][0], TRANSITION[a][0] + TRANSITION[a][1], 1};
        }
        return sums;
    }

    private static double[] next(double[] occupied) {
        var next = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                next[b] += occupied[a] * TRANSITION[a][b];
            }
        }
        return next;
    }

    private static int[][] states(double[][] uniforms) {
        double[][] cumulative = cumulative();
        int[][] states = new int[QUARTERS + 1][PATHS];
        for (int path = 0; path < PATHS; path++) {
            states[0][path] = 1;
            for (int t = 1; t <= QUARTERS; t++) {
                double[] row = cumulative[states[t - 1][path]];
                double uniform = uniforms[t][path];
                states[t][path] = uniform < row[0] ? 0 : uniform < row[1] ? 1 : 2;
            }
        }
        return states;
    }
}
