package io.tailrace.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/// Finds the [Tilt] that is nearest to the law of the draws given a rare event, from paths that have met it.
///
/// Nearest in cross-entropy, which for exponential tilts means: normals, logarithms of uniforms and steps of the chain
/// have the means that they have, by weight, on those paths. A mean that is not 3 of its standard errors away from the
/// model's counts as the model's; rows of the chain are drawn to the model's by [#PRIOR_STEPS].
/// Source: Rubinstein & Kroese, "The cross-entropy method" (2004), chapters 2 and 3. Why the threshold: hundreds of
/// draws that do not matter would each add noise to the weights.
public final class CrossEntropy {
    private static final double SIGNIFICANT = 3;
    /// So many steps by the model's law are added to what was seen of a row.
    private static final double PRIOR_STEPS = 10;
    private static final double LEAST_POWER = 0.2;
    private static final double LARGEST_POWER = 5;

    private final DrawShape shape;
    private final DrawTable table;
    private final List<float[]> normalRows;
    private final List<double[]> extremeRows;
    private final TiltedRegimes model;
    private final double[] normals;
    private final double[] logarithms;
    /// `[t - 1][from][to]`
    private final double[][][] steps;
    private double weights;
    private double squares;

    private CrossEntropy(Sampling.Tilted drawn, DrawShape shape) {
        this.shape = shape;
        table = new DrawTable(drawn, shape, 1);
        normalRows = table.normalRows();
        extremeRows = table.extremeRows();
        model = TiltedRegimes.model(shape);
        normals = new double[normalRows.size()];
        logarithms = new double[extremeRows.size()];
        int states = shape.cumulativeTransition().length;
        steps = new double[shape.quarters()][states][states];
    }

    /// From the paths of a sampling that `met` the event, whose `weights` `[path]` are those of [PathWeights].
    public static Tilt fit(Sampling.Tilted drawn, DrawShape shape, LongPredicate met, double[] weights) {
        var fit = new CrossEntropy(drawn, shape);
        for (int path = 0; path < weights.length; path++) {
            if (met.test(path)) {
                fit.add(path, weights[path]);
            }
        }
        return fit.tilt();
    }

    private void add(long path, double weight) {
        table.fill(path);
        for (int row = 0; row < normals.length; row++) {
            normals[row] += weight * normalRows.get(row)[0];
        }
        for (int row = 0; row < logarithms.length; row++) {
            logarithms[row] -= weight * Elementary.log(extremeRows.get(row)[0]);
        }
        int state = model.opening();
        for (int t = 1; t <= shape.quarters(); t++) {
            int to = model.next(state, table.uniforms(Draw.REGIME, t)[0]);
            steps[t - 1][state][to] += weight;
            state = to;
        }
        weights += weight;
        squares += weight * weight;
    }

    private Tilt tilt() {
        double paths = weights * weights / squares;
        double noise = SIGNIFICANT / Math.sqrt(paths);
        float[] shifts = new float[normals.length];
        for (int row = 0; row < shifts.length; row++) {
            double mean = normals[row] / weights;
            shifts[row] = Math.abs(mean) > noise ? (float) mean : 0;
        }
        double[] powers = new double[logarithms.length];
        for (int row = 0; row < powers.length; row++) {
            double mean = logarithms[row] / weights;
            powers[row] = Math.abs(mean - 1) > noise ? Math.clamp(1 / mean, LEAST_POWER, LARGEST_POWER) : 1;
        }
        return new Tilt(shifts, powers, new TiltedRegimes(shape, rows(paths / weights)));
    }

    private double[][][] rows(double pathsPerWeight) {
        var rows = new ArrayList<double[][]>();
        for (double[][] quarter : steps) {
            double[][] probabilities = new double[quarter.length][quarter.length];
            for (int from = 0; from < quarter.length; from++) {
                double seen = Arrays.stream(quarter[from]).sum() * pathsPerWeight;
                for (int to = 0; to < quarter.length; to++) {
                    double prior = PRIOR_STEPS * model.probability(from, to);
                    probabilities[from][to] = (quarter[from][to] * pathsPerWeight + prior) / (seen + PRIOR_STEPS);
                }
            }
            rows.add(probabilities);
        }
        return rows.toArray(double[][][]::new);
    }
}
