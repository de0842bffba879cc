package io.tailrace.random;

/// Uniforms that lead a chain of regimes through stays of geometric length: the chain's own law, from few numbers.
///
/// Where the chain stays the uniform is the middle of those that keep it; where it leaves, it is spread over the others.
/// Why: how long the first regime lasts and what follows decide much; told by one coordinate each, points can fill them
/// evenly, which a uniform for every quarter does not allow.
final class RegimeTimes {
    private final double[][] cumulative;
    private final int opening;
    private final int quarters;
    /// `[change][path]`, change = 1 … T
    private final double[][] lasting;
    private final double[][] next;

    RegimeTimes(DrawShape shape, int width) {
        cumulative = shape.cumulativeTransition();
        opening = shape.openingRegime();
        quarters = shape.quarters();
        lasting = new double[quarters + 1][width];
        next = new double[quarters + 1][width];
    }

    /// To be filled with uniforms: how long the regime lasts that the `change`-th change ends.
    double[] lasting(int change) {
        return lasting[change];
    }

    /// To be filled with uniforms: where that change leads.
    double[] next(int change) {
        return next[change];
    }

    /// Fills `uniforms` `[t][path]`.
    void fill(double[][] uniforms) {
        for (int path = 0; path < uniforms[0].length; path++) {
            fill(uniforms, path);
        }
    }

    private void fill(double[][] uniforms, int path) {
        int state = opening;
        int change = 1;
        double staying = 1;
        for (int t = 1; t <= quarters; t++) {
            double low = state == 0 ? 0 : cumulative[state][state - 1];
            double stay = cumulative[state][state] - low;
            staying *= stay;
            if (staying > lasting[change][path]) {
                uniforms[t][path] = low + stay / 2;
                continue;
            }
            double elsewhere = next[change][path] * (1 - stay);
            uniforms[t][path] = elsewhere < low ? elsewhere : elsewhere + stay;
            state = stateAt(uniforms[t][path], cumulative[state]);
            change++;
            staying = 1;
        }
    }

    /// As the model reads it.
    private static int stateAt(double uniform, double[] cumulative) {
        int state = 0;
        for (int j = 0; j < cumulative.length - 1; j++) {
            state += cumulative[j] <= uniform ? 1 : 0;
        }
        return state;
    }
}
