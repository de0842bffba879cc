package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TornadoTest {
    private static final int PATHS = 4_000;
    private static final String LEASE_COST = "lease.operatingExpense={uniform: {min: 0.02, max: 0.12}}";

    /// x against 1 + 2 x, normal: the mean rises by 1, P5 by 1 - 1.6449, CVaR95 by 1 - 2.0627.
    @Test
    void swingsOfNormalsAreWithinFourStandardErrorsOfTheTruth() {
        double[] low = Normals.of(1, 200_000);
        double[] high = Arrays.stream(low).map(x -> 1 + 2 * x).toArray();
        Tornado.Outcome swings = Tornado.outcome(Metric.NPV_TAAS, low, high);
        holds(swings.mean().swingMillion(), 1, 1 / Math.sqrt(low.length));
        holds(swings.p5().swingMillion(), -0.6448536269514722, 2.113 / Math.sqrt(low.length));
        holds(swings.cvar95().swingMillion(), -1.0627128075074257, 2.466 / Math.sqrt(low.length));
        assertThat(swings.mean().atP10Million().value()).isEqualTo(Influence.average(low));
        assertThat(swings.mean().width()).isEqualTo(Math.abs(swings.mean().swingMillion().value()));
    }

    /// Operating expense is a share of the lease's revenue: from 0.03 to 0.11 it costs 0.08 of it, on every path.
    @Test
    void aShareOfRevenueSwingsTheMeanByThatShareOfIt() {
        Study study = study(LEASE_COST, "provider.baseGrowth={uniform: {min: 0, max: 0.1}}");
        Tornado tornado = Tornado.of(study);
        Tornado.Bar cost = bar(tornado, "lease.operatingExpense");
        assertThat(cost.p10()).isCloseTo(0.03, within(1e-6));
        assertThat(cost.p90()).isCloseTo(0.11, within(1e-6));
        double revenue = Influence.average(study.base(Metric.PV_IAAS_REVENUE));
        Estimate swing = cost.outcomes().get(1).mean().swingMillion();
        assertThat(swing.value()).isCloseTo(-0.08 * revenue, within(0.01 * swing.standardError() + 1e-4 * revenue));
        assertThat(cost.outcomes().getFirst().mean().swingMillion()).isEqualTo(Estimate.exact(0));
        assertThat(cost.outcomes().getLast().mean().swingMillion().value()).isCloseTo(-swing.value(), within(1e-6));
    }

    @Test
    void whatNoContractDependsOnSwingsNothing() {
        Tornado tornado = Tornado.of(study(LEASE_COST, "provider.baseGrowth={uniform: {min: 0, max: 0.1}}"));
        for (Tornado.Outcome outcome : bar(tornado, "provider.baseGrowth").outcomes()) {
            assertThat(outcome.mean().swingMillion()).isEqualTo(Estimate.exact(0));
            assertThat(outcome.cvar95().swingMillion()).isEqualTo(Estimate.exact(0));
        }
        List<Double> widths = tornado.bars().stream()
                .map(bar -> bar.outcomes().getLast().mean().width())
                .toList();
        assertThat(widths).isSortedAccordingTo((a, b) -> Double.compare(b, a)).hasSizeGreaterThan(10);
    }

    private static Tornado.Bar bar(Tornado tornado, String parameter) {
        return tornado.bars().stream()
                .filter(bar -> bar.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static Study study(String... sets) {
        return new Study(
                Configs.load("aws-bedrock", sets), new Study.Size(7, PATHS, 1), Shelf.EMPTY, Study.Listener.NONE);
    }

    /// @param standardError of the truth, known to 10 %
    private static void holds(Estimate swing, double truth, double standardError) {
        assertThat(swing.value()).isCloseTo(truth, within(4 * standardError));
        assertThat(swing.standardError() / standardError).isCloseTo(1, within(0.1));
    }
}
