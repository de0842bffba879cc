package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeaningsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "demand.growthPersistence         | Share of the gap to the long-run pace that remains after a quarter.",
        "regimes.states[2].drift          | Drift added to growth.",
        "tokenService.tiers.brackets[0].rate | Share of gross sales inside the bracket.",
        "capacity.projects[1].mw          | Size of each.",
        "costs.itLifeYears                | Life of the servers, one for both chips."
    })
    void aKeyMeansWhatItsRecordSays(String key, String meaning) {
        assertThat(Meanings.of(key)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demand.nothing", "nothing", "costs.itLifeYears.more", "shocks.correlation.demand"})
    void whatNoScenarioHasMeansNothing(String key) {
        assertThat(Meanings.of(key)).isEmpty();
    }

    @Test
    void everyAssumptionHasAMeaning() {
        Samples.load().register().forEach(entry -> assertThat(Meanings.of(entry.key())).as(entry.key()).isPresent());
    }
}
