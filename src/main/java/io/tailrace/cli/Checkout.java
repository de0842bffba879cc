package io.tailrace.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sources of this program in a folder, and how their benchmarks are compiled and run.
record Checkout(Path folder) {
    private static final String COMPILED = "target/bench";
    private static final String LIBRARIES = COMPILED + "/libraries.txt";

    /// Why nothing can be done with it; empty where it can.
    Optional<String> obstacle() {
        try {
            boolean ours = Files.isDirectory(folder.resolve("benchmarks"))
                    && Files.readString(folder.resolve("pom.xml")).contains("<artifactId>tailrace</artifactId>");
            return ours ? Optional.empty() : Optional.of(needed());
        } catch (IOException unreadable) {
            return Optional.of(needed());
        }
    }

    private String needed() {
        return "Benchmarks are measured from a checkout of the sources, and " + folder.toAbsolutePath().normalize()
                + " is none: change to the folder that holds Tailrace's pom.xml and benchmarks";
    }

    /// Compiles the benchmarks, and writes down which libraries they need.
    static List<String> compilation() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return List.of(windows ? "mvn.cmd" : "mvn", "-q", "-ntp", "-Pbench", "test-compile",
                "dependency:build-classpath",
                "-Dmdep.includeScope=test", "-Dmdep.outputFile=" + LIBRARIES);
    }

    /// Runs a program of the compiled benchmarks, in this JVM with the options that this process was started with.
    List<String> program(String name, String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String libraries = Files.readString(folder.resolve(LIBRARIES)).strip();
        command.addAll(List.of("-cp", String.join(
                File.pathSeparator, COMPILED + "/test-classes", COMPILED + "/classes", libraries), name));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
