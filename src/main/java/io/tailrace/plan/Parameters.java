package io.tailrace.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// All scalar parameters of a plan in one flat array of slots: the curve each is drawn from, or its value.
///
/// Shapes: `offset[parameter ordinal]`, `count[parameter ordinal]`; the others `[slot]`.
///
/// @param points values used at t = 0 and in deterministic runs
public record Parameters(int[] offset, int[] count, List<String> keys, List<Curve> curves, double[] points) {

    /// Number of items of a parameter: 1 for a scalar, 0 or more for a list.
    public int count(Parameter parameter) {
        return count[parameter.ordinal()];
    }

    /// Slots that are drawn once per path, in order.
    public int[] drawn() {
        return IntStream.range(0, curves.size())
                .filter(slot -> !(curves.get(slot) instanceof Curve.Constant))
                .toArray();
    }

    /// Point values, in an array of their own that a path may overwrite.
    public Values pointValues() {
        return new Values(offset, points.clone());
    }

    /// The same with the parameter in one slot drawn from another curve.
    Parameters with(int slot, Curve curve, double point) {
        var changedCurves = new ArrayList<Curve>(curves);
        changedCurves.set(slot, curve);
        double[] changedPoints = points.clone();
        changedPoints[slot] = point;
        return new Parameters(offset, count, keys, List.copyOf(changedCurves), changedPoints);
    }

    /// Slot of a key path such as `regimes.states[2].drift`.
    public OptionalInt slot(String key) {
        int slot = keys.indexOf(key);
        return slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot);
    }
}
