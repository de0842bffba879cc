package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.kernel.Kernel;
import io.tailrace.summary.BlockSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SwifterKernelTest {
    private static final int PATHS = BlockSummary.PATHS;
    private static final int TRIAL = SwifterKernel.TRIAL_PATHS;

    private final List<String> calls = new ArrayList<>();
    private long now;
    private long nanosInLanes;

    private final Kernel model = (_, paths, columns) -> compute("model", paths, columns, 10);
    private final Kernel lanes = (_, paths, columns) -> compute("lanes", paths, columns, nanosInLanes);
    private final AtomicBoolean lanesAreSwifter = new AtomicBoolean();
    private final Kernel kernel = new SwifterKernel(model, lanes, lanesAreSwifter, () -> now);

    @Test
    void theModelComputesUntilTheLanesWereSwifterTwiceInTurn() {
        for (long nanos : new long[]{1000, 5, 20, 5, 5}) {
            block(nanos);
        }
        assertThat(calls).hasSize(10).allMatch(call -> call.equals("model " + PATHS) || call.equals("lanes " + TRIAL));

        calls.clear();
        block(5);
        block(1000);
        assertThat(calls).containsExactly("lanes " + PATHS, "lanes " + PATHS);
    }

    @Test
    void whatATrialGivesIsReplacedByTheModel() {
        double[] column = block(1000);
        assertThat(column).containsOnly(10);
    }

    @Test
    void aShortBlockIsTriedWhole() {
        nanosInLanes = 1000;
        kernel.block(0, 3, new double[1][PATHS]);
        assertThat(calls).containsExactly("lanes 3", "model 3");
    }

    @Test
    void whatOneFoundHoldsForTheNext() {
        for (int i = 0; i < SwifterKernel.TRIALS_IN_TURN; i++) {
            block(5);
        }
        calls.clear();
        new SwifterKernel(model, lanes, lanesAreSwifter, () -> now).block(0, PATHS, new double[1][PATHS]);
        assertThat(calls).containsExactly("lanes " + PATHS);
    }

    private double[] block(long nanos) {
        nanosInLanes = nanos;
        double[][] columns = new double[1][PATHS];
        kernel.block(0, PATHS, columns);
        return columns[0];
    }

    /// Writes its own speed, so that a test sees whose values stand there.
    private void compute(String name, int paths, double[][] columns, long nanosPerPath) {
        calls.add(name + " " + paths);
        now += nanosPerPath * paths;
        for (int path = 0; path < paths; path++) {
            columns[0][path] = nanosPerPath;
        }
    }
}
