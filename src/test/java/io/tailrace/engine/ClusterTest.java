package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.SummaryCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs computed elsewhere, here by a cluster inside the process, have the bits of runs by threads.
final class ClusterTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=2", "backTest=[]", "outputs.quarterly=[labRunRate]");

    /// Waves of so many tasks; of every second wave the results are joined.
    ///
    /// @param fails after so many waves
    private record Waves(int tasks, long most, int fails) implements Cluster {
        @Override
        public void compute(Simulation simulation, Work work) {
            for (int wave = 0; work.left() > 0; wave++) {
                var results = new ArrayList<byte[]>();
                for (int task = 0; task < tasks; task++) {
                    work.next(most).ifPresent(stretch -> results.add(
                            StretchResult.compute(simulation, work.watched(), stretch, _ -> {})));
                }
                work.waiting(0);
                if (wave == fails) {
                    throw new IllegalStateException("all machines are gone");
                }
                List<byte[]> back = wave % 2 == 0
                        ? results
                        : List.of(StretchResult.joined(simulation, work.watched(), results));
                back.forEach(work::take);
            }
        }
    }

    private static Optional<Cluster> waves(int tasks, long most) {
        return Optional.of(new Waves(tasks, most, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1000", "2, 5", "7, 3", "40, 2"})
    void aRunHasTheSameBits(int tasks, long most) {
        var simulation = new Simulation(PLAN, 7, 50_300, 2);
        assertSame(RunResult.of(simulation.on(waves(tasks, most)), Progress.NONE),
                RunResult.of(simulation, Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void targetsEndARunAfterTheSamePaths(int tasks) {
        var simulation = new Simulation(PLAN, 7, 200_000, 2);
        var precision = new Precision(
                PrecisionTarget.parse("t", List.of("mean(npvTaas) within 0.2 %"), Set.of(Metric.NPV_TAAS.key())),
                Optional.empty());
        RunResult here = RunResult.of(simulation, precision, Progress.NONE);
        RunResult away = RunResult.of(simulation.on(waves(tasks, 4)), precision, Progress.NONE);
        assertThat(here.paths()).isBetween(20_000L, 199_000L);
        assertSame(away, here);
        assertThat(away.outcome()).isEqualTo(here.outcome());
    }

    @Test
    void replicatesHaveTheSameBits() {
        var sampling = new Sampling.QuasiRandom(7, 4096, Design.SOBOL);
        var simulation = new Simulation(PLAN, sampling, 16 * 4096, 2);
        assertSame(RunResult.of(simulation.on(waves(3, 2)), Progress.NONE), RunResult.of(simulation, Progress.NONE));
    }

    @Test
    void aRunGrowsElsewhere() {
        var growing = new GrowingRun(new Simulation(PLAN, 7, 100_000, 1).on(waves(3, 4)));
        for (long paths : new long[]{5_000, 5_000, 40_000, 100_000}) {
            growing.growTo(paths, () -> false, Progress.NONE);
        }
        assertSame(growing.result(), RunResult.of(new Simulation(PLAN, 7, 100_000, 2), Progress.NONE));
    }

    /// Keeps the state whenever it is asked, and ends the run at the n-th time.
    private static final class Kept implements Checkpoints {
        private final int stop;
        private int kept;
        private long paths;
        private Optional<byte[]> last = Optional.empty();

        Kept(int stop) { this.stop = stop; }

        @Override
        public Optional<Decoder> last() { return last.map(Decoder::new); }

        @Override
        public boolean isDue() { return kept < stop; }

        @Override
        public void keep(long done, Consumer<Encoder> state) {
            var encoder = new Encoder();
            state.accept(encoder);
            last = Optional.of(encoder.bytes());
            paths = done;
            if (++kept == stop) {
                throw new RunStoppedException(done);
            }
        }

        Kept next(int further) {
            var next = new Kept(further);
            next.last = last;
            return next;
        }
    }

    @Test
    void whatIsBackIsKeptWhileTheRestIsOutAndGoneOnFromByThreads() {
        var simulation = new Simulation(PLAN, 7, 50_300, 2);
        var kept = new Kept(5);
        assertThatThrownBy(
                () -> RunResult.of(simulation.on(waves(4, 3)), Precision.NONE, kept, Progress.NONE))
                .isInstanceOf(RunStoppedException.class);
        // Waiting for the first wave, each of its four stretches: three of three blocks are back at the fifth.
        assertThat(kept.paths).isEqualTo(4 * 3 * 1024);
        assertSame(RunResult.of(simulation, Precision.NONE, kept.next(0), Progress.NONE),
                RunResult.of(simulation, Progress.NONE));
        Kept again = kept.next(2);
        assertThatThrownBy(
                () -> RunResult.of(simulation.on(waves(1, 3)), Precision.NONE, again, Progress.NONE))
                .isInstanceOf(RunStoppedException.class);
        assertSame(RunResult.of(simulation.on(waves(2, 7)), Precision.NONE, again.next(0), Progress.NONE),
                RunResult.of(simulation, Progress.NONE));
    }

    @Test
    void whereTheMachinesFailWhatIsBackIsKept() {
        var simulation = new Simulation(PLAN, 7, 50_300, 2);
        var kept = new Kept(0);
        var failing = simulation.on(Optional.of(new Waves(2, 3, 2)));
        assertThatThrownBy(() -> RunResult.of(failing, Precision.NONE, kept, Progress.NONE))
                .hasMessage("all machines are gone");
        assertThat(kept.paths).isEqualTo(2 * 2 * 3 * 1024);
        assertSame(RunResult.of(simulation, Precision.NONE, kept.next(0), Progress.NONE),
                RunResult.of(simulation, Progress.NONE));
    }

    @Test
    void aDamagedResultIsRefused() {
        var simulation = new Simulation(PLAN, 7, 5_000, 1);
        byte[] result = StretchResult.compute(simulation, new int[0], new Stretch(0, 2), _ -> {});
        result[result.length / 2] ^= 4;
        assertThatThrownBy(() -> StretchResult.joined(simulation, new int[0], List.of(result)))
                .hasMessageContaining("is damaged");
    }

    @Test
    void stretchesWithAGapAreNotJoined() {
        var simulation = new Simulation(PLAN, 7, 5_000, 1);
        byte[] first = StretchResult.compute(simulation, new int[0], new Stretch(0, 1), _ -> {});
        byte[] third = StretchResult.compute(simulation, new int[0], new Stretch(2, 3), _ -> {});
        assertThatThrownBy(() -> StretchResult.joined(simulation, new int[0], List.of(first, third)))
                .hasMessageContaining("do not follow each other");
    }

    private static void assertSame(RunResult away, RunResult here) {
        assertThat(SummaryCodec.encode(away.summary())).isEqualTo(SummaryCodec.encode(here.summary()));
        assertThat(away.statistics()).isEqualTo(here.statistics());
        assertThat(away.convergence()).isEqualTo(here.convergence());
        assertThat(away.paths()).isEqualTo(here.paths());
    }
}
