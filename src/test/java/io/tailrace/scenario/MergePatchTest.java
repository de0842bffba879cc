package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergePatchTest {
    /// Source: RFC 7396, appendix A.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: b}            | {a: c}               | {a: c}",
                "{a: b}            | {b: c}               | {a: b, b: c}",
                "{a: b}            | {a: null}            | {}",
                "{a: b, b: c}      | {a: null}            | {b: c}",
                "{a: [b]}          | {a: c}               | {a: c}",
                "{a: c}            | {a: [b]}             | {a: [b]}",
                "{a: {b: c}}       | {a: {b: d, c: null}} | {a: {b: d}}",
                "{a: [{b: c}]}     | {a: [1]}             | {a: [1]}",
                "[a, b]            | [c, d]               | [c, d]",
                "{a: b}            | [c]                  | [c]",
                "{a: foo}          | null                 | null",
                "{a: foo}          | bar                  | bar",
                "{e: null}         | {a: 1}               | {e: null, a: 1}",
                "[1, 2]            | {a: b, c: null}      | {a: b}",
                "{}                | {a: {bb: {ccc: null}}} | {a: {bb: {}}}"
            })
    void mergesAsTheStandardSays(String target, String patch, String merged) {
        assertThat(merge(target, patch)).isEqualTo(YamlReader.read(merged, "expected").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{pert: {min: 1, max: 3}}               | {uniform: {min: 5}}          | {uniform: {min: 5}}",
                "{pert: {min: 1, max: 3}}               | {value: 5, source: me}       | {value: 5, source: me}",
                "{value: {pert: {min: 1}}, source: me}  | {uniform: {min: 5}}          | {uniform: {min: 5}}",
                "{value: {pert: {a: 1}}, note: me} | {value: {beta: {a: 5}}} | {value: {beta: {a: 5}}, note: me}",
                "{value: 4, point: 3, source: me}       | {value: 5}                   | {value: 5, source: me}",
                "{value: 4, point: 3}                   | {note: x}                    | {value: 4, point: 3, note: x}",
                "{pert: {min: 1, max: 3}}               | {pert: {max: 9}}             | {pert: {min: 1, max: 9}}",
                "{normal: {mean: {value: 1}}, down: {}} | {normal: {mean: 2}}          | {down: {}, normal: {mean: 2}}"
            })
    void aParameterOfAnotherFormReplacesTheOldOne(String target, String patch, String merged) {
        assertThat(sorted(merge(target, patch))).isEqualTo(sorted(merged));
    }

    @Test
    void everyValueKeepsThePlaceItWasWrittenAt() {
        var target = YamlReader.read("a: 1\nsection:\n  b: 2\n  c: 3\n", "base.yaml");
        var patch = YamlReader.read("\nsection:\n  c: 4\n", "overlay.yaml");

        var merged = (Node.Mapping) MergePatch.apply(target, patch);
        var section = (Node.Mapping) merged.entries().get("section");

        assertThat(section.location()).hasToString("base.yaml:2");
        assertThat(section.entries().get("b").location()).hasToString("base.yaml:3");
        assertThat(section.entries().get("c").location()).hasToString("overlay.yaml:3");
    }

    private static String merge(String target, String patch) {
        return MergePatch.apply(YamlReader.read(target, "target"), YamlReader.read(patch, "patch")).text();
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).filter(c -> !c.isBlank()).toList().toString();
    }
}
