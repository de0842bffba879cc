package io.tailrace.kernel;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Curve;
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
    private final boolean renegotiation;
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
        renegotiation = !tile.always(Parameter.RENEGOTIATION_PROBABILITY, 0);
        source = LaneSource.of(sampling, plan.drawShape(), student || renegotiation);
    }

    /// Goes to the tile that begins with `first`.
    void paths(long first) {
        source.paths(first);
    }

    /// What is drawn once for each path.
    void addOpeningTo(List<Stage> stages) {
        for (int k = 0; k < drawnSlots.length; k++) {
            Curve curve = plan.parameters().curves().get(drawnSlots[k]);
            double[] parameter = tile.parameter(drawnSlots[k]);
            source.addParameter(stages, k, normals);
            stages.add(_ -> widen(normals, wide));
            stages.add(_ -> LaneCurve.values(curve, wide, parameter));
        }
        source.addCommonDelay(stages, normals);
        stages.add(_ -> commonDelay());
        for (int j = 0; j < tile.delays.length; j++) {
            Curve curve = plan.projects().get(j).delay();
            double[] delay = tile.delays[j];
            source.addProject(stages, j, normals);
            stages.add(_ -> ownDelay());
            stages.add(_ -> LaneCurve.values(curve, wide, delay));
        }
    }

    private void commonDelay() {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector correlation = tile.of(Parameter.DELAY_CORRELATION, i);
            correlation.sqrt().mul(Lanes.load(normals, i)).intoArray(common, i);
            Lanes.ONE.sub(correlation).sqrt().intoArray(ownWeight, i);
        }
    }

    private void ownDelay() {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector own = Lanes.load(ownWeight, i).mul(Lanes.load(normals, i));
            Lanes.load(common, i).add(own).intoArray(wide, i);
        }
    }

    /// What is drawn in a quarter.
    void addTo(List<Stage> stages) {
        source.addQuarter(stages);
        source.addUniforms(stages, Draw.REGIME, tile.regime);
        source.addUniforms(stages, Draw.JUMP, tile.jump);
        source.addUniforms(stages, Draw.DEFAULT, tile.defaults);
        source.addNormals(stages, Draw.JUMP_SIZE, normals);
        stages.add(_ -> widen(normals, tile.jumpSize));
        if (renegotiation) {
            source.addUniforms(stages, Draw.RENEGOTIATION, tile.renegotiation);
        }
        for (Factor factor : Factor.values()) {
            if (factorUsed[factor.ordinal()]) {
                source.addNormals(stages, Draw.valueOf(factor.name()), independent[factor.ordinal()]);
            }
        }
        for (Factor factor : Factor.values()) {
            if (factorUsed[factor.ordinal()]) {
                addCorrelation(stages, factor.ordinal());
            }
        }
        if (plan.copula() instanceof Copula.StudentT copula) {
            source.addNormals(stages, Draw.COPULA_CHI_SQUARE, normals);
            stages.add(_ -> widen(normals, wide));
            stages.add(_ -> student(copula));
        }
    }

    private static void widen(float[] from, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            Lanes.load(from, i).intoArray(to, i);
        }
    }

    /// Sums two columns at a time through memory: a sum kept in a register across an inner loop would go to the heap.
    private void addCorrelation(List<Stage> stages, int row) {
        double[] root = plan.copula().cholesky()[row];
        int[] columns = rootColumns[row];
        double[] to = tile.factors[row];
        int odd = columns.length % 2;
        if (odd == 0) {
            stages.add(_ -> Arrays.fill(to, 0));
        } else {
            stages.add(_ -> first(root[columns[0]], independent[columns[0]], to));
        }
        for (int c = odd; c < columns.length; c += 2) {
            int one = columns[c];
            int two = columns[c + 1];
            stages.add(_ -> addTwo(root, one, two, to));
        }
    }

    private static void first(double weight, float[] from, double[] to) {
        DoubleVector weights = Lanes.all(weight);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            weights.fma(Lanes.load(from, i), Lanes.ZERO).intoArray(to, i);
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

    private void student(Copula.StudentT copula) {
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
