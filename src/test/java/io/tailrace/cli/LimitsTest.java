package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits from the command line to every place where a breach must be seen.
final class LimitsTest {
    private static final String HELD = "mean(npvTaas) >= 0 $B";
    private static final String BREACHED = "cvar95(npvIaas) >= 100 $B";

    @TempDir Path folder;

    @Test
    void aBreachIsTheFirstLineAndExitCodeFour() throws IOException {
        Invocation run = run("one", "--limit", HELD, "--limit", BREACHED);
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith("LIMIT BREACHED: cvar95(npvIaas) >= 100 $B is ").contains(" $B [");
        assertThat(run.out()).contains("\nBREACHED                cvar95(npvIaas) >= 100 $B  ",
                "\nheld                    mean(npvTaas) >= 0 $B    ");
        assertThat(Files.readString(folder.resolve("one/answer.txt"))).startsWith("LIMIT BREACHED: ");
        assertThat(Files.readString(folder.resolve("one/limits.json")))
                .contains("\"breached\" : 1,", "\"verdict\" : \"held\"", "\"bound\" : 0.0");
    }

    @Test
    void heldLimitsAreExitCodeZeroAndRaiseNoAlarm() {
        Invocation run = run("one", "--set", "limits=[mean(npvTaas) >= 0 $B]");
        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("LIMIT BREACHED").contains("\nheld ");
    }

    @Test
    void aScenarioWithoutLimitsWritesNoFileOfThem() {
        assertThat(run("one").code()).isZero();
        assertThat(folder.resolve("one/limits.json")).doesNotExist();
    }

    @Test
    void theReportSaysABreachFirst() throws IOException {
        run("one", "--limit", BREACHED);
        for (String format : new String[]{"html", "md"}) {
            String file = folder.resolve("one/report." + format).toString();
            assertThat(Invocation.of("report", folder.resolve("one").toString(), "--format", format, "--out", file)
                    .code()).isZero();
            String page = Files.readString(Path.of(file));
            assertThat(page.indexOf("LIMIT BREACHED")).isPositive().isLessThan(page.indexOf("The question:"));
        }
    }

    @Test
    void aBreachedResultIsVerifiedAndReplacedLikeAnyOther() {
        run("one", "--limit", BREACHED);
        assertThat(Invocation.of("verify", folder.resolve("one").toString()).out())
                .contains("Identical", "limits.json");
        assertThat(run("one", "--force").code()).isZero();
    }

    @Test
    void limitsInOtherUnitsAreTheUsersErrorAllAtOnce() {
        Invocation run = run("never", "--limit", "mean(npvTaas) >= 3 %", "--limit", "mean(lockInTaas) >= 3 $B");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("npvTaas) is in $M", "lockInTaas) is in share");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    private Invocation run(String out, String... options) {
        return Invocation.of(Stream.concat(
                Stream.of("run", "configs/aws-bedrock.yaml", "--paths", "2000", "--set", "quarters=4", "--set",
                        "backTest=[]", "--out", folder.resolve(out).toString()),
                Stream.of(options))
                .toArray(String[]::new));
    }
}
