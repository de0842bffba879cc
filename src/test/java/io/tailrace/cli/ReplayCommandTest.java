package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ReplayCommandTest {
    @TempDir private static Path folder;
    private static String result;
    private static JsonNode summary;

    @BeforeAll
    static void run() throws IOException {
        result = folder.resolve("result").toString();
        Invocation run = Invocation.of(
                "run", "configs/aws-bedrock.yaml", "--paths", "1500", "--set", "tokenService.floor=0", "--out", result,
                "-q");
        assertThat(run.code()).isZero();
        summary = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("result/summary.json")));
    }

    @Test
    void theWorstPathIsToldWithItsCauses() {
        JsonNode worst = summary.at("/worstPaths/npvTaas/0");
        Invocation replay = Invocation.of("replay", result);
        assertThat(replay.err()).isEmpty();
        assertThat(replay.code()).isZero();
        assertThat(replay.out()).contains(
                String.format("Path %,d of aws-bedrock: npvTaas ", worst.get("path").asLong()),
                "  1. ", "redraws", "Uncertain parameters", "Shocks", "TaaS ", "IaaS ", "2026Q1", "2031Q1", "taasEbit");
        assertThat(replay.out()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void csvAndJsonGiveTheStoredValuesToTheLastBit() {
        JsonNode worst = summary.path("worstPaths").path("npvIaas");
        Invocation json = Invocation.of("replay", result, "--worst", "3", "--of", "npvIaas", "--format", "json");
        JsonNode stories = JsonMapper.shared().readTree(json.out());
        assertThat(stories.size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(stories.get(i).get("path")).isEqualTo(worst.get(i).get("path"));
            assertThat(stories.get(i).path("whole path").path("npvIaas").path("value").asDouble())
                    .isEqualTo(worst.get(i).get("value").asDouble());
        }
        String number = worst.get(0).get("path").asString();
        Invocation csv = Invocation.of("replay", result, "--path", number, "--format", "csv");
        List<String> lines = csv.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("path,section,name,unit,quarter,t,value");
        assertThat(lines).contains(number + ",whole path,npvIaas,$M,,," + worst.get(0).get("value").asDouble());
        assertThat(lines.stream().filter(line -> line.startsWith(number + ",TaaS,taasEbit,$M,"))).hasSize(21);
        JsonNode causes = JsonMapper.shared()
                .readTree(Invocation.of("replay", result, "--path", number, "--format", "json").out())
                .get(0)
                .get("causes");
        assertThat(causes.size()).isPositive();
        for (int i = 0; i < causes.size(); i++) {
            assertThat(lines.get(1 + i))
                    .startsWith(number + ",causes,")
                    .contains(causes.get(i).get("what").asString())
                    .endsWith(",$M,,," + causes.get(i).path("gain").get("value").asDouble());
        }
    }

    @Test
    void aPathNearAQuantileIsNearIt() {
        double p5 = summary.at("/path/npvTaas/quantiles").get("0.05").get("value").asDouble();
        Invocation json = Invocation.of("replay", result, "--quantile", "p5", "--format", "json");
        double value = JsonMapper.shared().readTree(json.out()).get(0).get("value").asDouble();
        assertThat(Math.abs(value - p5)).isLessThan(1_000);
    }

    @Test
    void whatCannotBeReplayedIsSaid() {
        assertError("numbered from 0", "replay", result, "--path", "1500");
        assertError("give one of them", "replay", result, "--path", "1", "--worst", "2");
        assertError("There is no metric npv; there are npvTaas", "replay", result, "--of", "npv");
        assertError("keeps the 20 worst", "replay", result, "--worst", "21");
        assertError("are not kept; those of npvTaas", "replay", result, "--worst", "1", "--of", "regret");
        assertError("is not stored; there are p0.1, p1, p5", "replay", result, "--quantile", "p7");
        assertError("no manifest.json", "replay", folder.toString());
    }

    private static void assertError(String message, String... arguments) {
        Invocation replay = Invocation.of(arguments);
        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.out()).isEmpty();
        assertThat(replay.err()).contains(message);
    }
}
