package io.tailrace.random;

import java.util.Arrays;

/// Which coordinate of a point decides what, the important first.
///
/// The order: what moves all of a path at once (its first regime, the leading component of demand and growth, the common
/// delay, the tenant's default, the largest jump), the uncertain parameters, leading components of the other shocks, the
/// next regime, projects, and so on to what hardly matters.
/// Why it is fixed: so that a coordinate means the same in every run of a plan.
final class Coordinates {
    private static final Draw[] SHOCKS = {Draw.DEMAND, Draw.GROWTH, Draw.PRICE, Draw.CHANNEL, Draw.SPOT,
        Draw.TRAINIUM, Draw.EFFICIENCY, Draw.BASE};
    private static final Draw[] EXTREMES = {Draw.DEFAULT, Draw.JUMP, Draw.RENEGOTIATION};

    private int dealt;
    private final int quarters;
    private final int[] parameters;
    private final int[] projects;
    private int commonDelay;
    /// `[draw][t]`, or the component or rank that stands in its place
    private final int[][] quarterly;
    private final int[] regimeAfter;
    /// `[draw][rank]`
    private final int[][] extreme = new int[Draw.values().length][Extremes.RANKS + 1];
    private final int[][] quarterOfExtreme = new int[Draw.values().length][Extremes.RANKS + 1];

    Coordinates(int parameters, int projects, int quarters) {
        this.quarters = quarters;
        this.parameters = new int[parameters];
        this.projects = new int[projects];
        quarterly = new int[Draw.values().length][quarters + 1];
        regimeAfter = new int[quarters + 1];
        deal();
    }

    /// Whether its normals come from principal components.
    static boolean hasComponents(Draw draw) {
        return Arrays.asList(SHOCKS).contains(draw);
    }

    private void deal() {
        regime(1);
        component(Draw.DEMAND, 1);
        component(Draw.GROWTH, 1);
        commonDelay = dealt++;
        extreme(Draw.DEFAULT);
        extreme(Draw.JUMP);
        fill(parameters);
        components(1);
        regime(2);
        extreme(Draw.RENEGOTIATION);
        components(2);
        regime(3);
        fill(projects);
        for (int k = 3; k <= quarters; k++) {
            regime(k + 1);
            components(k);
        }
        for (int t = 1; t <= quarters; t++) {
            quarterly[Draw.JUMP_SIZE.ordinal()][t] = dealt++;
            quarterly[Draw.COPULA_CHI_SQUARE.ordinal()][t] = dealt++;
        }
        for (int rank = 2; rank <= Extremes.RANKS; rank++) {
            for (Draw draw : EXTREMES) {
                extreme[draw.ordinal()][rank] = dealt++;
                quarterOfExtreme[draw.ordinal()][rank] = dealt++;
            }
        }
        for (Draw draw : EXTREMES) {
            for (int t = 1; t <= quarters; t++) {
                quarterly[draw.ordinal()][t] = dealt++;
            }
        }
    }

    private void regime(int change) {
        if (change <= quarters) {
            quarterly[Draw.REGIME.ordinal()][change] = dealt++;
            regimeAfter[change] = dealt++;
        }
    }

    private void components(int k) {
        for (Draw shock : SHOCKS) {
            if (k > 1 || shock != Draw.DEMAND && shock != Draw.GROWTH) {
                component(shock, k);
            }
        }
    }

    private void component(Draw shock, int k) {
        if (k <= quarters) {
            quarterly[shock.ordinal()][k] = dealt++;
        }
    }

    private void extreme(Draw draw) {
        extreme[draw.ordinal()][1] = dealt++;
        quarterOfExtreme[draw.ordinal()][1] = dealt++;
    }

    private void fill(int[] dimensions) {
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = dealt++;
        }
    }

    /// How many there are.
    int count() {
        return dealt;
    }

    int parameter(int k) {
        return parameters[k];
    }

    int commonDelay() {
        return commonDelay;
    }

    int project(int j) {
        return projects[j];
    }

    /// Of a shock's component k, of how long the k-th regime lasts, or of what is left to quarter t.
    int quarterly(Draw draw, int t) {
        return quarterly[draw.ordinal()][t];
    }

    /// Of where the `change`-th change of regime leads.
    int regimeAfter(int change) {
        return regimeAfter[change];
    }

    int extreme(Draw draw, int rank) {
        return extreme[draw.ordinal()][rank];
    }

    int quarterOfExtreme(Draw draw, int rank) {
        return quarterOfExtreme[draw.ordinal()][rank];
    }
}
