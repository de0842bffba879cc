package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.random.NormalQuantile;
import io.tailrace.random.Philox;
import io.tailrace.random.Uniform;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often the 95 % intervals of a run's statistics hold the truth: in 2,000 runs of 32,768 paths of five known laws, all with the bad
/// tail on the left, as NPVs have it.
///
/// Tolerance: 93 to 97 %; the share itself has a standard error of 0.5 % over 2,000 runs.
final class CoverageTest {
    private static final int RUNS = 2_000;
    private static final int BLOCKS = 32;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final TDistribution T3 = TDistribution.of(3);
    private static final double ATOM = 0.25;

    /// A law with what is true of it.
    private record Law(String name, double mean, double p5, double worst5, double worst1) {}

    @Test
    @Tag("slow")
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        List<Law> laws = List.of(normal(), lognormal(), studentT(), exponential(), mixture());
        int[][] held = new int[laws.size()][5];
        IntStream.range(0, RUNS).parallel().mapToObj(CoverageTest::run).forEach(statistics -> {
            synchronized (held) {
                for (int i = 0; i < laws.size(); i++) {
                    count(held[i], statistics.get(i), laws.get(i));
                }
            }
        });
        String[] names = {"mean", "P5", "VaR95", "CVaR95", "CVaR99"};
        for (int i = 0; i < laws.size(); i++) {
            for (int m = 0; m < names.length; m++) {
                assertThat(100.0 * held[i][m] / RUNS).as("%s of %s", names[m], laws.get(i)).isBetween(93.0, 97.0);
            }
        }
    }

    private static void count(int[] held, ColumnStatistics s, Law law) {
        held[0] += holds(s.mean(), law.mean());
        held[1] += holds(s.quantile(0.05).estimate(), law.p5());
        held[2] += holds(s.tail(0.95).valueAtRisk(), law.p5());
        held[3] += holds(s.tail(0.95).shortfall(), law.worst5());
        held[4] += holds(s.tail(0.99).shortfall(), law.worst1());
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    /// All five laws from the same words.
    private static List<ColumnStatistics> run(int seed) {
        var summary =
                new Summary(Layout.of(IntStream.range(0, 5).mapToObj(i -> new Column("x" + i, 1, 0x1p-20)).toList()));
        double[][] values = new double[5][BlockSummary.PATHS];
        int[] words = new int[4];
        for (int block = 0; block < BLOCKS; block++) {
            for (int path = 0; path < BlockSummary.PATHS; path++) {
                Philox.words(seed, (long) block * BlockSummary.PATHS + path, 0, 1, words);
                double z = NormalQuantile.of(words[0]);
                double y = NormalQuantile.of(words[1]);
                double x = NormalQuantile.of(words[2]);
                double w = NormalQuantile.of(words[3]);
                double u = Uniform.of(words[1]);
                values[0][path] = z;
                values[1][path] = -Math.exp(z);
                values[2][path] = z / Math.sqrt((y * y + x * x + w * w) / 3);
                values[3][path] = Math.log(u);
                values[4][path] = u < ATOM ? 0 : 1 + 2 * z;
            }
            summary.record(block, values, BlockSummary.PATHS);
        }
        return summary.statistics();
    }

    private static Law normal() {
        return new Law("normal", 0, q(0.05), -density(0.05) / 0.05, -density(0.01) / 0.01);
    }

    /// −exp(z).
    private static Law lognormal() {
        double root = Math.exp(0.5);
        return new Law("lognormal", -root, -Math.exp(q(0.95)), -root * NORMAL.survivalProbability(q(0.95) - 1) / 0.05,
                -root * NORMAL.survivalProbability(q(0.99) - 1) / 0.01);
    }

    private static Law studentT() {
        return new Law("t with 3 degrees of freedom", 0, T3.inverseCumulativeProbability(0.05), tTail(0.05),
                tTail(0.01));
    }

    private static double tTail(double share) {
        double quantile = T3.inverseCumulativeProbability(share);
        return -T3.density(quantile) * (3 + quantile * quantile) / 2 / share;
    }

    /// Of losses: log(u).
    private static Law exponential() {
        return new Law("exponential", -1, Math.log(0.05), Math.log(0.05) - 1, Math.log(0.01) - 1);
    }

    /// 0 on a quarter of the paths, else 1 + 2z.
    private static Law mixture() {
        return new Law("mixture with an atom", 1 - ATOM, 1 + 2 * q(0.05 / (1 - ATOM)), mixtureTail(0.05),
                mixtureTail(0.01));
    }

    private static double mixtureTail(double share) {
        double p = share / (1 - ATOM);
        return 1 - 2 * density(p) / p;
    }

    private static double q(double p) { return NORMAL.inverseCumulativeProbability(p); }

    private static double density(double p) { return NORMAL.density(q(p)); }
}
