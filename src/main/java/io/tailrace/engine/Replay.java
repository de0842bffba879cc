package io.tailrace.engine;

import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.DrawAddress;
import io.tailrace.random.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One path of a run once more, by the reference model: every draw, every quantity of every quarter, every metric.
///
/// The bits are those that the run counted, since a draw is a function of its address and lanes are the model's twin.
public final class Replay {
    private final Plan plan;
    private final Sampling sampling;
    private final long number;
    private final Draws draws;
    private final Path path;

    /// Path `number` (from 0) of every run of this plan with this sampling.
    public Replay(Plan plan, Sampling sampling, long number) {
        this.plan = plan;
        this.sampling = sampling;
        this.number = number;
        draws = new Draws(plan);
        path = new Path(plan);
        new RandomDraws(plan, sampling).fill(number, draws);
        new PathModel(plan).run(draws, path);
    }

    /// What chance gave to something in each quarter, `[t]` with t = 1 … T; index 0 is unused.
    ///
    /// @param unit `σ` for standard normals, `uniform` for numbers in (0, 1)
    public record Shock(String name, String unit, double[] values) {}

    /// The value of an uncertain parameter on the path.
    public record Drawn(String key, double value) {}

    public Plan plan() {
        return plan;
    }

    public long number() {
        return number;
    }

    /// t = 0 … T; NaN where the path has no value.
    public double at(Quantity quantity, int t) {
        return path.at(quantity, t);
    }

    /// A metric of the path, mixes included.
    public double metric(String key) {
        return path.metricAt(index(plan, key));
    }

    /// Uncertain parameters, in the plan's order.
    public List<Drawn> parameters() {
        return IntStream.of(plan.parameters().drawn())
                .mapToObj(slot -> new Drawn(plan.parameters().keys().get(slot), draws.parameters.get(slot)))
                .toList();
    }

    /// Delay of each project in quarters, infinite where it is cancelled.
    public List<Double> delays() {
        return Arrays.stream(draws.delays).boxed().toList();
    }

    /// Correlated factors first, then what regimes, jumps, default and renegotiation are read from.
    public List<Shock> shocks() {
        var shocks = new ArrayList<Shock>();
        for (Factor factor : Factor.values()) {
            shocks.add(new Shock(factor.key(), "σ", draws.factors[factor.ordinal()]));
        }
        shocks.add(new Shock("regime", "uniform", draws.regime));
        shocks.add(new Shock("jump", "uniform", draws.jump));
        shocks.add(new Shock("jumpSize", "σ", draws.jumpSize));
        shocks.add(new Shock("default", "uniform", draws.defaults));
        shocks.add(new Shock("renegotiation", "uniform", draws.renegotiation));
        return List.copyOf(shocks);
    }

    /// The metric had some draws been made again and all others stayed, `[times]`: those of the run's first paths other
    /// than this one take their place.
    ///
    /// Correlated factors are replaced as the path meets them, after correlation: the others keep their values.
    public double[] redrawn(Set<DrawAddress> addresses, String metric, int times) {
        int index = index(plan, metric);
        var parts = new DrawParts(plan, addresses);
        var random = new RandomDraws(plan, sampling);
        var model = new PathModel(plan);
        var other = new Draws(plan);
        var changed = new Draws(plan);
        changed.set(draws);
        var result = new Path(plan);
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            random.fill(i < number ? i : i + 1L, other);
            parts.copy(other, changed);
            model.run(changed, result);
            values[i] = result.metricAt(index);
        }
        return values;
    }

    /// Share of `paths` other paths on which these draws, taken together, are lower: a parameter by its value, shocks by
    /// their sum over all quarters, delays by their mean.
    public double shareBelow(Set<DrawAddress> addresses, int paths) {
        var parts = new DrawParts(plan, addresses);
        var random = new RandomDraws(plan, sampling);
        var other = new Draws(plan);
        double own = parts.size(draws);
        int below = 0;
        for (int i = 0; i < paths; i++) {
            random.fill(i < number ? i : i + 1L, other);
            below += parts.size(other) < own ? 1 : 0;
        }
        return (double) below / paths;
    }

    /// Of the first `paths` paths the one whose metric is nearest to a value; of equals the earliest.
    public static Replay nearest(Plan plan, Sampling sampling, int paths, String metric, double value) {
        int index = index(plan, metric);
        var random = new RandomDraws(plan, sampling);
        var model = new PathModel(plan);
        var draws = new Draws(plan);
        var path = new Path(plan);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < paths; i++) {
            random.fill(i, draws);
            model.run(draws, path);
            double distance = Math.abs(path.metricAt(index) - value);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return new Replay(plan, sampling, nearest);
    }

    private static int index(Plan plan, String metric) {
        int index = plan.metricKeys().indexOf(metric);
        if (index < 0) {
            throw new IllegalArgumentException("No metric " + metric);
        }
        return index;
    }
}
