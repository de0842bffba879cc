package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.cli.Main;
import io.tailrace.engine.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Batches and nights on a cluster, with results on a file system of Hadoop's.
final class BatchOnSparkTest {
    @TempDir Path folder;

    private Path batch;
    private Path there;
    private SparkConf conf;

    @BeforeEach
    void files() throws IOException {
        Small.scenario(folder);
        batch = Files.writeString(folder.resolve("batch.yaml"), """
                name: four
                groups:
                  - {scenarios: [small.yaml], seeds: [1, 2, 3], paths: 30000}
                  - {scenarios: [small.yaml], precision: [mean(npvTaas) within 0.5 %], maxPaths: 100000}
                """);
        there = folder.resolve("elsewhere");
        conf = Small.local()
                .set("spark.hadoop.fs.elsewhere.impl", Elsewhere.class.getName())
                .set("spark.tailrace.staging", folder.resolve("staging").toString());
    }

    private String address(String name) { return "elsewhere:" + there.resolve(name); }

    @Test
    void aBatchHasTheBytesOfTheLocalOneAndIsNotRunAgain() throws IOException {
        String[] here = {"batch", batch.toString(), "--quiet", "--results", folder.resolve("here").toString()};
        String[] spark = {"batch", batch.toString(), "--quiet", "--results=" + address("results")};
        assertThat(Main.execute("tailrace", Site.HERE, here)).isZero();
        assertThat(SparkMain.execute(conf, spark)).isZero();
        Map<String, Map<String, String>> results = results(there.resolve("results/runs"));
        assertThat(results).hasSize(4).isEqualTo(results(folder.resolve("here/runs")));
        assertThat(there.resolve("results/catalogue.sqlite")).isRegularFile();

        List<Path> before = folders(there.resolve("results/runs"));
        assertThat(SparkMain.execute(conf.set("spark.tailrace.staging", folder.resolve("another").toString()), spark))
                .isZero();
        assertThat(folders(there.resolve("results/runs"))).isEqualTo(before);
    }

    @Test
    void aNightSharesOutItsTime() throws IOException {
        Path night = Files.writeString(folder.resolve("night.yaml"), """
                name: night
                groups:
                  - {scenarios: [small.yaml], seeds: [1, 2], precision: [mean(npvTaas) within 0.1 %]}
                """);
        assertThat(SparkMain.execute(conf, "overnight", night.toString(), "--quiet", "--cpu-budget", "8s",
                "--results", address("nights"))).isZero();
        List<Path> nights = folders(there.resolve("nights/overnight/night"));
        assertThat(nights).hasSize(1);
        assertThat(nights.getFirst().resolve("report.html")).isRegularFile();
        for (Path job : folders(nights.getFirst())) {
            String manifest = Files.readString(job.resolve("manifest.json"));
            String paths = manifest.replaceFirst("(?s).*\"paths\"\\s*:\\s*(\\d+).*", "$1");
            String seed = manifest.replaceFirst("(?s).*\"seed\"\\s*:\\s*(\\d+).*", "$1");
            assertThat(Long.parseLong(paths)).isGreaterThanOrEqualTo(8192);
            assertThat(Small.sums(job)).isEqualTo(Small.here(folder.resolve("small.yaml"),
                    folder.resolve("here-" + seed), "--paths", paths, "--seed", seed));
        }
    }

    @Test
    void aResultIsWholeOrNotThereAndReplacedOnlyWhenAsked() throws IOException {
        String[] run = {"run", folder.resolve("small.yaml").toString(), "--paths", "2000", "--quiet", "--out",
            address("result")};
        assertThat(SparkMain.execute(conf, run)).isZero();
        assertThat(Small.sums(there.resolve("result"))).isEqualTo(
                Small.here(folder.resolve("small.yaml"), folder.resolve("here"), "--paths", "2000"));
        assertThat(SparkMain.execute(conf, run)).isEqualTo(2);

        String[] forced = Stream.concat(Stream.of(run), Stream.of("--force", "--seed", "7")).toArray(String[]::new);
        assertThat(SparkMain.execute(conf, forced)).isZero();
        assertThat(Small.sums(there.resolve("result"))).isEqualTo(Small.here(folder.resolve("small.yaml"),
                folder.resolve("here-7"), "--paths", "2000", "--seed", "7"));
        Files.writeString(there.resolve("result/thesis.txt"), "not to be lost");
        assertThat(SparkMain.execute(conf, forced)).isEqualTo(2);
        assertThat(there.resolve("result/thesis.txt")).isRegularFile();
        assertThat(there).isDirectoryNotContaining(entry -> !entry.getFileName().toString().equals("result"));
    }

    @Test
    void anAddressOfAFileIsALocalFolder() throws IOException {
        assertThat(SparkMain.execute(conf, "run", folder.resolve("small.yaml").toString(), "--paths", "2000", "--quiet",
                "--out", "file://" + folder.resolve("local"))).isZero();
        assertThat(folder.resolve("local/summary.json")).isRegularFile();
    }

    /// Bytes by the name of the run without its time.
    private static Map<String, Map<String, String>> results(Path runs) throws IOException {
        var results = new TreeMap<String, Map<String, String>>();
        for (Path run : folders(runs)) {
            results.put(run.getFileName().toString().replaceFirst("-\\d{8}-\\d{6}-\\d{3}$", ""), Small.sums(run));
        }
        return results;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
