package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.analysis.PathCauses;
import io.tailrace.engine.Replay;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.LoadedScenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\tx", "-", "+", "-0.5 to 0.3", "=",
        "＝1", "-1e"})
    void aTextThatBeginsAsAFormulaGetsAnApostrophe(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-0.03", "+7", "-1.5E-7", "-.5", "12", "1e9", "", "a=b", "0.1 to 0.3", "−0.5", "2026-05-28"})
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }

    @Test
    void whatWouldEndTheCellIsQuotedAndStillHarmless() {
        assertThat(CsvCell.of("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
        assertThat(CsvCell.of("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        assertThat(CsvCell.of("\r\n=1")).isEqualTo("\"'\r\n=1\"");
    }

    @Test
    void whatAScenarioSaysIsNoFormulaInAnyFile() {
        Findings findings = Small.run("aws-bedrock", 100, "hurdleEbitMargin={value: 0.3, source: '=cmd()', note: '@x'}",
                "capacity.projects[0].name='=1+1'");
        LoadedScenario scenario = findings.scenario();
        String register = new String(Register.of(scenario).csv(), StandardCharsets.UTF_8);
        assertThat(register).contains(",'=cmd(),", ",'@x,").doesNotContain(",=", ",@");
        assertThat(register.lines().filter(line -> line.startsWith("regimes.states[2].drift,")).toList())
                .singleElement().asString().startsWith("regimes.states[2].drift,-0.03,");
        var replay = new Replay(PlanCompiler.compile(scenario.scenario()), new Sampling.Plain(1), 0);
        var story = new PathStory(scenario, replay, PathCauses.of(replay, "npvTaas"));
        assertThat(PathStoryFiles.csv(List.of(story)))
                .anyMatch(line -> line.startsWith("0,delays,\"'=1+1, t = "))
                .noneMatch(line -> line.contains(",=") || line.contains("\"="));
    }
}
