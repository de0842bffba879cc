package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioChangesTest {
    private static final LoadedScenario BASE = Configs.load("aws-bedrock");

    @Test
    void eachChangedAssumptionIsOneChangeWithWhatItWasAndIs() {
        var changes = ScenarioChanges.between(BASE, Configs.load("aws-bedrock", "tokenService.floor=0.1",
                "regimes.states[2].drift=0.01", "discountRatePerYear=0.12")).all();
        assertThat(changes).extracting(ScenarioChanges.Change::key)
                .containsExactly("discountRatePerYear", "regimes.states[2].drift", "tokenService.floor");
        assertThat(changes.getFirst().from()).isEqualTo("0.1");
        assertThat(changes.getFirst().to()).isEqualTo("0.12");
        assertThat(changes.getLast().from()).isEqualTo("{\"beta\":{\"alpha\":2,\"beta\":3,\"min\":0,\"max\":1}}");
    }

    @Test
    void sourcesTitlesAndTheSizeOfARunAreNoChanges() {
        var other = Configs.load("aws-bedrock", "title=Another", "run.paths=77", "mixShares=[0.5]", "backTest=[]",
                "discountRatePerYear={value: 0.1, source: a board paper}");
        assertThat(ScenarioChanges.between(BASE, other).all()).isEmpty();
    }

    @Test
    void allChangesMadeTheScenarioIsTheOtherOne() {
        for (String name : List.of("azure", "google-cloud", "oracle", "neocloud", "reference")) {
            LoadedScenario other = Configs.load(name);
            var changes = ScenarioChanges.between(BASE, other);
            assertThat(changes.all()).isNotEmpty();
            LoadedScenario made = Configs.loader()
                    .parse(changes.with(changes.all()), name, List.of(), ScenarioLoader.Options.STRICT);
            assertThat(ScenarioChanges.between(made, other).all()).as(name).isEmpty();
            LoadedScenario none = Configs.loader()
                    .parse(changes.with(List.of()), name, List.of(), ScenarioLoader.Options.STRICT);
            assertThat(none.canonicalText()).isEqualTo(BASE.canonicalText());
        }
    }

    @Test
    void someChangesMadeTheRestStaysAsItWas() {
        var changes = ScenarioChanges.between(BASE, Configs.stressed("aws-bedrock", "price-war"));
        assertThat(changes.all()).singleElement().satisfies(change -> {
            assertThat(change.key()).isEqualTo("price.shock");
            assertThat(change.section()).isEqualTo("price");
        });
    }
}
