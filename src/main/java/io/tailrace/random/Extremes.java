package io.tailrace.random;

import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.log;

/// Independent uniforms over the quarters, drawn from the most extreme downwards: its size, its quarter, then the rest.
///
/// Extreme is low, or near either end. The least of m uniforms is 1 - (1 - U)^{1/m}, in any quarter alike; given it, the
/// others are uniform above it. So the joint law is that of independent uniforms, while one coordinate tells whether a
/// rare event happens at all and the next one when.
/// Source: order statistics of uniforms one after another, Lurie & Hartley, "Machine-generation of order statistics for
/// Monte Carlo computations" (1972).
final class Extremes {
    /// How many of the most extreme are drawn first.
    static final int RANKS = 2;

    private final int quarters;
    private final double[][] size;
    private final double[][] place;
    private final double[][] rest;
    private final int[] open;

    Extremes(int quarters, int width) {
        this.quarters = quarters;
        size = new double[RANKS + 1][width];
        place = new double[RANKS + 1][width];
        rest = new double[quarters + 1][width];
        open = new int[quarters];
    }

    /// To be filled with uniforms: how extreme the `rank`-th most extreme is.
    double[] size(int rank) {
        return size[rank];
    }

    /// To be filled with uniforms: in which quarter.
    double[] place(int rank) {
        return place[rank];
    }

    /// To be filled with uniforms: the value in quarter t, where it is none of the most extreme.
    double[] rest(int t) {
        return rest[t];
    }

    /// Fills `uniforms` `[t][path]`.
    void fill(boolean bothEnds, double[][] uniforms) {
        for (int path = 0; path < uniforms[0].length; path++) {
            fill(bothEnds, uniforms, path);
        }
    }

    private void fill(boolean bothEnds, double[][] uniforms, int path) {
        for (int i = 0; i < quarters; i++) {
            open[i] = i + 1;
        }
        double least = 0;
        for (int rank = 1; rank <= Math.min(RANKS, quarters); rank++) {
            int left = quarters - rank + 1;
            double above = 1 - exp(log(1 - size[rank][path]) / left);
            least = least + (1 - least) * above;
            double at = place[rank][path] * left;
            int i = Math.min((int) at, left - 1);
            uniforms[open[i]][path] = bothEnds ? end(least, at - i) : least;
            open[i] = open[left - 1];
            open[left - 1] = 0;
        }
        for (int i = 0; i < quarters - RANKS; i++) {
            double value = rest[open[i]][path];
            uniforms[open[i]][path] = bothEnds ? restAtEnds(least, value) : least + (1 - least) * value;
        }
    }

    /// The low or the high end by what the quarter's uniform has left.
    private static double end(double extremeness, double side) {
        return side < 0.5 ? extremeness / 2 : 1 - extremeness / 2;
    }

    private static double restAtEnds(double least, double value) {
        return value < 0.5 ? (least + (1 - least) * (2 * value)) / 2 : 1 - (least + (1 - least) * (2 * value - 1)) / 2;
    }
}
