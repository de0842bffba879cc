package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.SummaryCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
    private static final Plan PLAN =
            Configs.plan("aws-bedrock", "quarters=2", "backTest=[]", "outputs.quarterly=[labRunRate]");
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();

    /// Stops a run at its n-th block, like a process that is asked to end, and gives its state to the next one.
    private static final class StopAt implements Checkpoints {
        private final AtomicInteger blocks = new AtomicInteger();
        private final int stop;
        private Optional<byte[]> last;
        private long paths;

        StopAt(int stop, Optional<byte[]> last) {
            this.stop = stop;
            this.last = last;
        }

        @Override
        public Optional<Decoder> last() { return last.map(Decoder::new); }

        @Override
        public boolean isDue() { return blocks.getAndIncrement() >= stop; }

        @Override
        public void keep(long done, Consumer<Encoder> state) {
            var encoder = new Encoder();
            state.accept(encoder);
            last = Optional.of(encoder.bytes());
            paths = done;
            throw new RunStoppedException(done);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void aRunThatIsStoppedAgainAndAgainEndsInTheBitsOfOneThatIsNot(int everyBlocks) {
        var simulation = new Simulation(PLAN, 7, 50_300, 2);
        assertSame(stopped(simulation, Precision.NONE, everyBlocks), RunResult.of(simulation, Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 23})
    void aRunWithTargetsEndsAfterTheSamePathsWithTheSameLooks(int everyBlocks) {
        var simulation = new Simulation(PLAN, 7, 200_000, 2);
        List<PrecisionTarget> targets = PrecisionTarget.parse("t", List.of("mean(npvTaas) within 0.2 %"),
                Set.of(Metric.NPV_TAAS.key()));
        var precision = new Precision(targets, Optional.empty());
        RunResult whole = RunResult.of(simulation, precision, Progress.NONE);
        assertThat(whole.paths()).isBetween(20_000L, 199_000L);
        RunResult pieces = stopped(simulation, precision, everyBlocks);
        assertSame(pieces, whole);
        assertThat(pieces.outcome()).isEqualTo(whole.outcome());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 19})
    void replicatesGoOnInTheMiddleOfOne(int everyBlocks) {
        var sampling = new Sampling.QuasiRandom(7, 4096, Design.SOBOL);
        var simulation = new Simulation(PLAN, sampling, 16 * 4096, 2);
        RunResult pieces = stopped(simulation, Precision.NONE, everyBlocks);
        RunResult whole = RunResult.of(simulation, Progress.NONE);
        assertSame(pieces, whole);
        assertThat(pieces.meanWhereDemandIsLow(Metric.NPV_TAAS.key(), 0.1))
                .isEqualTo(whole.meanWhereDemandIsLow(Metric.NPV_TAAS.key(), 0.1));
    }

    @Test
    void anotherNumberOfThreadsGoesOnToTheSameBits() {
        var two = new Simulation(PLAN, 7, 30_000, 2);
        var one = new Simulation(PLAN, 7, 30_000, 1);
        var first = new StopAt(9, Optional.empty());
        assertThatThrownBy(() -> RunResult.of(two, Precision.NONE, first, Progress.NONE))
                .isInstanceOf(RunStoppedException.class);
        var second = new StopAt(Integer.MAX_VALUE, first.last);
        assertSame(RunResult.of(one, Precision.NONE, second, Progress.NONE), RunResult.of(two, Progress.NONE));
    }

    @Test
    void progressGoesOnFromWhatIsDone() {
        var simulation = new Simulation(PLAN, 7, 20_000, 1);
        var first = new StopAt(9, Optional.empty());
        assertThatThrownBy(() -> RunResult.of(simulation, Precision.NONE, first, Progress.NONE))
                .hasMessage("the run was stopped after 9216 paths");
        var seen = new ArrayList<Long>();
        RunResult.of(simulation, Precision.NONE, new StopAt(99, first.last), (done, _) -> seen.add(done));
        assertThat(seen).startsWith(10_240L).endsWith(20_000L);
    }

    @Test
    void aFileGivesBackWhatItKeptAndOnlyToTheSameRun() {
        file("7").keep(5000, state -> state.text("state"));
        CheckpointFile again = file("7");
        assertThat(again.last()).isEmpty();
        assertThat(again.resume()).contains(5000L);
        assertThat(again.last().orElseThrow().text()).isEqualTo("state");
        assertThatThrownBy(() -> file("8").resume())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("is another run's: its seed is 7, this one's 8");
        assertThat(folder).isDirectoryContaining(file -> file.getFileName().toString().equals("checkpoint"));
    }

    @Test
    void timeAddsUpOverProcesses() {
        CheckpointFile first = file("7");
        first.keep(1, _ -> {});
        Duration spent = first.elapsed();
        CheckpointFile second = file("7");
        second.resume();
        assertThat(second.elapsed()).isPositive().isLessThan(spent.plusSeconds(60));
    }

    @Test
    void nothingKeptIsNothingToGoOnFrom() {
        assertThat(file("7").resume()).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedInPlainWords() throws IOException {
        file("7").keep(5000, state -> state.text("state".repeat(100)));
        Path kept = folder.resolve("checkpoint");
        byte[] whole = Files.readAllBytes(kept);
        for (int length : new int[]{0, 3, whole.length / 2, whole.length - 1}) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> file("7").resume())
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("checkpoint is damaged");
        }
        for (int place = 0; place < whole.length; place += 13) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 4;
            Files.write(kept, flipped);
            assertThatThrownBy(() -> file("7").resume()).hasMessageContaining("checkpoint is damaged");
        }
        Files.write(kept, SummaryCodec.sealed("nothing of ours".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> file("7").resume()).isInstanceOf(CheckpointException.class);
    }

    @Test
    void aFullDiskLeavesWhatWasKeptAndTheRunGoesOn() throws IOException {
        Path full = Path.of("/dev/full"); // a device on which every write fails for want of space
        assumeThat(full).exists();
        CheckpointFile file = file("7");
        file.keep(1000, state -> state.text("first"));
        Files.createSymbolicLink(folder.resolve("checkpoint.new"), full);
        file.keep(2000, state -> state.text("second"));
        assertThat(notes).singleElement().asString().contains("after 2000 paths could not be written", "No space",
                "that after 1000 paths is kept");
        CheckpointFile again = file("7");
        assertThat(again.resume()).contains(1000L);
        assertThat(folder.resolve("checkpoint.new")).doesNotExist();
        file.keep(3000, state -> state.text("third"));
        assertThat(file("7").resume()).contains(3000L);
    }

    @Test
    void aCheckpointIsDueAfterItsIntervalAndAtOnceWhenTheRunIsToEnd() {
        assertThat(new CheckpointFile(folder.resolve("x"), identity("7"), Duration.ZERO, notes::add).isDue()).isTrue();
        CheckpointFile file = file("7");
        assertThat(file.isDue()).isFalse();
        file.stop();
        assertThat(file.isDue()).isTrue();
        assertThatThrownBy(() -> file.keep(3000, _ -> {})).isInstanceOf(RunStoppedException.class);
        assertThat(file("7").resume()).contains(3000L);
    }

    private CheckpointFile file(String seed) {
        return new CheckpointFile(folder.resolve("checkpoint"), identity(seed), LONG, notes::add);
    }

    private static SequencedMap<String, String> identity(String seed) {
        return new LinkedHashMap<>(Map.of("seed", seed));
    }

    private static RunResult stopped(Simulation simulation, Precision precision, int everyBlocks) {
        Optional<byte[]> last = Optional.empty();
        for (long before = -1;;) {
            var checkpoints = new StopAt(everyBlocks, last);
            try {
                return RunResult.of(simulation, precision, checkpoints, Progress.NONE);
            } catch (RunStoppedException stopped) {
                assertThat(stopped.paths()).isGreaterThan(before).isEqualTo(checkpoints.paths);
                before = stopped.paths();
                last = checkpoints.last;
            }
        }
    }

    private static void assertSame(RunResult actual, RunResult expected) {
        assertThat(actual.paths()).isEqualTo(expected.paths());
        assertThat(actual.statistics()).isEqualTo(expected.statistics());
        assertThat(actual.convergence()).isEqualTo(expected.convergence());
        assertThat(SummaryCodec.encode(actual.summary())).isEqualTo(SummaryCodec.encode(expected.summary()));
    }
}
