package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import org.junit.jupiter.api.Test;

final class PlanHashTest {
    private static final Plan PLAN = Configs.plan("aws-bedrock");

    @Test
    void theSameScenarioHasTheSameHash() {
        assertThat(PlanHash.of(PLAN)).hasSize(64).isEqualTo(PlanHash.of(Configs.plan("aws-bedrock")));
    }

    @Test
    void theLastBitOfOneCoefficientChangesIt() {
        String before = PlanHash.of(PLAN);
        Curve.Piecewise curve = PLAN.parameters().curves().stream()
                .filter(Curve.Piecewise.class::isInstance)
                .map(Curve.Piecewise.class::cast)
                .findFirst()
                .orElseThrow();
        double[] row = curve.coefficients()[3];
        double was = row[row.length / 2];
        row[row.length / 2] = Math.nextUp(was);
        assertThat(PlanHash.of(PLAN)).isNotEqualTo(before);
        row[row.length / 2] = was;
        assertThat(PlanHash.of(PLAN)).isEqualTo(before);
    }

    @Test
    void whatIsRecordedAndEveryScenarioDiffer() {
        assertThat(PlanHash.of(PLAN.recording(Quantity.values()[0]))).isNotEqualTo(PlanHash.of(PLAN));
        assertThat(PlanHash.of(Configs.plan("aws-bedrock", "tokenService.floor=0.25"))).isNotEqualTo(PlanHash.of(PLAN));
    }
}
