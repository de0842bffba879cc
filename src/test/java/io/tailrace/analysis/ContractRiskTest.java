package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.model.Limits;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// Both contracts as normals with correlation 0.3, token spending as a third with 0.8 and 0.24: all in closed form.
///
/// NPVs: TaaS N(50, 30²), IaaS N(14, 10²), so the difference is N(36, 820). Estimates must lie within 4 of their standard
/// errors; of 200,000 paths that sees a bias of 0.4 % of the mean difference.
class ContractRiskTest {
    private static final int PATHS = 200_000;
    private static final double[] SPEND = Normals.of(21, PATHS);
    private static final double[] X = Normals.correlated(SPEND, 0.8, 22);
    private static final double[] Y = Normals.correlated(X, 0.3, 23);
    private static final double MEAN = 36;
    private static final double DEVIATION = Math.sqrt(820);
    private static final double P5 = -1.6448536269514722;
    private static final double CVAR5 = -2.0627128075074257;
    private static final double P10 = -1.2815515655446004;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final ContractRisk risk = ContractRisk.of(values(), SobolPairing.of(1024, 1000, 35, 36, 37), List.of());

    @Test
    void bothLawsAndTheirDifferencesAreNormal() {
        normal(risk.taasMillion(), 50, 30);
        normal(risk.iaasMillion(), 14, 10);
        normal(risk.differenceMillion(), MEAN, DEVIATION);
        assertThat(risk.differenceMillion().mean().standardError())
                .isCloseTo(DEVIATION / Math.sqrt(PATHS), within(0.01 * DEVIATION / Math.sqrt(PATHS)));
    }

    /// E[(−D)⁺] = s φ(m/s) − m Φ(−m/s); as D is negative on 10 % of the paths, the highest 5 % of it are D's lowest.
    @Test
    void probabilityAndRegret() {
        double below = NORMAL.cumulativeProbability(-MEAN / DEVIATION);
        holds(risk.probabilityTaasBelowIaas(), below);
        holds(risk.expectedRegretMillion(), DEVIATION * NORMAL.density(MEAN / DEVIATION) - MEAN * below);
        holds(risk.regretCvar95Million(), -(MEAN + DEVIATION * CVAR5));
    }

    /// E[X | S in its lowest tenth] = −ρ φ(z₁₀)/0.1; the probability by integrating over the spending.
    @Test
    void weakestTenthOfDemand() {
        double fall = NORMAL.density(P10) / 0.1;
        var weak = risk.weakestDemandTenth();
        holds(weak.taasMillion(), 50 - 30 * 0.8 * fall);
        holds(weak.iaasMillion(), 14 - 10 * 0.24 * fall);
        holds(weak.differenceMillion(), MEAN - (30 * 0.8 - 10 * 0.24) * fall);
        double correlation = (30 * 0.8 - 10 * 0.24) / DEVIATION;
        DoubleUnaryOperator joint = s -> NORMAL.density(s)
                * NORMAL.cumulativeProbability(
                        (-MEAN / DEVIATION - correlation * s) / Math.sqrt(1 - correlation * correlation));
        double below = new IterativeLegendreGaussIntegrator(5, 1e-9, 1e-9)
                .integrate(100_000, joint::applyAsDouble, -9, P10);
        holds(weak.probabilityTaasBelowIaas(), below / 0.1);
    }

    @Test
    void whatLeasingSavesAndCosts() {
        double saved = -MEAN - 20 * CVAR5;
        holds(risk.cvar95SavedByLeasingMillion(), saved);
        holds(risk.givenUpPerCvar95Saved().orElseThrow(), MEAN / saved);
    }

    /// The correlation's error is (1 − ρ²)/√n for normals.
    @Test
    void thePairingIsWorthTheCovariance() {
        holds(risk.pairing().correlation(), 0.3);
        double error = 0.91 / Math.sqrt(PATHS);
        assertThat(risk.pairing().correlation().standardError()).isCloseTo(error, within(0.02 * error));
        holds(risk.pairing().varianceRatio(), 1 - 2 * 0.3 * 300 / 1000);
        assertThat(risk.pairing().varianceRatio().standardError()).isBetween(1e-4, 5e-3);
    }

    /// Nothing but a fixed fee of which 30 % are protected, fully used; a lease without spot business.
    @Test
    void lockInIsTheContractsShareOfRevenue() {
        var scenario = Limits.scenario("tokenService.floor=0.3", "tokenService.referenceUtilisation=0.5",
                "tokenService.usageFeeDollarsPerMillionTokens=0", "tokenService.revenueShare=0",
                "tokenService.tiers=null",
                "demand.openingTokensTrillion=100000", "lease.committedShare=0.8", "lease.openingOccupancy=0.5",
                "lease.openingSpotMillionPerMwQuarter=1.84", "lease.spotDeflation=0",
                "lease.priceMillionPerMwQuarter=2.3",
                "lease.occupancyDrawdownSensitivity=0");
        ContractRisk quiet = ContractRisk.of(new Study(scenario, new Study.Size(1, 100, 1), Shelf.EMPTY,
                Study.Listener.NONE));
        assertThat(quiet.lockInTaas().value()).isCloseTo(0.3, within(1e-12));
        assertThat(quiet.lockInIaas().value()).isCloseTo(0.8 / (0.8 + 0.2 * 0.5 * 0.8), within(1e-12));
        assertThat(quiet.cash()).hasSize(20);
    }

    private static void normal(ContractRisk.Law law, double mean, double deviation) {
        holds(law.mean(), mean);
        assertThat(law.standardDeviation()).isCloseTo(deviation, within(0.01 * deviation));
        holds(law.p5(), mean + deviation * P5);
        holds(law.p50(), mean);
        holds(law.p95(), mean - deviation * P5);
        holds(law.worst5Percent(), mean + deviation * CVAR5);
        holds(law.best5Percent(), mean - deviation * CVAR5);
    }

    private static void holds(Estimate estimate, double truth) {
        assertThat(estimate.value()).isCloseTo(truth, within(4 * estimate.standardError()));
        assertThat(estimate.standardError()).isBetween(0.0, 0.02 * Math.abs(truth) + 0.2);
    }

    private static PathValues values() {
        double[] taas = Arrays.stream(X).map(x -> 50 + 30 * x).toArray();
        double[] iaas = Arrays.stream(Y).map(y -> 14 + 10 * y).toArray();
        double[] difference = new double[PATHS];
        Arrays.setAll(difference, i -> taas[i] - iaas[i]);
        double[] lockIn = new double[PATHS];
        List<ColumnKey> keys = List.of(
                ColumnKey.of(Metric.NPV_TAAS),
                ColumnKey.of(Metric.NPV_IAAS),
                ColumnKey.of(Metric.NPV_DIFFERENCE),
                ColumnKey.of(Metric.CUMULATIVE_SPEND),
                ColumnKey.of(Metric.LOCK_IN_TAAS),
                ColumnKey.of(Metric.LOCK_IN_IAAS));
        return new PathValues(keys, new double[][]{taas, iaas, difference, SPEND, lockIn, lockIn});
    }
}
