package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegisterCommandTest {
    private static final String SCENARIO = "configs/aws-bedrock.yaml";
    private static final String[] TODAY = {"--require-sources", "--today", "2026-06-01"};

    @TempDir Path folder;

    @Test
    void everyAssumptionIsListedWithItsSource() {
        Invocation register = Invocation.of("register", SCENARIO);
        assertThat(register.err()).isEmpty();
        assertThat(register.code()).isZero();
        assertThat(register.out())
                .contains("tokenService", "beta {alpha: 2, beta: 3, min: 0, max: 1} share",
                        "high, 2026-03-31. Amazon 10-Q 2026Q1",
                        "at its preset", "analyze RESULT tornado")
                .doesNotContain("NO SOURCE");
    }

    @Test
    void aResultsRegisterHasTheRanksOfItsTornado() throws IOException {
        String result = folder.resolve("result").toString();
        Invocation.of("run", SCENARIO, "--paths", "1200", "--out", result);
        assertThat(csv()).startsWith("key,value,unit,source,")
                .contains("\"pert {min: 0.25, mode: 0.4, max: 0.6}\",share,");
        assertThat(csv().lines().filter(line -> line.matches(".*,[0-9]+$"))).isEmpty();
        assertThat(Invocation.of("analyze", result, "tornado").code()).isZero();
        List<String> ranked = csv().lines().filter(line -> line.matches(".*,[0-9]+$")).toList();
        assertThat(ranked).hasSizeGreaterThan(10).anySatisfy(line -> assertThat(line).matches("tokenService.floor,.*"));
        Invocation register = Invocation.of("register", result);
        assertThat(register.code()).isZero();
        assertThat(register.out()).contains("(sensitivity rank 1)", "Sensitivity rank: by what");
        assertThat(Files.readString(folder.resolve("result/manifest.json"))).contains("\"register.csv\"");
        assertThat(Invocation.of("verify", result).code()).isZero();
    }

    @Test
    void everyShippedScenarioAndStressHasItsSources() throws IOException {
        for (Path scenario : files("configs")) {
            if (Files.readString(scenario).contains("batch.schema.json")) {
                continue;
            }
            Invocation check = Invocation.of(with("register", scenario.toString()));
            assertThat(check.err()).isEmpty();
        }
        for (Path stress : files("configs/stress")) {
            Invocation check = Invocation.of(with("register", SCENARIO, "--stress", stress.toString()));
            assertThat(check.err()).as(stress.toString()).isEmpty();
        }
    }

    @Test
    void anExpiredScenarioIsRefusedAndNothingIsWritten() {
        Path out = folder.resolve("out");
        Invocation late = Invocation.of(
                "run", SCENARIO, "--require-sources", "--today", "2027-06-01", "--out", out.toString());
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).contains("configs/aws-bedrock.yaml:30  discountRatePerYear = 0.1",
                "has expired: asOf 2026-05-28");
        assertThat(out).doesNotExist();
        Invocation set = Invocation.of(with("check", SCENARIO, "--set", "tokenService.floor=0"));
        assertThat(set.code()).isEqualTo(2);
        assertThat(set.err()).contains("--set  tokenService.floor = 0", "has no source", "1 problem");
        assertThat(Invocation.of("check", SCENARIO, "--today", "2026-06-01").err()).contains("for --require-sources");
        assertThat(Invocation.of(with("check", SCENARIO, "--max-age", "x")).err()).contains("--max-age");
    }

    private static String[] with(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(TODAY)).toArray(String[]::new);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private String csv() throws IOException {
        return Files.readString(folder.resolve("result/register.csv"));
    }
}
