package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.scenario.ScenarioSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "schema"})
    void helpOfEveryCommandShowsHowItIsUsed(String command) {
        Invocation help = Invocation.of(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: tailrace " + command).contains("Example", "  tailrace " + command);
        assertThat(Invocation.of("help", command)).isEqualTo(help);
    }

    @Test
    void everyCommandIsListedByTheNameThatItHas() {
        assertThat(Commands.ALL).allSatisfy(command -> assertThat(
                command.getValue().getAnnotation(CommandLine.Command.class).name()).isEqualTo(command.getKey()));
    }

    @Test
    void helpOfTheProgramNamesItsCommandsAndExitCodes() {
        Invocation help = Invocation.of("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("run ", "check ", "schema ", "generate-completion", "Exit codes", "0   done", "2 ", "3 ");
    }

    @ParameterizedTest
    @CsvSource({"--version", "'run --version'"})
    void theVersionNamesCommitAndJava(String arguments) {
        assertThat(Invocation.of(arguments.split(" ")).out()).startsWith("tailrace ").contains("commit", "Java 25");
    }

    @Test
    void withoutACommandTheUsageIsShownAndItIsTheUsersError() {
        Invocation nothing = Invocation.of();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("Missing command").contains("Usage: tailrace");
        assertThat(nothing.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'rnu x.yaml',          run",
        "'chek x.yaml',         check",
        "'run x.yaml --pahts 3', --paths",
        "'run x.yaml --quite',  --quiet",
        "'check x.yaml --stres a', --stress"
    })
    void whatIsMisspeltIsSuggested(String arguments, String meant) {
        Invocation invocation = Invocation.of(arguments.split(" "));
        assertThat(invocation.code()).isEqualTo(2);
        assertThat(invocation.err()).contains(meant, "--help").doesNotContain("\tat ");
        assertThat(invocation.out()).isEmpty();
    }

    @Test
    void aMissingScenarioIsNamed() {
        assertThat(Invocation.of("run").err()).contains("SCENARIO").contains("tailrace run --help");
    }

    @Test
    void completionIsAScriptThatKnowsTheOptions() {
        assertThat(Invocation.of("generate-completion").out())
                .contains("tailrace", "--repair-correlation", "--threads", "complete ");
    }

    @Test
    void theSchemaIsPrintedAsItIsCommitted() throws java.io.IOException {
        String committed = java.nio.file.Files.readString(java.nio.file.Path.of("configs/scenario.schema.json"));
        assertThat(Invocation.of("schema").out()).isEqualTo(ScenarioSchema.json()).isEqualTo(committed);
    }
}
