package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, killed at random moments: what is left can be gone on from, and ends in the bytes of a run that
/// nobody has disturbed.
///
/// Moments are drawn from a fixed seed, from the start of the virtual machine to the writing of the result. Three of
/// four kills are SIGKILL, of which a process knows nothing; the others SIGTERM.
@Tag("slow")
final class KilledProcessesTest {
    private static final int KILLS = 50;
    private static final int BATCH_KILLS = 12;
    private static final int EARLIEST_MILLIS = 200;
    private static final List<String> COMPARED = List.of("summary.json", "convergence.json", "answer.txt");

    @TempDir Path folder;

    private final SplittableRandom random = new SplittableRandom(2026);
    private int kills;

    @BeforeEach
    void aSmallScenario() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/aws-bedrock.yaml")
                .toAbsolutePath() + "\nname: small\nquarters: 4\nbackTest: []\noutputs: {quarterly: [taasEbit]}\n");
    }

    @Test
    void aRunKilledAtFiftyMomentsEndsInTheSameBytes() throws Exception {
        String[] plain = {"--paths", "200000"};
        String[] points = {"--paths", "65536", "--sampling", "sobol"};
        String[] targets = {"--until", "mean(npvTaas) within 0.1 %", "--max-paths", "200000"};
        for (String[] goal : List.of(plain, points, targets)) {
            long begin = System.nanoTime();
            Path undisturbed = folder.resolve("undisturbed-" + goal[0] + goal.length);
            assertThat(process(undisturbed, goal).waitFor()).isZero();
            int whole = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            Map<String, String> expected = sums(undisturbed);
            int until = kills + KILLS / 3 + 1;
            for (int run = 0; kills < until; run++) {
                Path result = folder.resolve("run-" + until + "-" + run);
                killUntilDone(result, whole, goal);
                assertThat(sums(result)).as("run %d", run).isEqualTo(expected);
            }
        }
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
    }

    @Test
    void aBatchKilledAgainAndAgainDoesWhatIsLeft() throws Exception {
        Path batch = Files.writeString(folder.resolve("batch.yaml"), """
                name: three
                groups:
                  - {scenarios: [small.yaml], seeds: [1, 2, 3], paths: 100000}
                """);
        assertThat(batch(batch, "undisturbed").waitFor()).isZero();
        for (int i = 0; i < BATCH_KILLS; i++) {
            Process process = batch(batch, "killed");
            if (!process.waitFor(EARLIEST_MILLIS + random.nextInt(2500), TimeUnit.MILLISECONDS)) {
                kill(process);
            }
        }
        assertThat(batch(batch, "killed").waitFor()).isZero();
        assertThat(summaries("killed")).isEqualTo(summaries("undisturbed")).hasSize(3);
    }

    private void killUntilDone(Path result, int wholeMillis, String... goal) throws Exception {
        while (!Files.exists(result)) {
            Process process = process(result, Stream.concat(Stream.of(goal), Stream.of("--resume"))
                    .toArray(String[]::new));
            int moment = EARLIEST_MILLIS + random.nextInt(wholeMillis);
            if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).isZero();
            } else {
                kill(process);
                kills++;
            }
        }
    }

    private void kill(Process process) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
        process.waitFor();
    }

    private Process process(Path result, String... options) throws IOException {
        return start(Stream.concat(
                Stream.of("run", folder.resolve("small.yaml").toString(), "--out", result.toString(), "--checkpoint",
                        "0.1s"),
                Stream.of(options)));
    }

    private Process batch(Path file, String results) throws IOException {
        return start(
                Stream.of("batch", file.toString(), "--results", folder.resolve(results).toString(), "--checkpoint",
                        "0.1s"));
    }

    private Process start(Stream<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"), "io.tailrace.cli.Main"));
        arguments.forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()))
                .start();
    }

    private Map<String, String> summaries(String results) throws Exception {
        var sums = new TreeMap<String, String>();
        try (Stream<Path> runs = Files.list(folder.resolve(results).resolve("runs"))) {
            for (Path run : runs.filter(each -> !each.getFileName().toString().startsWith(".")).toList()) {
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
