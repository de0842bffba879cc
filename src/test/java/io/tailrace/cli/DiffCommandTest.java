package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DiffCommandTest {
    private static final String SCENARIO = "configs/aws-bedrock.yaml";

    @TempDir private Path folder;

    @Test
    void twoResultsAreExplainedByTheirAssumptions() {
        String changed = folder.resolve("changed").toString();
        assertThat(Invocation.of("run", SCENARIO, "--paths", "300", "-q", "--set", "tokenService.floor=0.4", "--set",
                "lease.operatingExpense=0.05", "--out", changed).code()).isZero();
        Invocation diff = Invocation.of("diff", SCENARIO, changed, "--paths", "1e3");
        assertThat(diff.err()).isEmpty();
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).contains("4 scenarios on the same 1,000 paths", "tokenService.floor: {beta:", "→ 0.4",
                "lease.operatingExpense: 0.03 → 0.05", "mean NPV, $B", "P(TaaS < IaaS), %", "/changed  ");
        JsonNode json = JsonMapper.shared().readTree(
                Invocation.of("diff", SCENARIO, changed, "--paths", "1e3", "--format", "json").out());
        assertThat(json.get("steps").size()).isEqualTo(4);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += json.get("steps").get(i).path("mean(npvTaas)").path("value").asDouble();
        }
        assertThat(sum).isCloseTo(json.at("/steps/3/mean(npvTaas)/value").asDouble(),
                within(1e-6));
    }

    @Test
    void whatIsTheSameIsSaid() {
        Invocation diff = Invocation.of("diff", SCENARIO, SCENARIO, "--paths", "100");
        assertThat(diff.out()).contains("No assumption differs");
        assertThat(Invocation.of("diff", SCENARIO, "configs/nowhere.yaml").code()).isEqualTo(2);
        assertThat(Invocation.of("diff", SCENARIO, folder.toString()).err()).contains("no manifest.json");
    }
}
