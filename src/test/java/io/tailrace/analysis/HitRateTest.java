package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.model.Limits;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.scenario.Scenario.BackTestRow;
import io.tailrace.scenario.Scenario.BackTestRow.Kind;
import io.tailrace.scenario.Scenario.BackTestRow.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// PIT values and hit rates where both are known: ln of tokens in quarter 4 is Normal(m, (0.3 · √4)²), with one regime
/// and nothing else moving.
class HitRateTest {
    private static final int PATHS = 100_000;
    private static final double DEVIATION = 0.6;
    private static final Plan PLAN = Limits.plan(
            "quarters=4", "regimes.states=[{name: base, volatility: 0.3}]", "outputs.quarterly=[tokens]");

    private final RunResult run = RunResult.of(new Simulation(PLAN, 5, PATHS, 2), Progress.NONE);
    private final double median = 1000 * Math.exp(0.24 + 0.58 * (0.75 + 0.5625 + 0.421875 + 0.31640625));

    /// Smallest error of a PIT value that is all but sure to be seen: 8 · √(p (1 − p) / n), 0.013 at p = 1/2.
    @Test
    void pitValuesAreTheNormalLawsWhereTokensAreLognormal() {
        for (double z : new double[]{-2.5, -1, -0.2, 0, 0.7, 2}) {
            BackTest.Row row = of(median * Math.exp(DEVIATION * z)).rows().getFirst();
            double exact = NormalDistribution.of(0, 1).cumulativeProbability(z);
            double noise = Limits.standardErrorOfShare(exact, PATHS);
            assertThat(row.pit().orElseThrow().value()).as("z = %s", z).isCloseTo(exact, within(Limits.Z * noise));
            assertThat(row.pit().orElseThrow().standardError()).isBetween(0.9 * noise, 1.1 * noise);
            assertThat(row.insideFan()).hasValue(Math.abs(z) < 1.2815515655);
        }
    }

    /// Observed figures that the model itself has made, with another seed: 400 of them, so the hit rate has a standard
    /// error of 2 points, and the largest gap between the PIT values and an even spread (Kolmogorov) is above 0.09 in
    /// 0.3 % of seeds.
    @Test
    void aRightModelIsHitFourTimesInFiveAndItsPitValuesAreEvenlySpread() {
        double[] observed = PathValues.of(
                new Simulation(PLAN, 6, 400, 2),
                List.of(ColumnKey.of(Quantity.TOKENS, 4)),
                Progress.NONE)
                .of(Quantity.TOKENS, 4);
        BackTest backTest = of(observed);
        HitRate rate = backTest.hitRates().getFirst();
        assertThat(backTest.hitRates()).hasSize(1);
        assertThat(rate.rows()).isEqualTo(400);
        assertThat(rate.rate().value()).isCloseTo(rate.expected(), within(3 * 0.02));
        assertThat(rate.rate().low()).isLessThan(0.8);
        assertThat(rate.rate().high()).isGreaterThan(0.8);
        double[] pits = backTest.rows().stream()
                .mapToDouble(row -> row.pit().orElseThrow().value())
                .sorted()
                .toArray();
        double gap = IntStream.range(0, 400)
                .mapToDouble(i -> Math.max(pits[i] - i / 400.0, (i + 1) / 400.0 - pits[i]))
                .max()
                .orElseThrow();
        assertThat(gap).isLessThan(0.09);
    }

    /// 0.2³ for none of three; 0.2³ + 3 · 0.8 · 0.2² for one or none. Wilson's interval of 0 of 3 ends at
    /// z² / (3 + z²).
    @Test
    void fewHitsAreHeldAgainstTheBinomialLaw() {
        HitRate none = of(1e9, 1e9, 1e9).hitRates().getFirst();
        assertThat(none.kind()).isEqualTo(Kind.outOfSample);
        assertThat(none.hits()).isZero();
        assertThat(none.probabilityOfSoFew()).isCloseTo(0.008, within(1e-12));
        assertThat(none.rate().high()).isCloseTo(0.5615, within(1e-4));
        HitRate one = of(1e9, median, 1e9).hitRates().getFirst();
        assertThat(one.hits()).isEqualTo(1);
        assertThat(one.probabilityOfSoFew()).isCloseTo(0.104, within(1e-12));
    }

    private BackTest of(double... observed) {
        List<BackTestRow> rows = Arrays.stream(observed).mapToObj(HitRateTest::row).toList();
        return BackTest.of(rows, run);
    }

    private static BackTestRow row(double observed) {
        return new BackTestRow(
                "tokens",
                Kind.outOfSample,
                Optional.of("tokens"),
                Optional.of(PLAN.label(4)),
                Optional.empty(),
                Statistic.median,
                Optional.of(observed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
