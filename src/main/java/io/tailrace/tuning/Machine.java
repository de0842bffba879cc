package io.tailrace.tuning;

import io.tailrace.report.Manifest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a measurement of speed holds for, and nothing else.
///
/// @param host name of the machine
/// @param hardware operating system, number and model of the processors
/// @param jvm name and version
public record Machine(String host, String hardware, String jvm) {
    private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

    public static Machine ofThisProcess() {
        return new Machine(
                hostName(), Manifest.machine(), System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    /// Where its tuning is kept, seen from the working folder.
    public Path file() {
        return Path.of("configs", "tuned", host.replaceAll("[^A-Za-z0-9._-]+", "-") + ".json");
    }

    /// Why the file first: to ask for the address may take seconds where no name server answers.
    private static String hostName() {
        try {
            return Files.isReadable(LINUX_NAME)
                    ? Files.readString(LINUX_NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "localhost";
        }
    }
}
