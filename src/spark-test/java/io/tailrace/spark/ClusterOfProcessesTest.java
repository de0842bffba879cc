package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A real cluster: executors, workers and drivers are processes, and are killed.
final class ClusterOfProcessesTest {
    private static final String[] SHORT = {"--paths", "1e5"};
    private static final String[] LONG = {"--paths", "1e6"};
    private static final Path OLDER_JAVA = Path.of("/usr/lib/jvm");
    private static final Pattern JAVA_17 = Pattern.compile("JAVA_VERSION=\"17[.\"]");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) static Path folder;

    private static SparkProcesses spark;
    private static String master;
    private static Path scenario;
    private static Map<String, String> expected;

    @BeforeAll
    static void start() throws IOException {
        spark = new SparkProcesses(folder);
        master = spark.master();
        spark.worker("worker-1", master);
        scenario = Small.scenario(folder);
        expected = Small.here(scenario, folder.resolve("here"), SHORT);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    private static Process submit(String name, List<String> settings, String... options) throws IOException {
        return spark.submit(name, master, settings, Small.arguments(scenario, folder.resolve("out-" + name), options));
    }

    private static Map<String, String> sums(String name) throws IOException {
        return Small.sums(folder.resolve("out-" + name));
    }

    /// Spark gives every executor the vector module; this Java leaves that out.
    @Test
    void aClusterOfOneCommandWithoutTheVectorModule() throws Exception {
        Path java = Files.createDirectories(folder.resolve("no-vectors/bin")).resolve("java");
        Files.writeString(java, """
                #!/usr/bin/env bash
                arguments=()
                for argument in "$@"; do
                    if [[ "$argument" != --add-modules=* ]]; then arguments+=("$argument"); fi
                done
                echo "${arguments[@]}" > '%s'
                exec '%s' "${arguments[@]}"
                """.formatted(folder.resolve("no-vectors/seen"),
                ProcessHandle.current().info().command().orElseThrow()));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process driver = spark.submit("no-vectors", "local-cluster[2,1,1024]",
                List.of("spark.executorEnv.JAVA_HOME=" + folder.resolve("no-vectors"),
                        "spark.executor.extraJavaOptions=-Dtailrace.kernel=lanes"),
                Small.arguments(scenario, folder.resolve("out-no-vectors"), SHORT));
        spark.assertEnds(driver, "no-vectors", 0);
        assertThat(folder.resolve("no-vectors/seen")).content()
                .contains("CoarseGrainedExecutorBackend")
                .doesNotContain("jdk.incubator.vector");
        assertThat(sums("no-vectors")).isEqualTo(expected);
    }

    @Test
    void executorsOnAnOlderJavaAreToldWhatToSet() throws Exception {
        Optional<Path> older = olderJava();
        assumeThat(older).isPresent();
        Process driver = submit("older", List.of("spark.executorEnv.JAVA_HOME=" + older.orElseThrow()), SHORT);
        spark.assertEnds(driver, "older", 2);
        assertThat(spark.log("older"))
                .contains("Executors must run on Java 25", "--conf spark.executorEnv.JAVA_HOME=FOLDER",
                        "There are executors on Java 17 ")
                .doesNotContain("UnsupportedClassVersionError");
        assertThat(folder.resolve("out-older")).doesNotExist();
    }

    private static Optional<Path> olderJava() throws IOException {
        if (!Files.isDirectory(OLDER_JAVA)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(OLDER_JAVA)) {
            return homes.filter(ClusterOfProcessesTest::isJava17).findFirst();
        }
    }

    private static boolean isJava17(Path home) {
        try {
            return JAVA_17.matcher(Files.readString(home.resolve("release"))).find();
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void aDriverThatIsKilledGoesOnFromItsCheckpoint() throws Exception {
        List<String> settings = List.of("spark.tailrace.blocksPerTask=32");
        String[] goal = {"--paths", "1e6", "--checkpoint", "0.1s", "--resume"};
        Process killed = submit("resumed", settings, goal);
        Path checkpoint = folder.resolve(".out-resumed.work/checkpoint");
        spark.await(killed, "resumed", () -> Files.exists(checkpoint));
        killed.destroyForcibly().waitFor();
        assertThat(folder.resolve("out-resumed")).doesNotExist();
        Process again = submit("resumed", settings, goal);
        spark.assertEnds(again, "resumed", 0);
        assertThat(sums("resumed")).isEqualTo(Small.here(scenario, folder.resolve("here-resumed"), LONG));
    }

    @Test
    void anExecutorAndAWorkerAreKilled() throws Exception {
        Process doomed = spark.worker("worker-2", master);
        String[] goal = {"--paths", "2e6"};
        Process driver = submit("kills", List.of("spark.tailrace.blocksPerTask=32", "spark.cores.max=2"),
                "--paths", "2e6", "--checkpoint", "0.1s");
        Path checkpoint = folder.resolve(".out-kills.work/checkpoint");
        spark.await(driver, "kills", () -> Files.exists(checkpoint));
        List<ProcessHandle> executors = SparkProcesses.executors(doomed);
        assertThat(executors).hasSize(1);
        executors.getFirst().destroyForcibly();
        FileTime then = Files.getLastModifiedTime(checkpoint);
        spark.await(driver, "kills", () -> isNewer(checkpoint, then));
        doomed.destroyForcibly();
        FileTime later = Files.getLastModifiedTime(checkpoint);
        spark.await(driver, "kills", () -> isNewer(checkpoint, later));
        spark.assertEnds(driver, "kills", 0);
        assertThat(sums("kills")).isEqualTo(Small.here(scenario, folder.resolve("here-kills"), goal));
    }

    private static boolean isNewer(Path file, FileTime than) {
        try {
            return Files.getLastModifiedTime(file).compareTo(than) > 0;
        } catch (IOException replacedJustNow) {
            return false;
        }
    }
}
