package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tailrace.scenario.LoadedScenario.StressInfo;
import io.tailrace.scenario.ScenarioLoader.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioLoaderTest {
    @TempDir private Path folder;

    private Path base;

    @BeforeEach
    void copySample() throws IOException {
        base = write("base.yaml", BrokenCases.resource("valid.yaml"));
        write("prices.csv", BrokenCases.resource("prices.csv"));
    }

    @Test
    void everyKindOfValueArrivesInItsRecord() {
        var scenario = load(base).scenario();

        assertThat(scenario.openingQuarter()).isEqualTo("2026Q1");
        assertThat(scenario.mixShares()).containsExactly(0.0, 0.5, 1.0);
        assertThat(scenario.demand().openingGrowth()).isEmpty();
        assertThat(scenario.demand().volatilityMultiplier().point()).hasValue(1);
        assertThat(scenario.regimes().states().get(1).reference()).isTrue();
        assertThat(scenario.regimes().transition().get(2)).containsExactly(0.05, 0.20, 0.75);
        assertThat(scenario.channel().longRunShare().distribution()).isEqualTo(new Distribution.Beta(4, 6, 0, 1));
        assertThat(scenario.costs().energyDollarsPerMwh().distribution())
                .isEqualTo(new Distribution.Empirical("prices.csv", "price", List.of(58.0, 60.0, 65.5)));
        assertThat(scenario.capacity().projects().get(1).delayQuarters().distribution())
                .isEqualTo(new Distribution.Late(0.32, new Distribution.Lognormal(1.833, 0.75), 0.03));
        assertThat(scenario.shocks().correlation().get("demand")).containsEntry("spot", 0.6);
        assertThat(scenario.run().paths()).isEqualTo(100_000);
        assertThat(scenario.backTest().getFirst().statistic()).isEqualTo(Scenario.BackTestRow.Statistic.mean);
    }

    @Test
    void absentKeysTakeTheirPresets() {
        var scenario = load(base, "jumps=null", "shocks=null", "regimes.states[0].jumpDownProbability=0",
                "regimes.states[1].jumpDownProbability=0", "regimes.states[2].jumpDownProbability=0").scenario();

        assertThat(scenario.jumps()).isEmpty();
        assertThat(scenario.shocks()).isEqualTo(
                new Scenario.Shocks("gaussian", Optional.empty(), Map.of()));
        assertThat(scenario.demand().priceElasticity().distribution()).isEqualTo(new Distribution.Constant(0));
        assertThat(scenario.demand().priceElasticity().provenance().source()).isEqualTo("preset");
    }

    @Test
    void provenanceIsInheritedKeyByKeyFromTheNearestSection() {
        var demand = load(base).scenario().demand();

        assertThat(demand.nextGrowth().orElseThrow().provenance())
                .isEqualTo(new Input.Provenance("own source", "2026-04-30", "", "high", ""));
        assertThat(demand.longRunGrowth().provenance())
                .isEqualTo(new Input.Provenance("section source", "2026-04-30", "", "assumption", ""));
        assertThat(load(base).scenario().price().deflation().provenance())
                .isEqualTo(new Input.Provenance("nowhere in particular", "", "", "assumption", ""));
    }

    @Test
    void theRegisterHasEachParameterWithItsPlace() {
        var register = load(base).register();

        assertThat(register).extracting(RegisterEntry::key).doesNotHaveDuplicates().contains("capacity.projects[1].mw");
        assertThat(register)
                .filteredOn(entry -> entry.key().equals("demand.growthPersistence"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.value()).isEqualTo("pert {min: 0.25, mode: 0.4, max: 0.6}");
                    assertThat(entry.unit()).isEqualTo("share");
                    assertThat(entry.location()).isEqualTo(new Location(base.toString(), 19));
                });
    }

    @Test
    void aChainOfExtendsIsMergedFromTheBottomUp() throws IOException {
        write("middle.yaml", "extends: base.yaml\nname: middle\nquarters: 12\nhurdleEbitMargin: 0.2\n");
        var top = write("top.yaml", "# a comment\nextends: ./middle.yaml\nquarters: 8\n");
        var loaded = load(top);

        assertThat(loaded.scenario().name()).isEqualTo("middle");
        assertThat(loaded.scenario().quarters()).isEqualTo(8);
        assertThat(loaded.scenario().hurdleEbitMargin().distribution()).isEqualTo(new Distribution.Constant(0.2));
        assertThat(loaded.register().get(1).location().toString()).endsWith("middle.yaml:4");
    }

    @Test
    void aCircleOfExtendsIsRefused() throws IOException {
        var a = write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "name: b\nextends: a.yaml\n");

        assertThat(problems(a)).singleElement().satisfies(problem -> {
            assertThat(problem.location().toString()).endsWith("b.yaml:2");
            assertThat(problem.describe()).contains("circle: a.yaml → b.yaml → ");
        });
    }

    @Test
    void whatAFileExtendsMustBeThere() throws IOException {
        var top = write("top.yaml", "\nextends: bas.yaml\n");

        assertThat(problems(top)).singleElement().satisfies(problem -> assertThat(problem.describe())
                .contains("top.yaml:2  extends")
                .contains("there is no file")
                .contains("did you mean base.yaml?"));
    }

    @Test
    void aMistakeNamesTheFileItIsIn() throws IOException {
        var overlay = write("overlay.yaml", "price:\n  deflation: .nan\n");
        var top = write("top.yaml", "extends: base.yaml\nquarters: 99\n");

        assertThat(problems(top, List.of(overlay), "run.paths=0"))
                .extracting(problem -> problem.location().file().replaceFirst(".*/", "") + ":"
                        + problem.location().line() + " " + problem.key())
                .containsExactly("--set:0 run.paths", "overlay.yaml:2 price.deflation", "top.yaml:2 quarters");
    }

    @Test
    void overlaysAreLaidOverEachOtherInOrder() throws IOException {
        var first = write("price-war.yaml", """
                stress: {title: Price war, description: Halved at once.}
                price: {shock: -0.693, deflation: 0.1}
                """);
        var second = write("later.yaml", "stress: {name: second}\nprice: {deflation: {uniform: {min: 0, max: 0.2}}}\n");
        var loaded = Samples.LOADER.load(base, List.of(first, second), List.of(), Options.STRICT);

        assertThat(loaded.scenario().name()).isEqualTo("sample");
        assertThat(loaded.scenario().price().shock().distribution()).isEqualTo(new Distribution.Constant(-0.693));
        assertThat(loaded.scenario().price().deflation().distribution()).isEqualTo(new Distribution.Uniform(0, 0.2));
        assertThat(loaded.stresses())
                .containsExactly(
                        new StressInfo("price-war", "Price war", "Halved at once."), new StressInfo("second", "", ""));
    }

    @Test
    void settingNamesItemsByNumberOrName() {
        var states = load(base, "regimes.states[0].drift=0.5",
                "regimes.states.bust.drift={normal: {mean: 0, standardDeviation: 1}}")
                .scenario()
                .regimes()
                .states();

        assertThat(states.get(0).drift().distribution()).isEqualTo(new Distribution.Constant(0.5));
        assertThat(states.get(2).drift().distribution()).isEqualTo(new Distribution.Normal(0, 1));
    }

    @Test
    void settingCanReachIntoADistributionAndMakeSections() {
        var scenario = load(base, "costs.gpuCapexMillionPerMw.pert.max=40", "demand.temporaryLoss.quarters=4",
                "demand.temporaryLoss.fraction=0.5").scenario();

        assertThat(scenario.costs().gpuCapexMillionPerMw().orElseThrow().distribution())
                .isEqualTo(new Distribution.Pert(19, 22, 40));
        assertThat(scenario.demand().temporaryLoss().orElseThrow().fromQuarter()).isEqualTo(1);
    }

    @Test
    void everySettingThatMeansNothingIsTold() {
        assertThat(problems(base, List.of(), "demand.longRunGrwoth=1", "regimes.states.bost.drift=1",
                "regimes.states[7].drift=1", "quarters", "=3", "price.deflation.x=1", "a..b=1", "run.paths=[1"))
                .extracting(Problem::describe)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("demand.longRunGrwoth", "did you mean longRunGrowth?"),
                        text -> assertThat(text).contains("no item is named bost", "did you mean bust?"),
                        text -> assertThat(text).contains("the list has 3 items"),
                        text -> assertThat(text).contains("quarters", "key.path=value"),
                        text -> assertThat(text).contains("=3", "key.path=value"),
                        text -> assertThat(text).contains("stops at a plain value, 0.06"),
                        text -> assertThat(text).contains("a..b", "is not a key path"),
                        text -> assertThat(text).contains("run.paths", "is not YAML"));
    }

    @Test
    void theCanonicalTextIsTheSameForTheSameMeaning() throws IOException {
        var reordered = BrokenCases.resource("valid.yaml")
                .replace("discountRatePerYear: 0.10\n", "")
                .replace("  paths: 100000\n  seed: 42\n",
                        "  seed: 42\n  paths: 1e5\ndiscountRatePerYear: {value: 1e-1}\n")
                .replaceAll("(?m)^#.*\n", "");
        var other = write("other.yaml", reordered);

        assertThat(load(other).canonicalText()).isEqualTo(load(base).canonicalText());
        assertThat(load(other).sha256()).isEqualTo(load(base).sha256()).hasSize(64);
        assertThat(load(base, "quarters=19").sha256()).isNotEqualTo(load(base).sha256());
    }

    @Test
    void theCanonicalTextIsAScenarioItself() throws IOException {
        var loaded = load(base);
        var again = load(write("elsewhere.json", loaded.canonicalText()));
        Files.delete(folder.resolve("prices.csv"));

        assertThat(again.scenario()).isEqualTo(loaded.scenario());
        assertThat(again.canonicalText()).isEqualTo(loaded.canonicalText());
    }

    @Test
    void filesThatCannotBeReadAreProblems() throws IOException {
        var large = write("large.yaml", "#".repeat((4 << 20) + 1));
        var latin = Files.write(folder.resolve("latin.yaml"), new byte[]{'a', ':', ' ', (byte) 0xe9, '\n'});

        assertThat(problems(folder.resolve("bas.yaml")).getFirst().describe())
                .contains("there is no file", "did you mean base.yaml?");
        assertThat(problems(folder.resolve("no/where.yaml")).getFirst().describe()).contains("there is no file");
        assertThat(problems(folder).getFirst().describe()).contains("is not a file");
        assertThat(problems(large).getFirst().describe()).contains("larger than 4 MB");
        assertThat(problems(latin).getFirst().describe()).contains("is not UTF-8 text");
    }

    @Test
    void brokenOverlaysAreToldTogether() throws IOException {
        var broken = write("broken.yaml", "price: [\n");
        var missing = folder.resolve("missing.yaml");

        assertThat(problems(base, List.of(broken, missing))).hasSize(2);
    }

    @Test
    void aCellThatIsNoNumberIsNamedByItsLine() throws IOException {
        write("prices.csv", "price,hour\n60,1\nhigh,2\nNaN,3\n");

        assertThat(problems(base))
                .extracting(Problem::describe)
                .satisfiesExactly(
                        text -> assertThat(text).contains("prices.csv:3", "energyDollarsPerMwh", "= high"),
                        text -> assertThat(text).contains("prices.csv:4", "= NaN", "finite"));
    }

    @Test
    void correlationsAreRepairedOnlyWhenAsked() {
        var set = List.of("shocks.correlation.growth.spot=-0.9");
        var strict = problems(base, List.of(), set.getFirst());
        var loaded = Samples.LOADER.load(base, List.of(), set, new Options(true));

        assertThat(strict).singleElement().extracting(Problem::hint, InstanceOfAssertFactories.STRING)
                .contains("--repair-correlation");
        assertThat(loaded.notices()).singleElement(InstanceOfAssertFactories.STRING).contains("largest change 0.");
        assertThat(CorrelationMatrix.of(loaded.scenario().shocks().correlation()).smallestEigenvalue()).isPositive();
        assertThat(Samples.LOADER.load(base, List.of(), List.of(), new Options(true)).notices()).isEmpty();
    }

    @Test
    void anEmptyPipelineIsRefusedButAnAbsentOneIsNot() {
        assertThat(problems(base, List.of(), "capacity.projects=[]"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe()).contains("leave the key out"));
        assertThat(load(base, "capacity.projects=null").scenario().capacity().projects()).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static LoadedScenario load(Path file, String... sets) {
        return Samples.LOADER.load(file, List.of(), Arrays.asList(sets), Options.STRICT);
    }

    private static List<Problem> problems(Path file) {
        return problems(file, List.of());
    }

    private static List<Problem> problems(Path file, List<Path> stress, String... sets) {
        return catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Samples.LOADER.load(file, stress, Arrays.asList(sets), Options.STRICT))
                .problems();
    }
}
