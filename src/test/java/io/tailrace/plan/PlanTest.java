package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Changed plans against compiling the changed scenario.
class PlanTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock");

    @Test
    void aCertainParameterIsWhatTheScenarioWithThatConstantCompilesTo() {
        Map<Parameter, Double> values = Map.of(
                Parameter.FLOOR, 0.3,
                Parameter.PERMANENT_LOSS, 0.5,
                Parameter.REVENUE_SHARE, 0.07,
                Parameter.LEASE_PRICE, 2.5);
        values.forEach((parameter, value) -> {
            Plan compiled = Configs.plan("aws-bedrock", parameter.key() + "=" + value);
            Plan changed = PLAN.with(parameter, value);
            assertThat(changed.parameters().curves()).isEqualTo(compiled.parameters().curves());
            assertThat(changed.parameters().points()).isEqualTo(compiled.parameters().points());
            // what a scenario leaves out is NaN in both
            assertThat(changed)
                    .usingRecursiveComparison()
                    .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                    .isEqualTo(compiled);
        });
    }

    @Test
    void aListsItemsAllTakeTheValueAndTheOlderPlanStaysAsItWas() {
        Plan changed = PLAN.with(Parameter.REGIME_HAZARD, 0.5);
        int first = changed.parameters().slot("regimes.states[0].defaultHazard").orElseThrow();
        for (int slot = first; slot < first + PLAN.regimes(); slot++) {
            assertThat(changed.parameters().curves().get(slot)).isEqualTo(new Curve.Constant(0.5));
            assertThat(PLAN.parameters().curves().get(slot)).isNotEqualTo(new Curve.Constant(0.5));
        }
    }

    @Test
    void recordingAndMixesAreAllThatALeanPlanChanges() {
        Plan lean = PLAN.recording(Quantity.TAAS_EBIT).withMixes(0.25);
        assertThat(lean.recorded()).containsExactly(Quantity.TAAS_EBIT);
        assertThat(lean.mixShares()).containsExactly(0.25);
        assertThat(lean)
                .usingRecursiveComparison()
                .ignoringFields("recorded", "mixShares")
                .isEqualTo(PLAN);
    }

    @Test
    void shocksDrawnInAnotherOrderHaveTheSameCorrelations() {
        Copula changed = PLAN.drawingFirst(List.of(Factor.SPOT, Factor.PRICE)).copula();
        for (Factor one : Factor.values()) {
            for (Factor other : Factor.values()) {
                assertThat(changed.correlation(one, other))
                        .isCloseTo(PLAN.copula().correlation(one, other), within(1e-15));
            }
        }
        assertThat(changed.correlation(Factor.DEMAND, Factor.SPOT)).isCloseTo(0.6, within(1e-15));
        double[] spot = new double[Factor.COUNT];
        spot[Factor.SPOT.ordinal()] = 1;
        assertThat(changed.cholesky()[Factor.SPOT.ordinal()]).isEqualTo(spot);
        assertThat(changed.cholesky()[Factor.DEMAND.ordinal()][Factor.SPOT.ordinal()])
                .isCloseTo(0.6, within(1e-15));
    }

    @Test
    void noOtherShockMayDependOnTheProvidersOwn() {
        assertThatThrownBy(() -> PLAN.drawingFirst(List.of(Factor.BASE))).hasMessageContaining("BASE");
    }
}
