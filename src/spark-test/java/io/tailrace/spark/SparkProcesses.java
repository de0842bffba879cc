package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// A Spark installation made of the jars that the test runs with, and processes of it that hear on loopback only.
final class SparkProcesses implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("tailrace.spark.jar"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    /// @param folder for logs and work, and for the installation
    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
        install();
    }

    /// Spark's jars without those of the program, which must be in the jar that is sent to the cluster.
    private void install() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        try (var ours = new JarFile(JAR.toFile())) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path jar = Path.of(entry);
                boolean sharedName = jar.getFileName().toString().startsWith("jackson-annotations");
                if (entry.endsWith(".jar") && (sharedName || !holds(ours, jar))) {
                    Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
                }
            }
        }
    }

    private static boolean holds(JarFile ours, Path jar) throws IOException {
        try (var other = new JarFile(jar.toFile())) {
            return other.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
                    .findFirst()
                    .map(name -> ours.getEntry(name) != null)
                    .orElse(false);
        }
    }

    /// A master, and its address.
    String master() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process master =
                start("master", List.of(), "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port",
                        Integer.toString(port), "--webui-port", "0");
        await(master, "master", () -> log("master").contains("I have been elected leader"));
        return "spark://127.0.0.1:" + port;
    }

    /// A worker with one core.
    Process worker(String name, String master) throws IOException {
        Process worker = start(name, List.of(), "org.apache.spark.deploy.worker.Worker", master, "--host", "127.0.0.1",
                "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir", folder.resolve(name).toString());
        await(worker, name, () -> log(name).contains("Successfully registered with master"));
        return worker;
    }

    /// Its executors that run now.
    static List<ProcessHandle> executors(Process of) {
        return of.toHandle().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(EXECUTOR))
                .toList();
    }

    /// What a person would start with spark-submit.
    Process submit(String name, String master, List<String> settings, String... arguments) throws IOException {
        var submit = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        for (String setting : Stream.concat(settings.stream(), Stream.of("spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1", "spark.ui.enabled=false", "spark.executor.memory=700m",
                "spark.scheduler.minRegisteredResourcesRatio=1")).toList()) {
            submit.addAll(List.of("--conf", setting));
        }
        submit.add(JAR.toAbsolutePath().toString());
        submit.addAll(List.of(arguments));
        return start(name, List.of("--add-modules", "jdk.incubator.vector"), submit.toArray(String[]::new));
    }

    private Process start(String name, List<String> options, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.addAll(List.of("-Dspark.master.rest.enabled=false", "-cp",
                folder.resolve("spark/jars") + File.separator + "*"));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(folder.resolve(name + ".log").toFile()));
        builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /// What a process has said.
    String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return "";
        }
    }

    void assertEnds(Process process, String name, int code) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s has ended:\n%s", name, log(name))
                .isTrue();
        assertThat(process.exitValue()).as("%s", log(name)).isEqualTo(code);
    }

    /// Waits for what must come while a process runs.
    void await(Process process, String name, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("%s runs:\n%s", name, log(name)).isTrue();
            assertThat(System.nanoTime()).as("what was waited for has not come; logs in %s", folder).isLessThan(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Ends all processes that were started here, and those that they started.
    @Override
    public void close() {
        List<ProcessHandle> all = started.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
