package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However the blocks are cut up and sent out, results have the bytes of the local program's.
final class SameBitsTest {
    private static final String[] PLAIN = {"--paths", "100001"};

    @TempDir static Path folder;

    private static Path scenario;
    private static Map<String, String> plain;

    @BeforeAll
    static void local() throws IOException {
        scenario = Small.scenario(folder);
        plain = Small.here(scenario, folder.resolve("here"), PLAIN);
    }

    /// In the last the executors join the results of a wave: 49 tasks of two blocks.
    @ParameterizedTest
    @CsvSource({"1, 2048", "2, 2048", "7, 2048", "7, 5", "49, 2"})
    void forAnyNumberOfPartitions(int partitions, int blocksPerTask) throws IOException {
        SparkConf conf = Small.local()
                .set("spark.default.parallelism", Integer.toString(partitions))
                .set("spark.tailrace.blocksPerTask", Integer.toString(blocksPerTask));
        Path out = folder.resolve("spark-" + partitions + "-" + blocksPerTask);
        assertThat(Small.inLocalSpark(conf, scenario, out, PLAIN)).isEqualTo(plain);
    }

    @Test
    void withTargets() throws IOException {
        String[] goal = {"--until", "mean(npvTaas) within 0.2 %", "--max-paths", "300000"};
        assertThat(Small.inLocalSpark(Small.local(), scenario, folder.resolve("spark-until"), goal))
                .isEqualTo(Small.here(scenario, folder.resolve("here-until"), goal))
                .isNotEqualTo(plain);
    }

    @Test
    void withSobolPoints() throws IOException {
        String[] goal = {"--sampling", "sobol", "--paths", "65536"};
        assertThat(Small.inLocalSpark(Small.local(), scenario, folder.resolve("spark-sobol"), goal))
                .isEqualTo(Small.here(scenario, folder.resolve("here-sobol"), goal));
    }

    @Test
    void withStressesAndSettings() throws IOException {
        String[] goal = {"--stress", "configs/stress/price-war.yaml", "--set", "tokenService.floor=0", "--paths", "2e4",
            "--seed", "7"};
        assertThat(Small.inLocalSpark(Small.local(), scenario, folder.resolve("spark-stress"), goal))
                .isEqualTo(Small.here(scenario, folder.resolve("here-stress"), goal));
        assertThat(Files.readString(folder.resolve("spark-stress/manifest.json"))).contains("price-war");
    }
}
