package io.tailrace.kernel;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Draw;
import io.tailrace.random.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;

/// The draws of a tile of paths; twin of the model's `RandomDraws`. What the plan does not use is not drawn.
final class LaneDraws {
    private final Plan plan;
    private final LaneSource source;
    private final Tile tile;
    private final int[] drawnSlots;
    private final boolean[] factorUsed = new boolean[Factor.COUNT];
    /// `[row]` the columns of the correlation's root that are not 0
    private final int[][] rootColumns = new int[Factor.COUNT][];

    private final boolean student;
    /// `[factor][path]`
    private final float[][] independent = new float[Factor.COUNT][Tile.PATHS];
    private final float[] normals = new float[Tile.PATHS];
    private final double[] wide = new double[Tile.PATHS];
    private final double[] common = new double[Tile.PATHS];
    private final double[] ownWeight = new double[Tile.PATHS];
    private final double[] studentScale = new double[Tile.PATHS];

    LaneDraws(Plan plan, Sampling sampling, Tile tile) {
        this.plan = plan;
        this.tile = tile;
        drawnSlots = plan.parameters().drawn();
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
        boolean renegotiation = !tile.always(Parameter.RENEGOTIATION_PROBABILITY, 0);
        source = LaneSource.of(sampling, plan.drawShape(), student || renegotiation);
    }

    /// What is drawn once for each path.
    void paths(long first) {
        source.paths(first);
        for (int k = 0; k < drawnSlots.length; k++) {
            source.parameter(k, normals);
            widen(normals, wide);
            LaneCurve.values(plan.parameters().curves().get(drawnSlots[k]), wide, tile.parameter(drawnSlots[k]));
        }
        delays();
    }

    private void delays() {
        source.commonDelay(normals);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector correlation = tile.of(Parameter.DELAY_CORRELATION, i);
            correlation.sqrt().mul(Lanes.load(normals, i)).intoArray(common, i);
            Lanes.ONE.sub(correlation).sqrt().intoArray(ownWeight, i);
        }
        for (int j = 0; j < tile.delays.length; j++) {
            source.project(j, normals);
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector own = Lanes.load(ownWeight, i).mul(Lanes.load(normals, i));
                Lanes.load(common, i).add(own).intoArray(wide, i);
            }
            LaneCurve.values(plan.projects().get(j).delay(), wide, tile.delays[j]);
        }
    }

    /// What is drawn in a quarter.
    void addTo(List<Stage> stages) {
        source.addTo(stages);
        stages.add(t -> source.uniforms(Draw.REGIME, t, tile.regime));
        stages.add(t -> source.uniforms(Draw.JUMP, t, tile.jump));
        stages.add(t -> source.uniforms(Draw.DEFAULT, t, tile.defaults));
        stages.add(t -> normals(Draw.JUMP_SIZE, t, tile.jumpSize));
        stages.add(t -> source.uniforms(Draw.RENEGOTIATION, t, tile.renegotiation));
        for (Factor factor : Factor.values()) {
            if (factorUsed[factor.ordinal()]) {
                Draw draw = Draw.valueOf(factor.name());
                stages.add(t -> source.normals(draw, t, independent[factor.ordinal()]));
            }
        }
        stages.add(_ -> correlate());
        if (plan.copula() instanceof Copula.StudentT copula) {
            stages.add(t -> student(copula, t));
        }
    }

    private void normals(Draw draw, int t, double[] to) {
        source.normals(draw, t, normals);
        widen(normals, to);
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

    /// Sums two columns at a time through memory: a sum kept in a register across an inner loop would go to the heap.
    private void correlate(double[] root, int[] columns, double[] to) {
        int odd = columns.length % 2;
        if (odd == 0) {
            Arrays.fill(to, 0);
        } else {
            DoubleVector weight = Lanes.all(root[columns[0]]);
            float[] from = independent[columns[0]];
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                weight.fma(Lanes.load(from, i), Lanes.ZERO).intoArray(to, i);
            }
        }
        for (int c = odd; c < columns.length; c += 2) {
            addTwo(root, columns[c], columns[c + 1], to);
        }
    }

    private void addTwo(double[] root, int first, int second, double[] to) {
        DoubleVector firstWeight = Lanes.all(root[first]);
        DoubleVector secondWeight = Lanes.all(root[second]);
        float[] ofFirst = independent[first];
        float[] ofSecond = independent[second];
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector sum = firstWeight.fma(Lanes.load(ofFirst, i), Lanes.load(to, i));
            secondWeight.fma(Lanes.load(ofSecond, i), sum).intoArray(to, i);
        }
    }

    private void student(Copula.StudentT copula, int t) {
        normals(Draw.COPULA_CHI_SQUARE, t, wide);
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
