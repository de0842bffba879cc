package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.engine.Progress;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Measure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WaterfallTest {
    private static final Study.Size SIZE = new Study.Size(5, 2_000, 2);
    private static final int MEAN_TAAS = Waterfall.MEASURES.indexOf(Measure.mean(Metric.NPV_TAAS.key()));
    private static final int MEAN_IAAS = Waterfall.MEASURES.indexOf(Measure.mean(Metric.NPV_IAAS.key()));
    private static final LoadedScenario BASE = Configs.load("aws-bedrock");

    @Test
    void twoChangesThatMeetHaveTheAverageOfBothOrders() {
        double base = mean();
        double share = mean("tokenService.revenueShare=0.2");
        double price = mean("price.deflation=0.2");
        double both = mean("tokenService.revenueShare=0.2", "price.deflation=0.2");
        Waterfall waterfall =
                waterfall(BASE, Configs.load("aws-bedrock", "tokenService.revenueShare=0.2", "price.deflation=0.2"));
        assertThat(waterfall.runs()).isEqualTo(4);
        assertThat(waterfall.steps()).extracting(Waterfall.Step::group)
                .containsExactly("price.deflation", "tokenService.revenueShare");
        assertThat(effect(waterfall, 0, MEAN_TAAS)).isCloseTo((price - base + both - share) / 2, within(1e-6));
        assertThat(effect(waterfall, 1, MEAN_TAAS)).isCloseTo((share - base + both - price) / 2, within(1e-6));
        assertThat(both - share - price + base).as("they do meet").isNotCloseTo(0, within(1.0));
    }

    @Test
    void stepsAddUpAndTheWayBackIsTheOpposite() {
        LoadedScenario other = Configs.stressed("aws-bedrock", "bust-now");
        LoadedScenario azure = Configs.load("azure");
        for (LoadedScenario to : new LoadedScenario[]{other, azure}) {
            Waterfall there = waterfall(BASE, to);
            Waterfall back = waterfall(to, BASE);
            for (int m = 0; m < Waterfall.MEASURES.size(); m++) {
                int measure = m;
                double sum = there.steps().stream().mapToDouble(step -> step.effects().get(measure).value()).sum();
                double whole = there.to().get(m).value() - there.from().get(m).value();
                assertThat(sum).isCloseTo(whole, within(1e-6));
                for (int s = 0; s < there.steps().size(); s++) {
                    assertThat(effect(back, s, m)).isCloseTo(-effect(there, s, m), within(1e-6));
                }
            }
        }
    }

    @Test
    void whatTouchesTheLeaseAloneDoesNothingToTokens() {
        Waterfall waterfall =
                waterfall(BASE, Configs.load("aws-bedrock", "lease.operatingExpense=0.05", "tokenService.floor=0"));
        assertThat(effect(waterfall, 1, MEAN_TAAS)).isCloseTo(0, within(1e-6));
        assertThat(effect(waterfall, 1, MEAN_IAAS)).isNegative();
        assertThat(effect(waterfall, 0, MEAN_IAAS)).isCloseTo(0, within(1e-6));
    }

    @Test
    void changesThatOnlyMakeSenseTogetherAreOneStep() {
        LoadedScenario other = Configs.load("reference",
                "regimes={opening: calm, states: [{name: calm, volatility: 0.05}], transition: [[1]]}");
        Waterfall waterfall = waterfall(Configs.load("reference"), other);
        assertThat(waterfall.steps()).extracting(Waterfall.Step::group).containsExactly("regimes");
        assertThat(waterfall.steps().getFirst().changes()).hasSizeGreaterThan(1);
    }

    @Test
    void equalScenariosHaveNoSteps() {
        Waterfall waterfall = waterfall(BASE, Configs.load("aws-bedrock", "title=Another"));
        assertThat(waterfall.steps()).isEmpty();
        assertThat(waterfall.to()).isEqualTo(waterfall.from());
    }

    private static Waterfall waterfall(LoadedScenario from, LoadedScenario to) {
        return Waterfall.of(from, to, SIZE, Progress.NONE);
    }

    private static double mean(String... sets) {
        var study =
                new Study(Configs.load("aws-bedrock", sets), SIZE, Shelf.in(Path.of("configs")), Study.Listener.NONE);
        return Influence.mean(study.base(Metric.NPV_TAAS)).value();
    }

    private static double effect(Waterfall waterfall, int step, int measure) {
        return waterfall.steps().get(step).effects().get(measure).value();
    }
}
