package io.tailrace.model;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Curve;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawTable;
import io.tailrace.random.Sampling;

/// Draws of path N: a pure function of sampling, path number, stream and quarter.
///
/// Nothing here has a position, so path N is the same whether a thousand or a billion paths run, on any thread.
public final class RandomDraws {
    /// Where each factor's independent normal is, in the factors' order.
    private static final Draw[] FACTORS =
            java.util.Arrays.stream(Factor.values()).map(f -> Draw.valueOf(f.name())).toArray(Draw[]::new);

    private final Plan plan;
    private final int[] drawnSlots;
    /// Of one path.
    private final DrawTable table;
    private final double[] independent = new double[Factor.COUNT];

    /// Those of plain Monte Carlo.
    public RandomDraws(Plan plan, long seed) {
        this(plan, new Sampling.Plain(seed));
    }

    public RandomDraws(Plan plan, Sampling sampling) {
        this.plan = plan;
        drawnSlots = plan.parameters().drawn();
        table = new DrawTable(sampling, plan.drawShape(), 1);
    }

    /// Fills `draws` with those of path `number` (from 0).
    public void fill(long number, Draws draws) {
        table.fill(number);
        for (int i = 0; i < drawnSlots.length; i++) {
            Curve curve = plan.parameters().curves().get(drawnSlots[i]);
            draws.parameters.set(drawnSlots[i], curve.at(table.parameters[i][0]));
        }
        delays(draws);
        for (int t = 1; t <= plan.quarters(); t++) {
            quarter(t, draws);
        }
    }

    private void delays(Draws draws) {
        double correlation = draws.parameters.of(Parameter.DELAY_CORRELATION);
        double ownWeight = Math.sqrt(1 - correlation);
        double common = Math.sqrt(correlation) * table.commonDelay[0];
        for (int j = 0; j < draws.delays.length; j++) {
            double normal = common + ownWeight * table.projects[j][0];
            draws.delays[j] = plan.projects().get(j).delay().at(normal);
        }
    }

    private void quarter(int t, Draws draws) {
        draws.regime[t] = table.uniforms(Draw.REGIME, t)[0];
        draws.jump[t] = table.uniforms(Draw.JUMP, t)[0];
        draws.jumpSize[t] = table.normals(Draw.JUMP_SIZE, t)[0];
        draws.defaults[t] = table.uniforms(Draw.DEFAULT, t)[0];
        draws.renegotiation[t] = table.uniforms(Draw.RENEGOTIATION, t)[0];
        for (int i = 0; i < FACTORS.length; i++) {
            independent[i] = table.normals(FACTORS[i], t)[0];
        }
        correlate(t, table.normals(Draw.COPULA_CHI_SQUARE, t)[0], draws);
    }

    private void correlate(int t, double chiSquaredNormal, Draws draws) {
        double[][] root = plan.copula().cholesky();
        for (int row = 0; row < Factor.COUNT; row++) {
            double sum = 0;
            for (int column = 0; column < Factor.COUNT; column++) {
                sum = Math.fma(root[row][column], independent[column], sum);
            }
            draws.factors[row][t] = sum;
        }
        if (plan.copula() instanceof Copula.StudentT student) {
            fattenTails(student, student.scale().at(chiSquaredNormal), t, draws);
        }
    }

    /// Makes the quarter's factors jointly Student t, and each of them standard normal again.
    private static void fattenTails(Copula.StudentT student, double scale, int t, Draws draws) {
        for (double[] factor : draws.factors) {
            double y = factor[t] * scale;
            factor[t] = student.toNormal().at(y / Math.sqrt(1 + y * y / student.degreesOfFreedom()));
        }
    }
}
