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
import java.util.List;
import java.util.stream.Stream;

/// Which program this is, to the byte.
///
/// Why: a version is a name that a changed source tree keeps; whether an older result may stand for a new one is for
/// the classes to say.
public final class Build {
    private static final int DIGITS = 16;
    private static final String ID = id(home());

    private Build() {}

    /// The first sixteen hexadecimal digits of the SHA-256 of the program's jar, or of its class files.
    public static String id() {
        return ID;
    }

    static String id(Path home) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(home)) {
                digest.update(home.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Path> files(Path home) throws IOException {
        if (Files.isRegularFile(home)) {
            return List.of(home);
        }
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
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
