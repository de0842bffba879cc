package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawAddress;
import io.tailrace.random.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock");
    private static final Sampling SAMPLING = new Sampling.Plain(2026);
    private static final int PATHS = 300;
    private static final String NPV = Metric.NPV_TAAS.key();

    @Test
    void everyRecordedNumberIsTheOneThatTheLanesCounted() {
        List<ColumnKey> keys = new ArrayList<>();
        for (Quantity quantity : PLAN.recorded()) {
            for (int t = 1; t <= PLAN.quarters(); t++) {
                keys.add(ColumnKey.of(quantity, t));
            }
        }
        Arrays.stream(Metric.values()).map(ColumnKey::of).forEach(keys::add);
        var run = new Simulation(PLAN, SAMPLING, PATHS, 1, KernelChoice.LANES);
        PathValues values = PathValues.of(run, keys, Progress.NONE);
        for (int number : new int[]{0, 1, 127, 128, PATHS - 1}) {
            var replay = new Replay(PLAN, SAMPLING, number);
            for (ColumnKey key : keys) {
                double own = key.quarter() == 0
                        ? replay.metric(key.name())
                        : replay.at(quantity(key.name()), key.quarter());
                assertThat(bits(own)).as("%s of path %d", key, number).isEqualTo(bits(values.of(key)[number]));
            }
        }
    }

    @Test
    void theWorstPathsOfARunAreReplayedToTheirExactValues() {
        var result = RunResult.of(new Simulation(PLAN, SAMPLING, 2_000, 2), Progress.NONE);
        int column = result.summary().layout().indexOf(NPV, 0);
        result.summary().worst(column).paths().forEach(worst -> assertThat(
                new Replay(PLAN, SAMPLING, worst.path()).metric(NPV)).isEqualTo(worst.value()));
    }

    @Test
    void drawnAgainInAllThingsAPathBecomesAnother() {
        double[] redrawn = new Replay(PLAN, SAMPLING, 2).redrawn(everything(PLAN), NPV, 4);
        double[] others =
                IntStream.of(0, 1, 3, 4).mapToDouble(i -> new Replay(PLAN, SAMPLING, i).metric(NPV)).toArray();
        assertThat(redrawn).isEqualTo(others);
    }

    @Test
    void drawnAgainInNothingItStaysAsItIs() {
        var replay = new Replay(PLAN, SAMPLING, 7);
        assertThat(replay.redrawn(Set.of(), NPV, 3)).containsOnly(replay.metric(NPV));
    }

    @Test
    void theTenantsDefaultIsNothingToTokenSales() {
        var replay = new Replay(PLAN, SAMPLING, 7);
        assertThat(replay.redrawn(Set.of(DrawAddress.of(Draw.DEFAULT)), NPV, 16)).containsOnly(replay.metric(NPV));
    }

    @Test
    void itsRankAmongOtherPathsIsCounted() {
        String key = "costs.itLifeYears";
        var replay = new Replay(PLAN, SAMPLING, 5);
        double own = value(replay, key);
        long below = IntStream.range(0, 101)
                .filter(i -> i != 5 && value(new Replay(PLAN, SAMPLING, i), key) < own)
                .count();
        assertThat(replay.shareBelow(Set.of(DrawAddress.ofParameter(key)), 100)).isEqualTo(below / 100.0);
    }

    @Test
    void ofTheSearchedPathsNoneIsNearerToAValue() {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> new Replay(PLAN, SAMPLING, i).metric(NPV)).toArray();
        double sought = 40_000;
        Replay nearest = Replay.nearest(PLAN, SAMPLING, 200, NPV, sought);
        double distance = Math.abs(nearest.metric(NPV) - sought);
        assertThat(Arrays.stream(values).map(v -> Math.abs(v - sought)).min()).hasValue(distance);
    }

    @Test
    void allThatChanceGaveIsThere() {
        var replay = new Replay(PLAN, SAMPLING, 0);
        assertThat(replay.shocks()).hasSize(Factor.COUNT + 5).allSatisfy(shock -> assertThat(shock.values())
                .hasSize(PLAN.quarters() + 1));
        assertThat(replay.parameters()).hasSize(PLAN.parameters().drawn().length);
        assertThat(replay.delays()).hasSize(PLAN.projects().size());
        assertThat(PLAN.with(Parameter.IT_LIFE_YEARS, 5).parameters().drawn()).hasSize(replay.parameters().size() - 1);
    }

    private static double value(Replay replay, String key) {
        return replay.parameters().stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow().value();
    }

    private static Set<DrawAddress> everything(Plan plan) {
        var addresses = new HashSet<DrawAddress>(Set.of(DrawAddress.COMMON_DELAY));
        for (int slot : plan.parameters().drawn()) {
            addresses.add(DrawAddress.ofParameter(plan.parameters().keys().get(slot)));
        }
        Arrays.stream(Draw.values()).map(DrawAddress::of).forEach(addresses::add);
        return addresses;
    }

    private static Quantity quantity(String key) {
        return Arrays.stream(Quantity.values()).filter(q -> q.key().equals(key)).findFirst().orElseThrow();
    }

    private static long bits(double value) { return Double.doubleToLongBits(value); }
}
