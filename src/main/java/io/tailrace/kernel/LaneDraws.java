package io.tailrace.kernel;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Draw;
import io.tailrace.random.Sampling;
import io.tailrace.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;

/// The draws of a tile of paths; twin of the model's `RandomDraws`. What the plan does not use is not drawn.
final class LaneDraws {
    private final Plan plan;
    private final LaneWords source;
    private final Tile tile;
    private final int[] drawnSlots;
    private final int[] streams;
    private final boolean[] streamUsed = new boolean[4];
    private final boolean[] factorUsed = new boolean[Factor.COUNT];
    /// `[row]` the columns of the correlation's root that are not 0
    private final int[][] rootColumns = new int[Factor.COUNT][];

    private final boolean student;
    private long firstPath;
    private final int[][] pathWords = new int[4][Tile.PATHS];
    /// `[stream][word][path]`
    private final int[][][] words = new int[4][4][Tile.PATHS];
    /// `[factor][path]`
    private final float[][] independent = new float[Factor.COUNT][Tile.PATHS];
    private final float[] normals = new float[Tile.PATHS];
    private final double[] wide = new double[Tile.PATHS];
    private final double[] common = new double[Tile.PATHS];
    private final double[] studentScale = new double[Tile.PATHS];

    LaneDraws(Plan plan, Sampling sampling, Tile tile) {
        this.plan = plan;
        source = LaneWords.of(sampling);
        this.tile = tile;
        drawnSlots = plan.parameters().drawn();
        streams = Arrays.stream(drawnSlots)
                .map(slot -> Streams.ofParameter(plan.parameters().keys().get(slot)))
                .toArray();
        student = plan.copula() instanceof Copula.StudentT;
        boolean base = tile.wants(
                Quantity.BASE_REVENUE,
                Quantity.PROVIDER_REVENUE,
                Quantity.PROVIDER_EBIT,
                Quantity.PROVIDER_MARGIN,
                Quantity.PROVIDER_MARGIN_CHANGE_BP,
                Quantity.AI_SHARE,
                Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE);
        for (Factor factor : Factor.values()) {
            factorUsed[factor.ordinal()] = factor != Factor.BASE || base;
            double[] root = plan.copula().cholesky()[factor.ordinal()];
            rootColumns[factor.ordinal()] = IntStream.range(0, Factor.COUNT)
                    .filter(column -> root[column] != 0)
                    .toArray();
        }
        streamUsed[0] = true;
        streamUsed[1] = true;
        streamUsed[2] = true;
        streamUsed[3] = student || !tile.always(Parameter.RENEGOTIATION_PROBABILITY, 0);
    }

    /// What is drawn once for each path.
    void paths(long first) {
        firstPath = first;
        for (int k = 0; k < drawnSlots.length; k++) {
            source.fill(firstPath, streams[k], Streams.WHOLE_PATH, pathWords);
            LaneRandom.normals(pathWords[0], normals);
            widen(normals, wide);
            LaneCurve.values(plan.parameters().curves().get(drawnSlots[k]), wide, tile.parameter(drawnSlots[k]));
        }
        delays();
    }

    private void delays() {
        source.fill(firstPath, Streams.COMMON_DELAY, Streams.WHOLE_PATH, pathWords);
        LaneRandom.normals(pathWords[0], normals);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector weight = tile.of(Parameter.DELAY_CORRELATION, i).sqrt();
            weight.mul(Lanes.load(normals, i)).intoArray(common, i);
        }
        for (int j = 0; j < tile.delays.length; j++) {
            if (Streams.wordOfProject(j) == 0) {
                source.fill(firstPath, Streams.ofProject(j), Streams.WHOLE_PATH, pathWords);
            }
            LaneRandom.normals(pathWords[Streams.wordOfProject(j)], normals);
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector correlation = tile.of(Parameter.DELAY_CORRELATION, i);
                DoubleVector ownWeight = Lanes.ONE.sub(correlation).sqrt();
                Lanes.load(common, i).add(ownWeight.mul(Lanes.load(normals, i))).intoArray(wide, i);
            }
            LaneCurve.values(plan.projects().get(j).delay(), wide, tile.delays[j]);
        }
    }

    /// What is drawn in a quarter.
    void addTo(List<Stage> stages) {
        for (int stream = 0; stream < words.length; stream++) {
            int used = stream;
            if (streamUsed[stream]) {
                stages.add(t -> source.fill(firstPath, used, t, words[used]));
            }
        }
        stages.add(_ -> uniforms(Draw.REGIME, tile.regime));
        stages.add(_ -> uniforms(Draw.JUMP, tile.jump));
        stages.add(_ -> uniforms(Draw.DEFAULT, tile.defaults));
        stages.add(_ -> normals(Draw.JUMP_SIZE, tile.jumpSize));
        if (streamUsed[3]) {
            stages.add(_ -> uniforms(Draw.RENEGOTIATION, tile.renegotiation));
        }
        for (Factor factor : Factor.values()) {
            if (factorUsed[factor.ordinal()]) {
                int[] word = word(Draw.valueOf(factor.name()));
                stages.add(_ -> LaneRandom.normals(word, independent[factor.ordinal()]));
            }
        }
        stages.add(_ -> correlate());
        if (plan.copula() instanceof Copula.StudentT copula) {
            stages.add(_ -> student(copula));
        }
    }

    private void normals(Draw draw, double[] to) {
        LaneRandom.normals(word(draw), normals);
        widen(normals, to);
    }

    private int[] word(Draw draw) {
        return words[draw.stream()][draw.word()];
    }

    private void uniforms(Draw draw, double[] to) {
        int[] word = word(draw);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            LaneRandom.uniform(word, i).intoArray(to, i);
        }
    }

    private static void widen(float[] from, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            Lanes.load(from, i).intoArray(to, i);
        }
    }

    private void correlate() {
        for (int row = 0; row < Factor.COUNT; row++) {
            if (factorUsed[row]) {
                correlate(plan.copula().cholesky()[row], rootColumns[row], tile.factors[row]);
            }
        }
    }

    /// Sums column by column through memory: a sum kept in a register across an inner loop would go to the heap.
    private void correlate(double[] root, int[] columns, double[] to) {
        Arrays.fill(to, 0);
        for (int column : columns) {
            DoubleVector weight = Lanes.all(root[column]);
            float[] from = independent[column];
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                weight.fma(Lanes.load(from, i), Lanes.load(to, i)).intoArray(to, i);
            }
        }
    }

    private void student(Copula.StudentT copula) {
        normals(Draw.COPULA_CHI_SQUARE, wide);
        LaneCurve.values(copula.scale(), wide, studentScale);
        for (int row = 0; row < Factor.COUNT; row++) {
            if (factorUsed[row]) {
                double[] factor = tile.factors[row];
                for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                    DoubleVector y = Lanes.load(factor, i).mul(Lanes.load(studentScale, i));
                    DoubleVector spread = y.mul(y).div(copula.degreesOfFreedom()).add(Lanes.ONE).sqrt();
                    y.div(spread).intoArray(wide, i);
                }
                LaneCurve.values(copula.toNormal(), wide, factor);
            }
        }
    }
}
