package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.analysis.ControlledMeans.Mean;
import io.tailrace.model.Limits;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.LoadedScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Control variates against means that are known, at fixed seeds.
class ControlledMeansTest {
    /// Spending of one quarter without shocks: growth reverts from 0.64 to 0.06 at 0.75, price falls by 0.1.
    private static final double SPEND = 1000 * 5.0 * Math.exp(0.06 + 0.58 * 0.75 - 0.1);
    private static final LoadedScenario LOGNORMAL =
            Limits.scenario("quarters=1", "regimes.states=[{name: base, volatility: 0.15}]");

    /// E = e^{σ²/2}. The shock explains all but what is not linear in it, σ² / (e^{σ²} − 1 − σ²) = 2/σ² = 88 to first order.
    @Test
    void aLognormalMeanIsKnownAsMuchBetterAsTheoryHasIt() {
        Mean mean = spend(LOGNORMAL, 3, 1 << 15);
        double exact = SPEND * Math.exp(0.15 * 0.15 / 2);
        assertThat(mean.controlled()).isTrue();
        assertThat(mean.mean().value()).isCloseTo(exact, within(4 * mean.mean().standardError()));
        double s = 0.15 * 0.15;
        assertThat(mean.varianceRatio()).isCloseTo(Math.expm1(s) / (Math.expm1(s) - s), within(6.0));
        assertThat(mean.plain().standardError() / mean.mean().standardError())
                .isCloseTo(Math.sqrt(mean.varianceRatio()), within(0.05));
        assertThat(mean.strongest().getFirst()).isEqualTo("demand, component 1");
    }

    /// Of 100 runs of 1,024 paths: z² has mean 1 and deviation √2, 4 standard errors are 0.57.
    @Test
    void theErrorIsAsLargeAsItSays() {
        double exact = SPEND * Math.exp(0.15 * 0.15 / 2);
        double squares = 0;
        for (int seed = 0; seed < 100; seed++) {
            Mean mean = spend(LOGNORMAL, seed, 1024);
            double z = (mean.mean().value() - exact) / mean.mean().standardError();
            squares += z * z;
        }
        assertThat(squares / 100).isCloseTo(1, within(0.57));
    }

    /// The chain's occupancy is known, so where it alone decides, nothing is left to chance.
    @Test
    void whatRegimesAloneDecideIsKnownExactly() {
        Mean mean = spend(
                Limits.scenario("quarters=1",
                        """
                                regimes={opening: base, states: [{name: base, volatility: 0}, {name: bust, drift: -0.5, volatility: 0}],
                                  transition: [[0.8, 0.2], [0.5, 0.5]]}"""),
                5, 4096);
        double exact = SPEND * (0.8 + 0.2 * Math.exp(-0.5));
        assertThat(mean.plain().standardError()).isGreaterThan(1e-3 * exact);
        assertThat(mean.mean().value()).isCloseTo(exact, within(1e-9 * exact));
    }

    @Test
    void aWholeScenarioAgreesWithItsPlainMeanForAnyNumberOfThreads() {
        LoadedScenario loaded = Configs.load("aws-bedrock", "backTest=[]");
        ControlledMeans means = of(loaded, 2, 20_000, 3);
        for (Mean mean : means.means()) {
            assertThat(mean.controlled()).isTrue();
            assertThat(mean.varianceRatio()).isGreaterThan(1.5);
            assertThat(mean.mean().value()).isCloseTo(mean.plain().value(), within(4 * mean.plain().standardError()));
        }
        assertThat(means).isEqualTo(of(loaded, 2, 20_000, 1));
    }

    private static ControlledMeans of(LoadedScenario loaded, long seed, int paths, int threads) {
        return ControlledMeans.of(
                new Study(loaded, new Study.Size(seed, paths, threads), Shelf.EMPTY, Study.Listener.NONE));
    }

    private static Mean spend(LoadedScenario loaded, long seed, int paths) {
        var study = new Study(loaded, new Study.Size(seed, paths, 1), Shelf.EMPTY, Study.Listener.NONE);
        return ControlledMeans.of(study, List.of(Metric.CUMULATIVE_SPEND)).means().getFirst();
    }
}
