package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.analysis.TailRisk.Breach;
import io.tailrace.analysis.TailRisk.Method;
import io.tailrace.model.Limits;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// Rare tails against closed forms: spending of one quarter, whose logarithm is normal given regime and jump.
///
/// Unbiased means within 3 standard errors at fixed seeds, of 7 comparisons.
class TailRiskTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int PATHS = 1 << 17;
    /// Logarithm of spending without shocks: growth reverts from 0.64 to 0.06 at 0.75, price falls by 0.1.
    private static final double LOG_SPEND = Math.log(1000 * 5.0) + 0.06 + 0.58 * 0.75 - 0.1;
    private static final double VOLATILITY = 0.15;

    @Test
    void aLognormalBreachOfOneInAHundredThousandIsKnownToOnePercent() {
        double z = NORMAL.inverseCumulativeProbability(1e-5);
        Breach breach = breach(level(LOG_SPEND + VOLATILITY * z),
                "regimes.states=[{name: base, volatility: 0.15}]");
        assertThat(breach.method()).isEqualTo(Method.IMPORTANCE_SAMPLING);
        assertUnbiased(breach.probability(), 1e-5);
        assertThat(breach.probability().standardError()).isLessThan(0.01 * 1e-5);
        double mean = Math.exp(LOG_SPEND + VOLATILITY * VOLATILITY / 2) * NORMAL.cumulativeProbability(z - VOLATILITY)
                / 1e-5;
        assertUnbiased(breach.meanBeyond().orElseThrow(), mean);
        assertUnbiased(breach.meanWeight(), 1);
        assertThat(breach.gain()).isGreaterThan(1000);
        assertThat(breach.gainBeyond()).isGreaterThan(1000);
        assertThat(breach.effectivePaths()).isBetween(0.1 * PATHS, (double) breach.breachingPaths());
        assertThat(breach.pushes().getFirst().draw()).isEqualTo("demand");
        assertThat(breach.pushes().getFirst().standardDeviations()).isCloseTo(z, within(0.4));
    }

    /// Three regimes and a jump in each: six normals, of which the rare ones make the breach.
    @Test
    void aBreachByRegimeAndJumpIsKnownToFivePercent() {
        double[] drift = {0.02, 0, -0.1};
        double[] volatility = {0.05, 0.08, 0.12};
        double[] jump = {0.001, 0.002, 0.01};
        double[] step = {0.3, 0.695, 0.005};
        double level = -0.75;
        double exact = 0;
        for (int r = 0; r < 3; r++) {
            double jumped = Math.hypot(volatility[r], 0.15);
            exact += step[r] * (1 - jump[r]) * NORMAL.cumulativeProbability((level - drift[r]) / volatility[r])
                    + step[r] * jump[r] * NORMAL.cumulativeProbability((level - drift[r] + 0.45) / jumped);
        }
        assertThat(exact).isBetween(1e-5, 1e-4);
        Breach breach = breach(
                level(LOG_SPEND + level),
                """
                        regimes={opening: base, states: [
                          {name: boom, drift: 0.02, volatility: 0.05, jumpDownProbability: 0.001},
                          {name: base, drift: 0, volatility: 0.08, jumpDownProbability: 0.002},
                          {name: bust, drift: -0.1, volatility: 0.12, jumpDownProbability: 0.01}],
                          transition: [[0.9, 0.1, 0], [0.3, 0.695, 0.005], [0, 0.5, 0.5]]}""",
                "jumps={normal: {mean: -0.45, standardDeviation: 0.15}}");
        assertThat(breach.method()).isEqualTo(Method.IMPORTANCE_SAMPLING);
        assertUnbiased(breach.probability(), exact);
        assertThat(breach.probability().standardError()).isLessThan(0.05 * exact);
        assertUnbiased(breach.meanWeight(), 1);
        assertThat(breach.gain()).isGreaterThan(10);
    }

    @Test
    void aLevelThatNoPathCanReachIsSaidToBeSo() {
        Breach breach = breach("-1", "regimes.states=[{name: base, volatility: 0.15}]");
        assertThat(breach.method()).isEqualTo(Method.PLAIN_LEVEL_NOT_REACHED);
        assertThat(breach.probability().value()).isZero();
        assertThat(breach.probability().high()).isPositive();
        assertThat(breach.meanBeyond()).isEmpty();
        assertThat(breach.pushes()).isEmpty();
    }

    @Test
    void whereItDoesNotHelpPathsArePlain() {
        Breach breach = breach(level(LOG_SPEND + 0.3), "regimes.states=[{name: base, volatility: 0.15}]");
        assertThat(breach.method()).isEqualTo(Method.PLAIN_NO_GAIN);
        assertThat(breach.probability().low()).isLessThan(0.97725);
        assertThat(breach.probability().high()).isGreaterThan(0.97725);
        assertThat(breach.gain()).isEqualTo(1);
    }

    @Test
    void aWholeScenarioAgreesWithPlainPathsAndNeedsFewer() {
        LoadedScenario loaded = Configs.load("reference", "tail={metric: npvTaas, level: -4000}", "backTest=[]");
        var study = new Study(loaded, new Study.Size(5, PATHS, 2), Shelf.EMPTY, Study.Listener.NONE);
        Breach breach = TailRisk.of(study).breaches().getFirst();
        double[] npv = study.base(Metric.NPV_TAAS);
        double share = Arrays.stream(npv).filter(x -> x < -4000).count() / (double) npv.length;
        Estimate plain = Estimate.share(share, npv.length);
        assertThat(breach.method()).isEqualTo(Method.IMPORTANCE_SAMPLING);
        assertThat(breach.probability().value()).isCloseTo(
                share, within(3 * Math.hypot(plain.standardError(), breach.probability().standardError())));
        assertThat(breach.gain()).isGreaterThan(2);
    }

    private static void assertUnbiased(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(3 * estimate.standardError()));
    }

    private static String level(double log) {
        return Double.toString(Math.exp(log));
    }

    private static Breach breach(String level, String... sets) {
        String[] all = Stream.concat(
                Stream.of("quarters=1", "tail={metric: cumulativeSpend, level: " + level + "}"),
                Stream.of(sets)).toArray(String[]::new);
        var study = new Study(Limits.scenario(all), new Study.Size(2026, PATHS, 2), Shelf.EMPTY, Study.Listener.NONE);
        return TailRisk.of(study).breaches().getFirst();
    }
}
