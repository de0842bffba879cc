package io.tailrace.model;

import static io.tailrace.random.Elementary.exp;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Curve;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.random.Draw;
import io.tailrace.random.NormalQuantile;
import io.tailrace.random.Sampling;
import io.tailrace.random.Streams;
import io.tailrace.random.Uniform;

/// Draws of path N: a pure function of sampling, path number, stream and quarter.
///
/// Nothing here has a position, so path N is the same whether a thousand or a billion paths run, on any thread.
public final class RandomDraws {
    /// Where each factor's independent normal is, in the factors' order.
    private static final Draw[] FACTORS =
            java.util.Arrays.stream(Factor.values()).map(f -> Draw.valueOf(f.name())).toArray(Draw[]::new);

    private final Plan plan;
    private final Sampling sampling;
    private final int[] drawnSlots;
    private final int[] streams;
    private final int[] words = new int[4];
    /// `[stream][word]` of one quarter.
    private final int[][] quarterWords = new int[4][4];
    private final double[] independent = new double[Factor.COUNT];

    /// Those of plain Monte Carlo.
    public RandomDraws(Plan plan, long seed) {
        this(plan, new Sampling.Plain(seed));
    }

    public RandomDraws(Plan plan, Sampling sampling) {
        this.plan = plan;
        this.sampling = sampling;
        drawnSlots = plan.parameters().drawn();
        streams = java.util.Arrays.stream(drawnSlots)
                .map(slot -> Streams.ofParameter(plan.parameters().keys().get(slot)))
                .toArray();
        if (java.util.Arrays.stream(streams).distinct().count() < streams.length) {
            throw new IllegalStateException("two uncertain parameters share a stream of random numbers");
        }
    }

    /// Fills `draws` with those of path `number` (from 0).
    public void fill(long number, Draws draws) {
        for (int i = 0; i < drawnSlots.length; i++) {
            sampling.words(number, streams[i], Streams.WHOLE_PATH, words);
            double normal = NormalQuantile.of(words[0]);
            draws.parameters.set(drawnSlots[i], value(plan.parameters().curves().get(drawnSlots[i]), normal));
        }
        delays(number, draws);
        for (int t = 1; t <= plan.quarters(); t++) {
            quarter(number, t, draws);
        }
    }

    private void delays(long number, Draws draws) {
        double correlation = draws.parameters.of(Parameter.DELAY_CORRELATION);
        double ownWeight = Math.sqrt(1 - correlation);
        sampling.words(number, Streams.COMMON_DELAY, Streams.WHOLE_PATH, words);
        double common = Math.sqrt(correlation) * NormalQuantile.of(words[0]);
        for (int j = 0; j < draws.delays.length; j++) {
            if (Streams.wordOfProject(j) == 0) {
                sampling.words(number, Streams.ofProject(j), Streams.WHOLE_PATH, words);
            }
            double normal = common + ownWeight * NormalQuantile.of(words[Streams.wordOfProject(j)]);
            draws.delays[j] = value(plan.projects().get(j).delay(), normal);
        }
    }

    private void quarter(long number, int t, Draws draws) {
        for (int stream = 0; stream < quarterWords.length; stream++) {
            sampling.words(number, stream, t, quarterWords[stream]);
        }
        draws.regime[t] = Uniform.of(word(Draw.REGIME));
        draws.jump[t] = Uniform.of(word(Draw.JUMP));
        draws.jumpSize[t] = NormalQuantile.of(word(Draw.JUMP_SIZE));
        draws.defaults[t] = Uniform.of(word(Draw.DEFAULT));
        draws.renegotiation[t] = Uniform.of(word(Draw.RENEGOTIATION));
        for (int i = 0; i < FACTORS.length; i++) {
            independent[i] = NormalQuantile.of(word(FACTORS[i]));
        }
        correlate(t, NormalQuantile.of(word(Draw.COPULA_CHI_SQUARE)), draws);
    }

    private int word(Draw draw) {
        return quarterWords[draw.stream()][draw.word()];
    }

    private void correlate(int t, double chiSquaredNormal, Draws draws) {
        double[][] root = plan.copula().cholesky();
        for (int row = 0; row < Factor.COUNT; row++) {
            double sum = 0;
            for (int column = 0; column <= row; column++) {
                sum = Math.fma(root[row][column], independent[column], sum);
            }
            draws.factors[row][t] = switch (plan.copula()) {
                case Copula.Gaussian _ -> sum;
                case Copula.StudentT c -> {
                    double y = sum * value(c.scale(), chiSquaredNormal);
                    yield value(c.toNormal(), y / Math.sqrt(1 + y * y / c.degreesOfFreedom()));
                }
            };
        }
    }

    static double value(Curve curve, double normal) {
        return switch (curve) {
            case Curve.Constant c -> c.value();
            case Curve.Affine c -> c.mean() + c.standardDeviation() * normal;
            case Curve.Exponential c -> exp(c.logMedian() + c.sigma() * normal);
            case Curve.Piecewise c -> c.at(normal);
        };
    }
}
