package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real processes, killed at random moments: what is left can be gone on from, and ends in the bytes of a run that
/// nobody has disturbed.
///
/// Fifty moments are drawn from a fixed seed, from the start of the virtual machine to the writing of the result. Three
/// of four kills are SIGKILL, of which a process knows nothing; the others SIGTERM.
///
/// Why a jar and a cache of the JVM: starts are most of the test's time, and only classes in jars are remembered.
@Tag("slow")
final class KilledProcessesTest {
    private static final int RUN_KILLS = 10; // of each kind of run
    private static final int BATCH_KILLS = 10;
    private static final int NIGHT_KILLS = 10;
    private static final int EARLIEST_MILLIS = 100;
    private static final List<String> COMPARED = List.of("summary.json", "convergence.json", "answer.txt");

    private static String classPath = "";
    private static int latestMillis; // as long as a run of next to no paths takes, with its result
    @TempDir private static Path program;

    @TempDir Path folder;

    private final SplittableRandom random = new SplittableRandom(2026);

    /// The classes as a jar, and what the JVM remembers of a run.
    @BeforeAll
    static void aQuickStart() throws Exception {
        List<String> places = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jar = program.resolve("tailrace.jar");
        int packed =
                ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--no-compress",
                        "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(packed).isZero();
        classPath = Stream.concat(Stream.of(jar.toString()), places.stream().filter(place -> place.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        aSmallScenario(program);
        Process rehearsal = start(program, List.of("-XX:AOTCacheOutput=" + program.resolve("starts.aot")), Stream.of(
                "run", program.resolve("small.yaml").toString(), "--paths", "2000", "--out", program + "/result"));
        assertThat(rehearsal.waitFor()).isZero();
        long begin = System.nanoTime();
        Process quick =
                start(program, remembered(), Stream.of("run", program.resolve("small.yaml").toString(), "--paths",
                        "2000", "--out", program + "/again"));
        assertThat(quick.waitFor()).isZero();
        latestMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static List<String> remembered() {
        return List.of("-XX:AOTCache=" + program.resolve("starts.aot"), "-Xlog:aot*=off,cds*=off");
    }

    @BeforeEach
    void aSmallScenario() throws IOException {
        aSmallScenario(folder);
    }

    private static void aSmallScenario(Path folder) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/reference.yaml")
                .toAbsolutePath() + "\nname: small\nquarters: 4\nbackTest: []\noutputs: {quarterly: [taasEbit]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--paths|100000", "--paths|65536|--sampling|sobol",
        "--until|mean(npvTaas) within 0.1 %|--max-paths|100000"})
    void aRunKilledAtManyMomentsEndsInTheSameBytes(String goal) throws Exception {
        String[] options = goal.split("\\|", -1);
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(run(undisturbed, options).waitFor()).isZero();
        Map<String, String> expected = sums(undisturbed);
        int kills = 0;
        for (int number = 0; kills < RUN_KILLS; number++) {
            Path result = folder.resolve("run-" + number);
            kills += killUntilDone(result, RUN_KILLS - kills, options);
            assertThat(sums(result)).as("run %d", number).isEqualTo(expected);
        }
    }

    @Test
    void aBatchKilledAgainAndAgainDoesWhatIsLeft() throws Exception {
        Path batch = Files.writeString(folder.resolve("batch.yaml"), """
                name: three
                groups:
                  - {scenarios: [small.yaml], seeds: [1, 2, 3], paths: 30000}
                """);
        assertThat(batch(batch, "undisturbed").waitFor()).isZero();
        for (int i = 0; i < BATCH_KILLS; i++) {
            killAtSomeMoment(batch(batch, "killed"));
        }
        assertThat(batch(batch, "killed").waitFor()).isZero();
        assertThat(summaries(folder.resolve("killed/runs")))
                .isEqualTo(summaries(folder.resolve("undisturbed/runs")))
                .hasSize(3);
    }

    @Test
    void aNightKilledAgainAndAgainGoesOnAndEndsInTheSameBytes() throws Exception {
        Path batch = Files.writeString(folder.resolve("night.yaml"), """
                name: night
                groups:
                  - {scenarios: [small.yaml], seeds: [1, 2], precision: [mean(npvTaas) within 0.001 %], maxPaths: 50000}
                """);
        assertThat(night(batch, "undisturbed").waitFor()).isZero();
        for (int i = 0; i < NIGHT_KILLS; i++) {
            killAtSomeMoment(night(batch, "killed"));
        }
        assertThat(night(batch, "killed").waitFor()).isZero();
        assertThat(night("killed")).isEqualTo(night("undisturbed")).hasSize(2);
    }

    /// Goes on with a run until it is done, and returns how many processes were killed meanwhile; no more than so many.
    private int killUntilDone(Path result, int mostKills, String... options) throws Exception {
        String[] resumed = Stream.concat(Stream.of(options), Stream.of("--resume")).toArray(String[]::new);
        int kills = 0;
        while (!Files.exists(result)) {
            Process process = run(result, resumed);
            if (kills < mostKills && killAtSomeMoment(process)) {
                kills++;
            } else {
                assertThat(process.waitFor()).isZero();
            }
        }
        return kills;
    }

    /// Whether the process had not ended before.
    private boolean killAtSomeMoment(Process process) throws InterruptedException {
        if (process.waitFor(EARLIEST_MILLIS + random.nextInt(latestMillis), TimeUnit.MILLISECONDS)) {
            return false;
        }
        if (random.nextInt(4) == 0) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
        process.waitFor();
        return true;
    }

    private Process run(Path result, String... options) throws IOException {
        return start(Stream.concat(
                Stream.of("run", folder.resolve("small.yaml").toString(), "--out", result.toString(), "--checkpoint",
                        "0.05s"),
                Stream.of(options)));
    }

    private Process batch(Path file, String results) throws IOException {
        return start(
                Stream.of("batch", file.toString(), "--results", folder.resolve(results).toString(), "--checkpoint",
                        "0.05s"));
    }

    private Process night(Path file, String results) throws IOException {
        return start(
                Stream.of("overnight", file.toString(), "--for", "1h", "--results", folder.resolve(results).toString(),
                        "--checkpoint", "0.05s"));
    }

    /// Summaries of the latest night.
    private Map<String, String> night(String results) throws Exception {
        try (Stream<Path> nights = Files.list(folder.resolve(results).resolve("overnight/night"))) {
            return summaries(nights.max(Path::compareTo).orElseThrow());
        }
    }

    private Process start(Stream<String> arguments) throws IOException {
        return start(folder, remembered(), arguments);
    }

    private static Process start(Path folder, List<String> options, Stream<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "io.tailrace.cli.Main"));
        arguments.forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()))
                .start();
    }

    private static Map<String, String> summaries(Path runs) throws Exception {
        var sums = new TreeMap<String, String>();
        try (Stream<Path> inside = Files.list(runs)) {
            for (Path run : inside.filter(each -> Files.exists(each.resolve("summary.json"))).toList()) {
                String name = run.getFileName().toString().replaceFirst("-\\d{8}-\\d{6}-\\d{3}$", "");
                sums.put(name, sums(run).get("summary.json"));
            }
        }
        return sums;
    }

    private static Map<String, String> sums(Path result) throws IOException, NoSuchAlgorithmException {
        var sums = new TreeMap<String, String>();
        for (String file : COMPARED) {
            byte[] bytes = Files.readAllBytes(result.resolve(file));
            sums.put(file, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        return sums;
    }
}
