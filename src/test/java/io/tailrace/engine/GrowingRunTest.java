package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.Configs;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrowingRunTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=3", "backTest=[]", "outputs.quarterly=[taasEbit]");

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aRunThatGrewIsARunOfSoManyPathsBitForBit(int threads) {
        var growing = new GrowingRun(simulation(1L << 40, threads));
        for (long paths : new long[]{1, 5_000, 5_000, 40_000, 70_000}) {
            growing.growTo(paths, () -> false, Progress.NONE);
            assertThat(growing.paths()).isEqualTo((paths + 1023) / 1024 * 1024);
            RunResult grown = growing.result();
            RunResult alone = RunResult.of(simulation(growing.paths(), 1), Progress.NONE);
            assertThat(grown.statistics()).isEqualTo(alone.statistics());
            assertThat(grown.convergence()).isEqualTo(alone.convergence());
            assertThat(grown.paths()).isEqualTo(alone.paths());
            for (int column : grown.summary().layout().worstColumns()) {
                assertThat(grown.summary().worst(column)).isEqualTo(alone.summary().worst(column));
            }
            assertThat(grown.meanWhereDemandIsLow("npvTaas", 0.1))
                    .isEqualTo(alone.meanWhereDemandIsLow("npvTaas", 0.1));
        }
        assertThat(growing.read(Measure.cvar(95, "npvTaas")).estimate())
                .isEqualTo(growing.result().of("npvTaas", 0).tail(0.95).shortfall());
    }

    @Test
    void aGrowthEndsWhenTheTimeIsUpAndMayGoOnLater() {
        var growing = new GrowingRun(simulation(100_000, 1));
        var asked = new AtomicLong();
        growing.growTo(50_000, () -> asked.incrementAndGet() > 5, Progress.NONE);
        assertThat(growing.paths()).isEqualTo(6 * 1024);
        growing.growTo(1_000_000, () -> false, Progress.NONE);
        assertThat(growing.paths()).isEqualTo(100_000);
        assertThat(growing.result().statistics())
                .isEqualTo(RunResult.of(simulation(100_000, 2), Progress.NONE).statistics());
    }

    @Test
    void aRunGoesOnWhereAnotherProcessWasStopped() {
        var first = new Kept(Optional.empty(), 30);
        var stopped = new GrowingRun(simulation(1L << 40, 1), first);
        stopped.growTo(20_000, () -> false, Progress.NONE);
        assertThatThrownBy(() -> stopped.growTo(60_000, () -> false, Progress.NONE))
                .isInstanceOf(RunStoppedException.class);
        assertThat(first.paths).isBetween(20_000L, 31_000L);
        var again = new GrowingRun(simulation(1L << 40, 2), new Kept(first.state, Integer.MAX_VALUE));
        assertThat(again.paths()).isEqualTo(first.paths);
        assertThat(again.wall()).isPositive();
        again.growTo(1_000, () -> false, Progress.NONE);
        assertThat(again.paths()).isEqualTo(first.paths);
        again.growTo(50 * 1024, () -> false, Progress.NONE);
        RunResult alone = RunResult.of(simulation(50 * 1024, 1), Progress.NONE);
        assertThat(again.result().statistics()).isEqualTo(alone.statistics());
        assertThat(again.result().convergence()).isEqualTo(alone.convergence());
    }

    /// Asks for the state at a block, and ends the run with it.
    private static final class Kept implements Checkpoints {
        private final Optional<byte[]> last;
        private final int due;
        private int blocks;
        private Optional<byte[]> state = Optional.empty();
        private long paths;

        Kept(Optional<byte[]> last, int due) {
            this.last = last;
            this.due = due;
        }

        @Override
        public Optional<Decoder> last() { return last.map(Decoder::new); }

        @Override
        public synchronized boolean isDue() { return blocks++ >= due; }

        @Override
        public void keep(long done, Consumer<Encoder> to) {
            var encoder = new Encoder();
            to.accept(encoder);
            state = Optional.of(encoder.bytes());
            paths = done;
            throw new RunStoppedException(done);
        }
    }

    @Test
    void replicatesDoNotGrow() {
        var points = new Simulation(PLAN, QuasiRandom.forRunOf(16_384, 1, Design.SOBOL), 16_384, 1);
        assertThatThrownBy(() -> new GrowingRun(points)).hasMessageContaining("do not grow");
    }

    private static Simulation simulation(long paths, int threads) {
        return new Simulation(PLAN, new Sampling.Plain(11), paths, threads, KernelChoice.MODEL);
    }
}
