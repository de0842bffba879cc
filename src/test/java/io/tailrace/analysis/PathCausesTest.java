package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.engine.Replay;
import io.tailrace.plan.Curve;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PathCausesTest {
    private static final Sampling SAMPLING = new Sampling.Plain(11);

    /// NPV of the lease, whose cost per MW is the only thing that chance decides: redrawing it gives the other paths.
    @Test
    void whereOneThingIsUncertainItAloneIsTheCause() {
        Plan plan = energyAlone(Configs.plan("reference",
                "regimes={opening: base, states: [{name: base, volatility: 0}], transition: [[1]]}", "jumps=null",
                "demand.growthVolatility=0", "price.volatility=0", "channel.volatility=0", "trainium.volatility=0",
                "efficiency.volatility=0", "lease.spotVolatility=0", "provider.baseVolatility=0",
                "capacity.projects=[{plannedQuarters: [40], mw: 0}]",
                "costs.energyDollarsPerMwh={lognormal: {median: 70, sigma: 0.3}}"));
        String npv = Metric.NPV_IAAS.key();
        double[] values = IntStream.range(0, PathCauses.REDRAWS + 1)
                .mapToDouble(i -> new Replay(plan, SAMPLING, i).metric(npv))
                .toArray();
        int worst =
                IntStream.range(0, values.length).boxed().min(Comparator.comparingDouble(i -> values[i])).orElseThrow();
        PathCauses causes = PathCauses.of(new Replay(plan, SAMPLING, worst), npv);
        double others = (Arrays.stream(values).sum() - values[worst]) / PathCauses.REDRAWS;
        assertThat(causes.value()).isEqualTo(values[worst]);
        assertThat(causes.named()).singleElement().satisfies(cause -> {
            assertThat(cause.driver().key()).isEqualTo("costs.energyDollarsPerMwh");
            assertThat(cause.gain().value()).isCloseTo(others - values[worst], within(1e-6));
        });
    }

    @Test
    void causesComeInTheOrderOfTheirGainsAndThreeAtMostAreNamed() {
        Plan plan = Configs.plan("aws-bedrock");
        for (long number = 0; number < 5; number++) {
            PathCauses causes = PathCauses.of(new Replay(plan, SAMPLING, number), Metric.NPV_DIFFERENCE.key());
            assertThat(causes.causes()).isSortedAccordingTo(
                    Comparator.comparingDouble((PathCauses.Cause cause) -> -cause.gain().value()));
            assertThat(causes.causes()).hasSameSizeAs(Driver.of(plan));
            assertThat(causes.named()).hasSizeLessThanOrEqualTo(3).allSatisfy(cause -> assertThat(cause.gain().low())
                    .isPositive());
        }
    }

    /// Every other uncertain parameter at its point value.
    private static Plan energyAlone(Plan plan) {
        Plan fixed = plan;
        for (int slot : plan.parameters().drawn()) {
            if (!plan.parameters().keys().get(slot).equals("costs.energyDollarsPerMwh")) {
                double point = plan.parameters().points()[slot];
                fixed = fixed.with(slot, new Curve.Constant(point), point);
            }
        }
        return fixed;
    }
}
