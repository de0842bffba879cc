package io.tailrace.random;

/// A chain of regimes with other transition probabilities in every quarter, told through the model's own uniforms.
///
/// A uniform that this chain reads as a step to j becomes one that the model reads as that step, spread evenly over
/// its part of the model's row.
final class TiltedRegimes {
    private final int opening;
    /// `[from][to]` the model's running sums
    private final double[][] cumulative;
    /// `[t - 1][from][to]`
    private final double[][][] tilted;
    /// `[t - 1][from][to]` of the tilted over the model's probability
    private final double[][][] logRatio;

    /// From probabilities `[t - 1][from][to]`, 0 where the model's are and only there.
    TiltedRegimes(DrawShape shape, double[][][] tilted) {
        opening = shape.openingRegime();
        cumulative = shape.cumulativeTransition();
        this.tilted = tilted;
        int states = cumulative.length;
        logRatio = new double[tilted.length][states][states];
        for (int t = 0; t < tilted.length; t++) {
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    double model = probability(from, to);
                    logRatio[t][from][to] = model > 0 ? Elementary.log(tilted[t][from][to] / model) : 0;
                }
            }
        }
    }

    /// The model's probability of a step.
    double probability(int from, int to) {
        return cumulative[from][to] - low(from, to);
    }

    /// Changes the uniforms `[t][path]` of path `i`.
    void apply(double[][] uniforms, int i) {
        int state = opening;
        for (int t = 1; t <= tilted.length; t++) {
            double[] row = tilted[t - 1][state];
            double before = 0;
            int to = 0;
            while (to < row.length - 1 && before + row[to] <= uniforms[t][i]) {
                before += row[to];
                to++;
            }
            while (row[to] == 0) {
                to--;
                before -= row[to];
            }
            double within = Math.min(1, (uniforms[t][i] - before) / row[to]);
            double moved = low(state, to) + within * probability(state, to);
            uniforms[t][i] = Math.max(low(state, to), Math.min(moved, Math.nextDown(cumulative[state][to])));
            state = to;
        }
    }

    double logRatio(double[][] uniforms, int i) {
        double sum = 0;
        int state = opening;
        for (int t = 1; t <= tilted.length; t++) {
            int to = next(state, uniforms[t][i]);
            sum += logRatio[t - 1][state][to];
            state = to;
        }
        return sum;
    }

    /// Where a uniform leads, as the model reads it.
    int next(int from, double uniform) {
        int to = 0;
        for (int j = 0; j < cumulative.length - 1; j++) {
            to += cumulative[from][j] <= uniform ? 1 : 0;
        }
        return to;
    }

    int opening() {
        return opening;
    }

    private double low(int from, int to) {
        return to == 0 ? 0 : cumulative[from][to - 1];
    }

    /// The model's own chain.
    static TiltedRegimes model(DrawShape shape) {
        int states = shape.cumulativeTransition().length;
        double[][][] same = new double[shape.quarters()][states][states];
        for (double[][] quarter : same) {
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    double[] row = shape.cumulativeTransition()[from];
                    quarter[from][to] = to == 0 ? row[0] : row[to] - row[to - 1];
                }
            }
        }
        return new TiltedRegimes(shape, same);
    }
}
