package io.tailrace.scenario;

import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BrokenScenariosTest {
    @TempDir private Path folder;

    static List<BrokenCases.Case> cases() {
        return BrokenCases.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMistakeIsNamedWithItsPlaceAndNothingElseIs(BrokenCases.Case broken) throws IOException {
        var problems = problemsOf(broken.text());

        assertThat(problems).as("%s", problems).hasSameSizeAs(broken.expected());
        for (int i = 0; i < problems.size(); i++) {
            var expected = broken.expected().get(i);
            assertThat(problems.get(i).key()).isEqualTo(expected.key());
            assertThat(problems.get(i).describe()).contains(expected.fragment());
            assertThat(problems.get(i).location().line()).as("%s", problems).isEqualTo(expected.line());
            assertThat(problems.get(i).location().file()).endsWith("broken.yaml");
        }
    }

    @Test
    void thereAreAHundredBrokenScenarios() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(cases()).extracting(BrokenCases.Case::name).doesNotHaveDuplicates();
    }

    @Test
    void tenMistakesAreTenProblemsInTheOrderOfTheFile() throws IOException {
        var text = BrokenCases.resource("valid.yaml")
                .replace("quarters: 20\n", "quarters: 200\n")
                .replace("longRunGrowth: 0.07", "longRunGrowth: fast")
                .replace("opening: boom", "opening: bloom")
                .replace("- [0.10, 0.75, 0.15]", "- [0.10, 0.75, 0.16]")
                .replace("deflation: 0.06", "deflation: .nan")
                .replace("delayCorrelation: 0.3", "delayCorelation: 0.3")
                .replace("{min: 19, mode: 22, max: 28}", "{min: 19, mode: 30, max: 28}")
                .replace("revenueShare: 0.15", "revenueShare: 1.5")
                .replace("growth: {spot: 0.3}", "growth: {spot: -0.9}")
                .replace("seed: 42", "seed: 99999999999999999999");

        assertThat(problemsOf(text))
                .extracting(Problem::key)
                .containsExactly(
                        "quarters",
                        "demand.longRunGrowth",
                        "regimes.opening",
                        "regimes.transition[1]",
                        "price.deflation",
                        "capacity.delayCorelation",
                        "costs.gpuCapexMillionPerMw.pert",
                        "tokenService.revenueShare",
                        "shocks.correlation",
                        "run.seed");
    }

    /// Why: whatever a file holds, the answer is a scenario or a list of problems, never another exception.
    @Test
    void noMangledFileMakesAnythingButProblems() {
        var random = new SplittableRandom(20260331);
        var lines = BrokenCases.resource("valid.yaml").lines().toList();
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            refused += refuses(mangled(lines, random)) ? 1 : 0;
        }

        assertThat(refused).isBetween(150, 200);
    }

    private static String mangled(List<String> lines, SplittableRandom random) {
        var changed = new ArrayList<>(lines);
        for (int change = 0; change < 3; change++) {
            int line = random.nextInt(changed.size());
            int other = random.nextInt(changed.size());
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(line);
                case 1 -> changed.add(line, changed.get(other));
                case 2 -> {
                    var value = quoteReplacement(changed.get(other).strip());
                    changed.set(line, changed.get(line).replaceFirst(":.*", ": " + value));
                }
                default -> changed.set(line, changed.get(line).replaceFirst("[\\d.]+", "[{-1e999"));
            }
        }
        return String.join("\n", changed);
    }

    private static boolean refuses(String text) {
        try {
            return Samples.LOADER.parse(text, Samples.NAME, List.of(), ScenarioLoader.Options.STRICT)
                    .scenario() == null;
        } catch (InvalidScenarioException told) {
            return !told.problems().isEmpty();
        }
    }

    private List<Problem> problemsOf(String text) throws IOException {
        var file = Files.writeString(folder.resolve("broken.yaml"), text);
        Files.writeString(folder.resolve("prices.csv"), BrokenCases.resource("prices.csv"));
        var thrown = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Samples.LOADER.load(file, List.of(), List.of(), ScenarioLoader.Options.STRICT));
        return thrown.problems();
    }
}
