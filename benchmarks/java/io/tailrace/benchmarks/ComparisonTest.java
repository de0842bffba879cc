package io.tailrace.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.benchmarks.Comparison.Score;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Run by `mvn -Pbench test -DskipTests=false -Dtest=ComparisonTest`.
final class ComparisonTest {
    private final Map<String, Score> before = new TreeMap<>();
    private final Map<String, Score> now = new TreeMap<>();

    /// The machine is slower by a tenth; one benchmark is by more, one by less, and one is too noisy to say.
    @Test
    void whatChangedOtherwiseThanTheMachineIsMarked() {
        for (int i = 0; i < 20; i++) {
            add("a.KernelBenchmark.same" + i, 100, 1, 110 + i % 3 - 1, 1);
        }
        add("a.KernelBenchmark.slower", 100, 1, 150, 2);
        add("a.MergeBenchmark.faster, azure", 100, 1, 80, 2);
        add("a.MergeBenchmark.noisy", 100, 30, 150, 30);
        now.put("a.New.one", new Score(1, 0));
        var comparison = new Comparison("2026-01-01-parts.json", before, now);
        assertThat(comparison.regressions()).containsExactly("a.KernelBenchmark.slower");
        assertThat(comparison.lines()).contains(
                "**Slower beyond noise: Kernel.slower.**",
                "| Kernel.slower | 100 ± 1 | 150 ± 2 | +50.0 % | **SLOWER** |",
                "| Merge.faster, azure | 100 ± 1 | 80.00 ± 2.00 | -20.0 % | faster |",
                "| Merge.noisy | 100 ± 30 | 150 ± 30 | +50.0 % |  |");
        assertThat(String.join("\n", comparison.lines()))
                .contains("The median of all 23 changes is +10.0 %", "from 5.0 % away from it on")
                .doesNotContain("New.one");
    }

    /// Every third benchmark jumps by a fifth up or down: so does that of this machine from one start to the next.
    @Test
    void whatChangesNoMoreThanAllOthersDoIsNoise() {
        for (int i = 0; i < 21; i++) {
            add("a.B.m" + i, 100, 0.1, 100 * (i % 3 == 0 ? 1 : i % 3 == 1 ? 1.2 : 1 / 1.2), 0.1);
        }
        assertThat(new Comparison("x", before, now).regressions()).isEmpty();
    }

    @Test
    void scoresAreReadAsJmhWritesThem() {
        String json = """
                [{"benchmark": "a.B.m", "params": {"scenario": "azure"}, "primaryMetric": {"score": 9},
                  "secondaryMetrics": {"cpu": {"score": 12.5, "scoreError": 0.5}}},
                 {"benchmark": "a.B.n", "primaryMetric": {"score": 9},
                  "secondaryMetrics": {"\u00b7cpu": {"score": 3, "scoreError": "NaN"}}}]""";
        assertThat(Comparison.read(json.getBytes(UTF_8)))
                .isEqualTo(Map.of("a.B.m, azure", new Score(12.5, 0.5), "a.B.n", new Score(3, 0)));
    }

    @Test
    void committedFilesAreReadFromTheCommit() throws Exception {
        assertThat(Commit.files("configs/history")).contains("configs/history/aws-revenue.csv");
        assertThat(Commit.content("LICENSE")).isEqualTo(Files.readAllBytes(Path.of("LICENSE")));
        assertThat(Commit.files("no/such/folder")).isEmpty();
        assertThat(Commit.name()).matches("[0-9a-f]{7,}");
    }

    private void add(String name, double then, double thenError, double value, double error) {
        before.put(name, new Score(then, thenError));
        now.put(name, new Score(value, error));
    }
}
