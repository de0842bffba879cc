package io.tailrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import io.tailrace.report.Manifest;
import io.tailrace.tuning.Machine;
import io.tailrace.tuning.Measurement;
import io.tailrace.tuning.Tuned;
import io.tailrace.tuning.Tuner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tuning changes how fast a result is made and no bit of it. What it tunes is fixed once a process has begun, so
/// these are processes of their own.
final class TuneCommandTest {
    private static final Tuning TUNING = Tuning.DEFAULTS
            .with(Knob.LANES, "128")
            .with(Knob.TILE, "32")
            .with(Knob.KERNEL, "lanes")
            .with(Knob.RECORDING, "scalar")
            .with(Knob.THREADS, "3");

    @TempDir Path folder;

    @Test
    void aTunedRunHasTheBitsOfOneThatIsNotAndNamesItsTuning() throws Exception {
        Path tuned = tuned(Machine.ofThisProcess());
        assertThat(run("plain", "--tuning", "none")).doesNotContain("tuned by");
        assertThat(run("tuned", "--tuning", tuned.toString()))
                .contains("a second, tuned by " + tuned + ": 128-bit lanes, tiles of 32 paths, kernel lanes, recording"
                        + " scalar, threads 3);");
        for (String file : List.of("summary.json", "convergence.json", "paths.csv", "answer.txt")) {
            assertThat(folder.resolve("tuned").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("plain").resolve(file));
        }
        assertThat(manifest("plain")).contains("\"tuning\" : \"defaults\"");
        assertThat(manifest("tuned")).contains("\"tuning\" : \"" + tuned + ": 128-bit lanes, tiles of 32 paths, ",
                "\"threads\" : 3,");
    }

    @Test
    void aTuningFromElsewhereIsNotUsedAndSaid() throws Exception {
        Machine here = Machine.ofThisProcess();
        Path file = tuned(new Machine(here.host(), "Linux amd64, 96 processors (Other)", here.jvm()));
        assertThat(run("elsewhere", "--tuning", file.toString())).contains(
                "note: " + file + " is not used: it was measured on ", "96 processors (Other)")
                .doesNotContain("tuned by");
        assertThat(manifest("elsewhere")).contains("\"tuning\" : \"defaults\"");
    }

    @Test
    void aTuningThatIsNamedMustBeThere() {
        Invocation run = Invocation.of("run", "configs/aws-bedrock.yaml", "--tuning", "nowhere.json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--tuning nowhere.json does not exist");
    }

    @Test
    void aBrokenScenarioIsToldBeforeAnythingIsMeasured() {
        Invocation tune = Invocation.of("tune", "nowhere.yaml");
        assertThat(tune.code()).isEqualTo(2);
        assertThat(tune.err()).contains("nowhere.yaml");
    }

    @Test
    void onlyACheckoutCanBeMeasured() throws IOException {
        assertThat(new Checkout(Path.of("")).obstacle()).isEmpty();
        assertThat(new Checkout(folder).obstacle().orElseThrow())
                .contains("Benchmarks are measured from a checkout", folder + " is none");
        Files.createDirectory(folder.resolve("benchmarks"));
        Files.writeString(folder.resolve("pom.xml"), "<artifactId>other</artifactId>");
        assertThat(new Checkout(folder).obstacle()).isPresent();
    }

    @Test
    void aProgramOfTheBenchmarksRunsInThisJvmWithItsLibraries() throws IOException {
        Files.createDirectories(folder.resolve("target/bench"));
        Files.writeString(folder.resolve("target/bench/libraries.txt"), "a.jar" + File.pathSeparator + "b.jar\n");
        assertThat(new Checkout(folder).program("a.Program", "b c.yaml", "d"))
                .startsWith(ProcessHandle.current().info().command().orElseThrow())
                .contains("--add-modules=jdk.incubator.vector")
                .endsWith("-cp", String.join(File.pathSeparator, "target/bench/test-classes", "target/bench/classes",
                        "a.jar", "b.jar"), "a.Program", "b c.yaml", "d");
    }

    private Path tuned(Machine machine) throws IOException {
        Path file = folder.resolve("machine.json");
        var defaults = new Measurement(Tuning.DEFAULTS, 1000, 10);
        var again = List.of(defaults, new Measurement(TUNING, 900, 10), defaults);
        new Tuned(machine, Manifest.Version.ofThisProgram(), Instant.EPOCH, "any.yaml", 1000,
                new Tuner.Outcome(TUNING, List.of(defaults), again)).write(file);
        return file;
    }

    private String run(String result, String... options) throws Exception {
        Path scenario = Files.writeString(folder.resolve("small.yaml"), "extends: "
                + Path.of("configs/aws-bedrock.yaml").toAbsolutePath()
                + "\nname: small\nquarters: 4\nbackTest: []\noutputs: {quarterly: [taasEbit]}\n");
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "io.tailrace.cli.Main",
                "run", scenario.toString(), "--paths", "5000", "--out", folder.resolve(result).toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String manifest(String result) throws IOException {
        return Files.readString(folder.resolve(result).resolve("manifest.json"));
    }
}
