package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.Configs;
import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Raw columns against the model path by path.
class PathValuesTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock", "quarters=6", "backTest=[]")
            .recording(Quantity.TAAS_EBIT)
            .withMixes(0.5);
    private static final List<ColumnKey> KEYS = List.of(
            ColumnKey.of(Metric.NPV_IAAS), ColumnKey.of(Quantity.TAAS_EBIT, 4), ColumnKey.ofMix(0.5));

    @Test
    void everyPathStandsAtItsIndexForAnyKernelAndAnyThreads() {
        double[][] expected = new double[3][2_500];
        var draws = new Draws(PLAN);
        var path = new Path(PLAN);
        var random = new RandomDraws(PLAN, 9);
        for (int i = 0; i < 2_500; i++) {
            random.fill(i, draws);
            new PathModel(PLAN).run(draws, path);
            expected[0][i] = path.metric(Metric.NPV_IAAS);
            expected[1][i] = path.at(Quantity.TAAS_EBIT, 4);
            expected[2][i] = path.npvOfMix(0);
        }
        for (KernelChoice kernel : KernelChoice.values()) {
            for (int threads = 1; threads <= 3; threads += 2) {
                PathValues values =
                        PathValues.of(new Simulation(PLAN, new Sampling.Plain(9), 2_500, threads, kernel), KEYS,
                                Progress.NONE);
                for (int k = 0; k < 3; k++) {
                    assertThat(Arrays.equals(values.of(KEYS.get(k)), expected[k])).as(KEYS.get(k).name()).isTrue();
                }
            }
        }
    }

    @Test
    void fewerPathsAreTheFirstOfMore() {
        double[] few = PathValues.of(new Simulation(PLAN, 9, 100, 1), KEYS, Progress.NONE).of(Metric.NPV_IAAS);
        double[] more = PathValues.of(new Simulation(PLAN, 9, 1_300, 2), KEYS, Progress.NONE).of(Metric.NPV_IAAS);
        assertThat(Arrays.copyOf(more, 100)).isEqualTo(few);
    }

    @Test
    void aColumnThatThePlanDoesNotRecordIsNamed() {
        var simulation = new Simulation(PLAN, 9, 100, 1);
        assertThatThrownBy(() -> PathValues.of(simulation, List.of(ColumnKey.of(Quantity.SPOT, 1)), Progress.NONE))
                .hasMessage("No column spot in quarter 1");
    }
}
