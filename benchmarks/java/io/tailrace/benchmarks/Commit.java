package io.tailrace.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The commit whose sources are measured, as Git has it.
public final class Commit {
    private Commit() {}

    /// Short; `unknown` where there is no Git.
    public static String name() {
        return git("rev-parse", "--short", "HEAD")
                .map(name -> new String(name, StandardCharsets.UTF_8).strip())
                .orElse("unknown");
    }

    /// Files of a folder in it, by name.
    static List<String> files(String folder) {
        return git("ls-tree", "--name-only", "HEAD", folder + "/")
                .map(names -> new String(names, StandardCharsets.UTF_8).lines().sorted().toList())
                .orElse(List.of());
    }

    /// One of them, whatever has become of it since.
    static byte[] content(String file) {
        return git("show", "HEAD:" + file)
                .orElseThrow(() -> new IllegalStateException("no " + file + " in the commit"));
    }

    private static Optional<byte[]> git(String... arguments) {
        var command = new ArrayList<String>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            byte[] said = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
