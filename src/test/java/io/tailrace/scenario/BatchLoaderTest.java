package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tailrace.Configs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchLoaderTest {
    @TempDir Path folder;

    @BeforeEach
    void aScenarioAndTwoStressesLieBesideTheBatch() throws IOException {
        Path base = Path.of("configs/reference.yaml").toAbsolutePath();
        Files.writeString(folder.resolve("one.yaml"), "extends: " + base + "\nname: one\n");
        Files.writeString(folder.resolve("two.yaml"), "extends: " + base + "\nname: two\n");
        Files.createDirectory(folder.resolve("stress"));
        Files.writeString(folder.resolve("stress/cheap.yaml"), "stress: {}\nprice: {volatility: 0.1}\n");
        Files.writeString(folder.resolve("stress/dear.yaml"), "stress: {}\nprice: {volatility: 0.2}\nquarters: 4\n");
    }

    @Test
    void scenariosTimesStressesTimesSettingsTimesSeedsInTheOrderOfTheFile() {
        LoadedBatch batch = load("""
                name: b
                groups:
                  - scenarios: [one.yaml, two.yaml]
                    stresses: [none, stress/cheap.yaml]
                    settings: [{price.volatility: 0.3, quarters: [8, 9]}, {quarters: 10}]
                    seeds: [1, 2]
                    paths: 1e3
                """);
        assertThat(batch.runs()).hasSize(2 * 2 * 3 * 2).allSatisfy(run -> {
            assertThat(run.paths()).isEqualTo(OptionalLong.of(1000));
            assertThat(run.targets()).isEmpty();
        });
        assertThat(batch.runs().stream().limit(7).map(run -> run.sets() + " " + run.seed().getAsLong()))
                .containsExactly(
                        "[price.volatility=0.3, quarters=8] 1", "[price.volatility=0.3, quarters=8] 2",
                        "[price.volatility=0.3, quarters=9] 1", "[price.volatility=0.3, quarters=9] 2",
                        "[quarters=10] 1", "[quarters=10] 2", "[price.volatility=0.3, quarters=8] 1");
        LoadedBatch.Run last = batch.runs().getLast();
        assertThat(last.scenario().scenario().name()).isEqualTo("two");
        assertThat(last.scenario().stresses()).extracting(LoadedScenario.StressInfo::name).containsExactly("cheap");
        assertThat(last.scenario().scenario().quarters()).isEqualTo(10);
        assertThat(last.scenario().sha256()).isEqualTo(direct("two.yaml", "stress/cheap.yaml", "quarters=10"));
    }

    @Test
    void aFolderStandsForItsOverlaysAndAPlusLaysThemOverEachOther() {
        LoadedBatch batch = load("""
                name: b
                groups: [{scenarios: [one.yaml], stresses: [stress, stress/dear.yaml + stress/cheap.yaml]}]
                """);
        assertThat(batch.runs().stream().map(run -> run.scenario().stresses().stream()
                .map(LoadedScenario.StressInfo::name)
                .toList()))
                .containsExactly(List.of("cheap"), List.of("dear"), List.of("dear", "cheap"));
        Scenario both = batch.runs().getLast().scenario().scenario();
        assertThat(both.quarters()).isEqualTo(4);
    }

    @Test
    void aGroupMayAskForPrecisionAndSettingsMayBeDistributions() {
        LoadedBatch batch = load("""
                name: b
                groups:
                  - scenarios: [one.yaml]
                    settings: [{price.volatility: [{uniform: {min: 0.1, max: 0.2}}, 0.1], title: 'yes: a #title'}]
                    precision: [mean(npvTaas) within 1 %]
                    maxPaths: 50000
                    maxTime: 2min
                """);
        LoadedBatch.Run run = batch.runs().getFirst();
        assertThat(batch.runs()).hasSize(2);
        assertThat(run.targets()).hasToString("[mean(npvTaas) within 1 %]");
        assertThat(run.maxPaths()).isEqualTo(OptionalLong.of(50_000));
        assertThat(run.maxTime()).contains(Duration.ofMinutes(2));
        assertThat(run.scenario().scenario().title()).isEqualTo("yes: a #title");
        assertThat(run.scenario().register()).filteredOn(entry -> entry.key().equals("price.volatility"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("0.1", "0.2"));
    }

    @Test
    void allMistakesOfTheFileAreToldAtOnceWithLineKeyAndRule() {
        InvalidScenarioException broken = broken("""
                name: b
                groups:
                  - scenarios: [one.yaml, tow.yaml]
                    stresses: [stress/chaep.yaml]
                    precision: [cvar95(npvTas) within 1 %]
                    paths: 10
                  - scenarios: []
                    seeds: [1, 2, 1]
                    maxTime: soon
                    pathes: 5
                """);
        assertThat(broken.problems()).extracting(problem -> problem.location().line() + " " + problem.key())
                .containsExactlyInAnyOrder("3 groups[0].scenarios[1]", "4 groups[0].stresses[0]",
                        "5 groups[0].precision[0]", "6 groups[0].paths", "7 groups[1].scenarios",
                        "8 groups[1].seeds[2]", "9 groups[1].maxTime", "9 groups[1].maxTime", "10 groups[1].pathes");
        assertThat(broken).hasMessageContainingAll("two.yaml", "cheap.yaml", "npvTaas", "paths?", "listed twice");
    }

    @Test
    void aBrokenSettingIsToldOnceAtItsLineAndABrokenScenarioAtItsOwn() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), Files.readString(folder.resolve("two.yaml")) + "quarters: -1\n");
        InvalidScenarioException broken = broken("""
                name: b
                groups:
                  - scenarios: [one.yaml]
                    stresses: [none, stress/cheap.yaml]
                    settings:
                      - price.volatility: 0.1
                        price.volatilty: [0.1, 0.2]
                        price: 4
                  - scenarios: [two.yaml]
                    seeds: [1, 2]
                """);
        assertThat(broken.problems()).extracting(problem -> problem.location().toString())
                .contains(folder.resolve("batch.yaml") + ":8", folder.resolve("two.yaml") + ":3")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{name: b, groups: []}                                                      | at least one group",
        "{name: b}                                                                  | groups",
        "{name: b, groups: [{scenarios: [stress]}]}                                 | not a folder",
        "{name: b, groups: [{scenarios: [one.yaml], maxPaths: 5}]}                  | give precision as well",
        "{name: b, groups: [{scenarios: [one.yaml], settings: [{quarters: []}]}]}   | at least one value",
        "{name: b, groups: [{scenarios: [one.yaml], paths: 0}]}                     | must lie in [1, 1e12]",
        "{name: b, groups: [{scenarios: [one.yaml], sampling: sobl}]}               | did you mean sobol?",
        "{name: b, groups: [{scenarios: [one.yaml], settings: [{a: [1,2,3,4,5,6,7,8,9,0], b: [1,2,3,4,5,6,7,8,9,0],"
                + " c: [1,2,3,4,5,6,7,8,9,0], d: [1,2,3,4,5,6,7,8,9,0], e: [1,2]}]}]} | more than 10,000 runs"
    })
    void whatMakesNoSenseIsTheUsersError(String text, String message) {
        assertThat(broken(text)).hasMessageContaining(message);
    }

    private String direct(String scenario, String stress, String set) {
        return Configs.loader().load(folder.resolve(scenario), List.of(folder.resolve(stress)), List.of(set),
                ScenarioLoader.Options.STRICT).sha256();
    }

    private InvalidScenarioException broken(String text) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> load(text));
    }

    private LoadedBatch load(String text) {
        try {
            Path file = Files.writeString(folder.resolve("batch.yaml"), text);
            return new BatchLoader(Configs.loader(), Set.of("npvTaas", "npvIaas")).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
