package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PathSampleTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock");

    @Test
    void everyMetricOfEveryChosenPathIsThatOfItsReplay() {
        var simulation = new Simulation(PLAN, 7, 2500, 2);
        PathSample sample = PathSample.of(simulation, 0.01, (_, _) -> {});
        assertThat(sample.numbers().length).isBetween(10, 50);
        for (int i = 0; i < sample.numbers().length; i++) {
            var replay = new Replay(PLAN, new Sampling.Plain(7), sample.numbers()[i]);
            for (int k = 0; k < sample.keys().size(); k++) {
                assertThat(sample.values()[k][i]).isEqualTo(replay.metric(sample.keys().get(k)));
            }
        }
    }

    @Test
    void aSmallerShareIsPartOfALargerAndTheWholeIsAll() {
        long[] some = LongStream.range(0, 100_000).filter(path -> PathSample.isIn(path, 0.01)).toArray();
        assertThat(Arrays.stream(some)).allMatch(path -> PathSample.isIn(path, 0.02));
        assertThat(LongStream.range(0, 1000).filter(path -> PathSample.isIn(path, 1))).hasSize(1000);
    }

    /// Binomial: of 2²⁰ paths a share of 1 % is 10,486 with a standard deviation of 102; within a quarter of the paths, 2,621
    /// with 51. Bounds are four of them.
    @Test
    void aShareIsThatOfAllPathsAndOfEachPowerOfTwoAmongThem() {
        int[] chosen = new int[4];
        LongStream.range(0, 1 << 20).filter(path -> PathSample.isIn(path, 0.01))
                .forEach(path -> chosen[(int) path % 4]++);
        assertThat(Arrays.stream(chosen).sum()).isBetween(10_078, 10_894);
        assertThat(Arrays.stream(chosen)).allMatch(count -> Math.abs(count - 2621) < 4 * 51);
    }
}
