package io.tailrace.engine;

import io.tailrace.model.Draws;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Where a path's draws keep what stands at some addresses.
///
/// Delays go together, as the address of their common part says.
/// The scale that a t copula gives to all shocks of a quarter has no place of its own: it is in the factors already.
final class DrawParts {
    private final List<Integer> slots = new ArrayList<>();
    private final List<Function<Draws, double[]>> arrays = new ArrayList<>();
    private final boolean delays;

    DrawParts(Plan plan, Set<DrawAddress> addresses) {
        for (int slot : plan.parameters().drawn()) {
            if (addresses.contains(DrawAddress.ofParameter(plan.parameters().keys().get(slot)))) {
                slots.add(slot);
            }
        }
        for (Draw draw : Draw.values()) {
            if (draw != Draw.COPULA_CHI_SQUARE && addresses.contains(DrawAddress.of(draw))) {
                arrays.add(array(draw));
            }
        }
        delays = addresses.contains(DrawAddress.COMMON_DELAY);
    }

    void copy(Draws from, Draws to) {
        slots.forEach(slot -> to.parameters.set(slot, from.parameters.get(slot)));
        arrays.forEach(array -> copy(array.apply(from), array.apply(to)));
        if (delays) {
            copy(from.delays, to.delays);
        }
    }

    /// One number for all: the sum of parameters and of quarters' draws, the mean delay in quarters.
    double size(Draws draws) {
        double cancelled = draws.parameters.of(Parameter.CANCELLED_LATE_QUARTERS);
        double mean = delays
                ? Arrays.stream(draws.delays).map(d -> Double.isInfinite(d) ? cancelled : d).average().orElse(0)
                : 0;
        return mean
                + slots.stream().mapToDouble(draws.parameters::get).sum()
                + arrays.stream().mapToDouble(array -> Arrays.stream(array.apply(draws)).sum()).sum();
    }

    private static Function<Draws, double[]> array(Draw draw) {
        return switch (draw) {
            case REGIME -> draws -> draws.regime;
            case JUMP -> draws -> draws.jump;
            case JUMP_SIZE -> draws -> draws.jumpSize;
            case DEFAULT -> draws -> draws.defaults;
            case RENEGOTIATION -> draws -> draws.renegotiation;
            default -> draws -> draws.factors[Factor.valueOf(draw.name()).ordinal()];
        };
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
