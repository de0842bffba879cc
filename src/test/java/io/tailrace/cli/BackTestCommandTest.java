package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackTestCommandTest {
    @TempDir Path folder;

    @Test
    void itIsTheAnalysisOfThatName() throws IOException {
        Invocation command = Invocation.of("backtest", "configs/aws-bedrock.yaml", "--paths", "1200", "--out", at("a"));
        assertThat(command.err()).isEmpty();
        assertThat(command.code()).isZero();
        assertThat(command.out()).contains("BACKTEST", "PIT, %", "out of sample  0 of 3 hit", "result in");
        Invocation.of("run", "configs/aws-bedrock.yaml", "--paths", "1200", "--out", at("b"));
        assertThat(Invocation.of("analyze", at("b"), "backtest").code()).isZero();
        String json = Files.readString(folder.resolve("a/analyses/backtest.json"));
        assertThat(json).isEqualTo(Files.readString(folder.resolve("b/analyses/backtest.json")))
                .contains("\"kind\" : \"outOfSample\"", "\"pit\" : {\"value\":0.9");
        String table = Files.readString(folder.resolve("b/back-test.txt"));
        assertThat(command.out()).contains(table);
    }

    @Test
    void withoutATargetItIsTheUsersError() {
        Invocation nothing = Invocation.of("backtest");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("Missing: a result folder or a scenario file");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
