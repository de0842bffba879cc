package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {
    @Test
    void valuesStandAtTheLineOfTheirKey() {
        var root = YamlReader.readMapping("# comment\na: 1\n\nb:\n  c: [x,\n    y]\n", "f.yaml");
        var b = (Node.Mapping) root.entries().get("b");
        var c = (Node.Sequence) b.entries().get("c");

        assertThat(root.entries().get("a").location()).isEqualTo(new Location("f.yaml", 2));
        assertThat(b.location()).isEqualTo(new Location("f.yaml", 4));
        assertThat(c.location()).isEqualTo(new Location("f.yaml", 5));
        assertThat(c.items().get(1).location()).isEqualTo(new Location("f.yaml", 6));
    }

    @Test
    void jsonIsYamlEvenWhenIndentedByTabs() {
        var json = "{\n\t\"a\": {\"b\": [1, true, null, \"x\"]},\n\t\"c\": 1.5e3\n}\n";

        assertThat(YamlReader.read(json, "f.json").text()).isEqualTo("{a: {b: [1, true, null, x]}, c: 1.5e3}");
    }

    @Test
    void scalarsHaveTheTypesOfYamlOnePointTwo() {
        var text = "[1, -0.5, .5, 1e6, .inf, .nan, true, yes, null, ~, 2026Q1, 2026-04-30, '1', \"true\"]";
        var items = ((Node.Sequence) YamlReader.read(text, "f")).items();

        assertThat(items.stream().map(item -> ((Node.Scalar) item).kind().name().substring(0, 1)))
                .containsExactly("N", "N", "N", "N", "N", "N", "B", "T", "N", "N", "T", "T", "T", "T");
    }

    @Test
    void anAliasRepeatsWhatItsAnchorNamed() {
        assertThat(YamlReader.read("a: &x {b: 1}\nc: *x\n", "f").text()).isEqualTo("{a: {b: 1}, c: {b: 1}}");
    }

    @Test
    void aBombOfAliasesIsRefusedBeforeItGoesOff() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "a" + i + ": &a" + i + " ["
                                + ("*a" + (i - 1) + " , ").repeat(9) + "*a" + (i - 1) + " ]\n")
                        .collect(Collectors.joining());

        assertStops(bomb, "more than 100000 values, aliases expanded");
    }

    @Test
    void anAliasInsideItsOwnAnchorIsRefused() {
        assertStops("a: &x [1, *x ]\n", "*x is not defined");
    }

    @Test
    void aHundredThousandBracketsAreRefused() {
        assertStops("a: " + "[".repeat(100_000), "nested deeper than 50 levels");
    }

    @Test
    void aHundredThousandNestedSectionsAreRefused() {
        assertStops("{a: ".repeat(100_000), "nested deeper than 50 levels");
    }

    @Test
    void aMillionValuesAreRefused() {
        assertStops("a: [" + "1,".repeat(1_000_000) + "1]", "more than 100000 values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# only a comment\n", "---\n", "null\n"})
    void aFileOfNothingIsEmpty(String nothing) {
        assertThatThrownBy(() -> YamlReader.readMapping(nothing, "f.yaml"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("f.yaml:1")
                .hasMessageContaining("the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "just text", "3"})
    void theTopLevelMustBeKeysAndValues(String other) {
        assertThatThrownBy(() -> YamlReader.readMapping(other, "f.yaml"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("`key: value` lines");
    }

    @Test
    void controlCharactersAreRefusedAndNeverPrinted() {
        assertStops("a: \u001b[31mred", "is not YAML");
        assertThatThrownBy(() -> YamlReader.read("a: \u001b[31mred", "f"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\u001b"));
    }

    private static void assertStops(String text, String fragment) {
        assertThatThrownBy(() -> YamlReader.read(text, "f.yaml"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("f.yaml")
                .hasMessageContaining(fragment);
    }
}
