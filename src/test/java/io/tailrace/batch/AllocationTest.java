package io.tailrace.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.batch.Allocation.Estimated;
import io.tailrace.scenario.BatchFile.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AllocationTest {
    private static final long MOST = 1L << 40;

    /// Errors 1/√n and 2/√n at costs 1 and 3: one level wants four times the paths, 13 n = 1300.
    @Test
    void theWorstErrorIsLeastWhereAllAreEqual() {
        List<Estimated> jobs = List.of(new Estimated(1, 1, 0, MOST), new Estimated(2, 3, 0, MOST));
        assertThat(Allocation.of(jobs, 1300, Objective.worst)).containsExactly(new double[]{100, 400}, within(1e-6));
    }

    /// Spreads 1 and 27 at costs 1 and 8 … (27/8)^⅔ = 9/4: n + 8 · 9/4 n = 19 n = 1900.
    @Test
    void theSumOfErrorsIsLeastWhereASecondBuysTheSameEverywhere() {
        List<Estimated> jobs = List.of(new Estimated(1, 1, 0, MOST), new Estimated(27, 8, 0, MOST));
        assertThat(Allocation.of(jobs, 1900, Objective.sum)).containsExactly(new double[]{100, 225}, within(1e-6));
    }

    /// The third job knows enough already, so that the level is reached without it.
    @Test
    void aJobThatKnowsEnoughGetsNothingAndLosesNothing() {
        List<Estimated> jobs = List.of(
                new Estimated(1, 1, 10, MOST), new Estimated(2, 3, 10, MOST), new Estimated(0.1, 1, 500, MOST));
        assertThat(Allocation.of(jobs, 1300 - 40, Objective.worst))
                .containsExactly(new double[]{100, 400, 500}, within(1e-6));
    }

    @Test
    void noJobGetsMoreThanItsMostAndTheRestGoesToTheOthers() {
        List<Estimated> jobs = List.of(new Estimated(1, 1, 0, MOST), new Estimated(5, 1, 0, 100));
        assertThat(Allocation.of(jobs, 1000, Objective.worst)).containsExactly(new double[]{900, 100}, within(1e-6));
        assertThat(Allocation.of(List.of(jobs.get(1)), 1000, Objective.worst)).containsExactly(100);
    }

    @Test
    void aJobWithoutErrorNeedsNoPaths() {
        List<Estimated> jobs = List.of(new Estimated(0, 1, 5, MOST), new Estimated(1, 1, 5, MOST));
        assertThat(Allocation.of(jobs, 95, Objective.worst)).containsExactly(new double[]{5, 100}, within(1e-6));
    }

    /// Moving a second from any job to any other never helps.
    @ParameterizedTest
    @EnumSource
    void noExchangeBetweenTwoJobsIsBetter(Objective objective) {
        List<Estimated> jobs = List.of(
                new Estimated(3, 0.5, 20, MOST), new Estimated(1, 2, 900, MOST), new Estimated(7, 1, 100, MOST),
                new Estimated(2, 0.1, 50, 3000));
        double[] best = Allocation.of(jobs, 5000, objective);
        double cost = 0;
        for (int j = 0; j < best.length; j++) {
            cost += jobs.get(j).costPerPath() * (best[j] - jobs.get(j).paths());
        }
        assertThat(cost).isCloseTo(5000, within(1e-3));
        double error = error(jobs, best, objective);
        for (int from = 0; from < best.length; from++) {
            for (int to = 0; to < best.length; to++) {
                double[] other = best.clone();
                other[from] -= 1 / jobs.get(from).costPerPath();
                other[to] += 1 / jobs.get(to).costPerPath();
                if (from != to && other[from] >= jobs.get(from).paths() && other[to] <= jobs.get(to).most()) {
                    assertThat(error(jobs, other, objective)).isGreaterThanOrEqualTo(error - 1e-12);
                }
            }
        }
    }

    private static double error(List<Estimated> jobs, double[] paths, Objective objective) {
        double sum = 0;
        double worst = 0;
        for (int j = 0; j < paths.length; j++) {
            double error = jobs.get(j).spread() / Math.sqrt(paths[j]);
            sum += error;
            worst = Math.max(worst, error);
        }
        return objective == Objective.sum ? sum : worst;
    }
}
