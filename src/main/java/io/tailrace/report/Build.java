package io.tailrace.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Which program this is, to the byte.
///
/// Why: a version is a name that a changed source tree keeps; whether an older result may stand for a new one is for
/// the classes to say.
public final class Build {
    private static final int DIGITS = 16;
    private static final String ID = id(home());

    private Build() {}

    /// The first sixteen hexadecimal digits of a SHA-256 over the program: over its class files or, in a jar, over every
    /// file's name, size and CRC-32, which the jar lists.
    ///
    /// Why not over the jar's bytes: SHA-256 of megabytes takes a JVM that has just started 60 ms.
    public static String id() {
        return ID;
    }

    static String id(Path home) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (Files.isRegularFile(home)) {
                list(home, digest);
            } else {
                read(home, digest);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void list(Path jar, MessageDigest digest) throws IOException {
        try (var file = new ZipFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void read(Path home, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).sorted().toList()) {
                digest.update(home.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static Path home() {
        try {
            return Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is no path", e);
        }
    }
}
