package io.tailrace.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.scenario.BatchFile.Objective;
import io.tailrace.summary.BlockSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Nights of jobs whose spread and cost are known, on a clock that only they move.
final class NightTest {
    private double now;
    private final List<String> events = new ArrayList<>();

    @Test
    void theWorstErrorEndsEqualAndTheBudgetIsKept() {
        var first = new Known("first", 10, 1e-4);
        var second = new Known("second", 20, 3e-4);
        night(List.of(first, second), Objective.worst, 1000);
        // n + 3 · 4 n = 13 n = 1000 s / 1e-4
        assertThat((double) first.paths).isCloseTo(1e7 / 13, within(2e4));
        assertThat((double) second.paths).isCloseTo(4e7 / 13, within(8e4));
        assertThat(now).isBetween(950.0, 1000.0);
    }

    @Test
    void theSumOfErrorsIsSharedOutByCostToo() {
        var first = new Known("first", 10, 1e-4);
        var second = new Known("second", 270, 8e-4);
        night(List.of(first, second), Objective.sum, 1000);
        assertThat(second.paths / (double) first.paths).isCloseTo(2.25, within(0.05));
    }

    /// Its first paths show an error, and a cost, that are not those of the rest.
    @Test
    void whatThePilotGotWrongIsPutRight() {
        var steady = new Known("steady", 10, 1e-4);
        var deceiving = new Known("deceiving", 10, 1e-4) {
            @Override
            public double error() { return super.error() * (paths < 100_000 ? 0.5 : 2); }
        };
        night(List.of(steady, deceiving), Objective.worst, 1000);
        assertThat(deceiving.paths / (double) steady.paths).isCloseTo(4, within(0.4));
    }

    @Test
    void everyJobHasAResultFromItsPilotOn() {
        var first = new Known("first", 1, 1);
        var second = new Known("second", 1, 1);
        night(List.of(first, second), Objective.worst, 10);
        assertThat(first.written).isEqualTo(Night.PILOT_PATHS);
        assertThat(second.written).isEqualTo(Night.PILOT_PATHS);
    }

    @Test
    void aJobWithPathsFromBeforeHasAPilotBeyondThem() {
        var fresh = new Known("fresh", 1, 1);
        var before = new Known("before", 1, 1);
        before.paths = 50_000;
        night(List.of(fresh, before), Objective.worst, 10);
        assertThat(fresh.written).isEqualTo(Night.PILOT_PATHS);
        assertThat(before.written).isBetween(50_000 + Night.PILOT_PATHS,
                50_000 + Night.PILOT_PATHS + BlockSummary.PATHS);
    }

    @Test
    void whatIsWrittenIsWhatWasRun() {
        var job = new Known("only", 10, 1e-3);
        night(List.of(job), Objective.worst, 500);
        assertThat(job.written).isEqualTo(job.paths).isGreaterThan(Night.PILOT_PATHS);
        assertThat(job.writes).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aNightEndsWhenNoJobMayHaveMore() {
        var job = new Known("small", 10, 1e-6);
        job.most = 50 * BlockSummary.PATHS;
        night(List.of(job), Objective.worst, 1e6);
        assertThat(job.paths).isEqualTo(job.most);
        assertThat(now).isLessThan(10);
    }

    @Test
    void aJobThatFailsKeepsItsResultAndDoesNotStopTheOthers() {
        var good = new Known("good", 1, 1e-3);
        var bad = new Known("bad", 100, 1e-3) {
            @Override
            public void write() throws IOException {
                if (paths > Night.PILOT_PATHS) {
                    throw new IOException("No space left on device");
                }
                super.write();
            }
        };
        var night = night(List.of(good, bad), Objective.worst, 300);
        assertThat(night.failures()).containsOnlyKeys(bad);
        assertThat(bad.written).isEqualTo(Night.PILOT_PATHS);
        assertThat(good.paths).isGreaterThan(200_000);
        assertThat(events).filteredOn(event -> event.startsWith("failed")).containsExactly(
                "failed bad: java.io.IOException: No space left on device");
    }

    private Night<Known> night(List<Known> jobs, Objective objective, double seconds) {
        var budget = new Budget() {
            @Override
            public double total() { return seconds; }

            @Override
            public double used() { return now; }
        };
        var night = new Night<>(jobs, objective, budget, new Night.Listener<Known>() {
            @Override
            public void grew(Known job) { events.add("grew " + job.name); }

            @Override
            public void failed(Known job, String why) { events.add("failed " + job.name + ": " + why); }
        });
        night.pilot();
        night.run();
        return night;
    }

    private class Known implements NightJob {
        private static final double SECONDS_PER_RESULT = 0.5;

        private final String name;
        private final double spread;
        private final double secondsPerPath;
        long paths;
        long most = 1L << 40;
        long written;
        int writes;

        Known(String name, double spread, double secondsPerPath) {
            this.name = name;
            this.spread = spread;
            this.secondsPerPath = secondsPerPath;
        }

        @Override
        public String name() { return name; }

        @Override
        public long paths() { return paths; }

        @Override
        public long most() { return most; }

        @Override
        public double error() { return spread / Math.sqrt((double) paths); }

        @Override
        public void growTo(long wanted, BooleanSupplier timeIsUp) {
            while (paths < wanted && !timeIsUp.getAsBoolean()) {
                paths += BlockSummary.PATHS;
                now += BlockSummary.PATHS * secondsPerPath;
            }
        }

        @Override
        public void write() throws IOException {
            now += SECONDS_PER_RESULT;
            written = paths;
            writes++;
        }
    }
}
