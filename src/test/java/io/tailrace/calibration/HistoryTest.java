package io.tailrace.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    @TempDir private Path folder;

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        Path file = write("# a comment", "quarter,price,source", "2025Q1,3,x", "2025Q1,4,x", "soon,-1,x", "2025Q3,,x");
        assertThatThrownBy(() -> History.read(file)).isInstanceOfSatisfying(
                InvalidScenarioException.class,
                invalid -> assertThat(invalid.problems()).extracting(problem -> problem.location().line())
                        .containsExactly(4, 5, 5, 6));
    }

    @Test
    void headingsSayWhatAHistoryIsOf() throws IOException {
        Path file = write("date,value", "2025-01-01,3");
        assertThatThrownBy(() -> History.read(file)).hasMessageContaining("quarter and one of demand, price, spot");
    }

    @Test
    void delaysMayBeKnownExactlyOrWithinARangeOrNotAtAll() throws IOException {
        Path file = write("delayQuarters,count", "0,70", "1.5,2", "1 to 4,3", "more than 0,40", "cancelled,1");
        var delays = ((History.Delays) History.read(file)).delays();
        assertThat(delays).containsExactly(
                new History.Delay(0, 0, 70),
                new History.Delay(1.5, 1.5, 2),
                new History.Delay(1, 4, 3),
                new History.Delay(0, Double.POSITIVE_INFINITY, 40),
                new History.Delay(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
    }

    /// Every shipped history is read, and what can be fitted makes an overlay that the main scenario takes.
    @Test
    void shippedHistoriesFitTheMainScenario() throws IOException {
        try (var files = Files.list(Path.of("configs/history"))) {
            var all = files.sorted().map(History::read).toList();
            assertThat(Calibration.of(all).fits()).hasSizeGreaterThan(3);
        }
        var chosen = List.of("aws-revenue", "cloud-demand", "claude-opus-list-price").stream()
                .map(name -> History.read(Path.of("configs/history/" + name + ".csv")))
                .toList();
        Path overlay = Files.writeString(folder.resolve("fitted.yaml"),
                Overlay.text(Calibration.of(chosen)).orElseThrow());
        var loaded = load(overlay);
        assertThat(loaded.register()).filteredOn(entry -> entry.provenance().source().startsWith("fitted by"))
                .extracting(entry -> entry.key())
                .containsExactlyInAnyOrder("demand.longRunGrowth", "demand.growthPersistence",
                        "demand.growthVolatility", "price.deflation", "price.volatility", "provider.baseGrowth",
                        "provider.baseVolatility");
    }

    @Test
    void fittedDelaysGoForEveryProject() throws IOException {
        var rows = new StringBuilder("delayQuarters,count\n0,60\ncancelled,2\n");
        for (int i = 1; i <= 20; i++) {
            rows.append(i / 5.0).append(",1\n");
        }
        Path file = Files.writeString(folder.resolve("delays.csv"), rows);
        Path overlay = Files.writeString(folder.resolve("fitted.yaml"),
                Overlay.text(Calibration.of(List.of(History.read(file)))).orElseThrow());
        assertThat(load(overlay).scenario().capacity().delayQuarters()).isPresent();
    }

    private static io.tailrace.scenario.LoadedScenario load(Path overlay) {
        var quantities = Set.of("taasRevenue", "taasMargin", "taasShareOfAi", "aiShare", "trainiumShare",
                "providerRevenue", "providerEbit", "aiRevenue");
        return new ScenarioLoader(quantities, Set.of("trainiumPricePerformance", "npvDifference"), Set.of())
                .load(Path.of("configs/aws-bedrock.yaml"), List.of(overlay), List.of(), ScenarioLoader.Options.STRICT);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("history.csv"), List.of(lines));
    }
}
