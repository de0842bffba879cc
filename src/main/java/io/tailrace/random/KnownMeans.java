package io.tailrace.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers of a path whose means are known exactly: what a control variate needs.
///
/// The normals of parameters and delays, with the squares of the parameters', the leading components of the shocks over
/// the quarters ([QuarterBasis]), the logarithms of the uniforms of rare events, and how long the chain of regimes stays
/// in each: its expected occupancy is initial row times the powers of the transition matrix. Each is given less its
/// mean.
/// One instance belongs to one thread.
public final class KnownMeans {
    private static final int WIDTH = 64;
    private static final int COMPONENTS = 2;

    /// What happened on one path of the table, as controls.
    private interface Control {
        double at(int i);
    }

    private final DrawTable table;
    private final DrawShape shape;
    private final List<String> names = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    /// `[state][path]` quarters spent in it, and the same with early quarters counting more
    private final double[][] stays;
    private final double[][] earlyStays;

    /// @param parameters names of the uncertain parameters, in the shape's order
    /// @param regimes names of the regimes
    public KnownMeans(Sampling sampling, DrawShape shape, List<String> parameters, List<String> regimes) {
        this.shape = shape;
        table = new DrawTable(sampling, shape, WIDTH);
        int states = shape.cumulativeTransition().length;
        stays = new double[states][WIDTH];
        earlyStays = new double[states][WIDTH];
        for (int k = 0; k < table.parameters.length; k++) {
            float[] row = table.parameters[k];
            add(parameters.get(k), i -> row[i]);
            add(parameters.get(k) + " squared", i -> (double) row[i] * row[i] - 1);
        }
        add("common delay", i -> table.commonDelay[i]);
        for (int j = 0; j < table.projects.length; j++) {
            float[] row = table.projects[j];
            add("delay of project " + (j + 1), i -> row[i]);
        }
        var basis = new QuarterBasis(shape.quarters());
        for (Draw draw : Draw.values()) {
            shocks(draw, basis);
        }
        stays(regimes);
    }

    private void shocks(Draw draw, QuarterBasis basis) {
        String name = draw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (draw.isUniform()) {
            if (draw != Draw.REGIME) {
                add(name, i -> logarithms(draw, i));
            }
            return;
        }
        for (int k = 1; k <= Math.min(COMPONENTS, shape.quarters()); k++) {
            int component = k;
            add(name + ", component " + k, i -> component(draw, basis, component, i));
        }
    }

    private void stays(List<String> regimes) {
        int states = regimes.size();
        double[] expected = new double[states];
        double[] early = new double[states];
        occupancy(expected, early);
        for (int state = 0; state < states - 1; state++) {
            int s = state;
            add("quarters in " + regimes.get(s), i -> stays[s][i] - expected[s]);
            add("early quarters in " + regimes.get(s), i -> earlyStays[s][i] - early[s]);
        }
    }

    /// In the order of the values.
    public List<String> names() {
        return List.copyOf(names);
    }

    /// Fills `values` `[path][control]` with the controls of 64 paths, the first a multiple of 64.
    public void fill(long firstPath, double[][] values) {
        table.fill(firstPath);
        for (int i = 0; i < WIDTH; i++) {
            countStays(i);
            for (int k = 0; k < values[i].length; k++) {
                values[i][k] = controls.get(k).at(i);
            }
        }
    }

    private void add(String name, Control control) {
        names.add(name);
        controls.add(control);
    }

    private double component(Draw draw, QuarterBasis basis, int k, int i) {
        double sum = 0;
        for (int t = 1; t <= shape.quarters(); t++) {
            sum += (double) basis.weight(t, k) * table.normals(draw, t)[i];
        }
        return sum;
    }

    /// −ln U is exponential with mean 1.
    private double logarithms(Draw draw, int i) {
        double sum = 0;
        for (int t = 1; t <= shape.quarters(); t++) {
            sum -= Elementary.log(table.uniforms(draw, t)[i]) + 1;
        }
        return sum;
    }

    private void countStays(int i) {
        for (int s = 0; s < stays.length; s++) {
            stays[s][i] = 0;
            earlyStays[s][i] = 0;
        }
        int state = shape.openingRegime();
        for (int t = 1; t <= shape.quarters(); t++) {
            state = next(state, table.uniforms(Draw.REGIME, t)[i]);
            stays[state][i]++;
            earlyStays[state][i] += shape.quarters() - t + 1;
        }
    }

    private int next(int from, double uniform) {
        double[] row = shape.cumulativeTransition()[from];
        int to = 0;
        while (to < row.length - 1 && row[to] <= uniform) {
            to++;
        }
        return to;
    }

    private void occupancy(double[] expected, double[] early) {
        int states = expected.length;
        double[] now = new double[states];
        now[shape.openingRegime()] = 1;
        for (int t = 1; t <= shape.quarters(); t++) {
            double[] then = new double[states];
            for (int from = 0; from < states; from++) {
                double[] row = shape.cumulativeTransition()[from];
                for (int to = 0; to < states; to++) {
                    // the last part of a row reaches to 1, as the model reads it
                    double end = to == states - 1 ? 1 : row[to];
                    then[to] += now[from] * (end - (to == 0 ? 0 : row[to - 1]));
                }
            }
            now = then;
            for (int s = 0; s < states; s++) {
                expected[s] += now[s];
                early[s] += now[s] * (shape.quarters() - t + 1);
            }
        }
    }
}
