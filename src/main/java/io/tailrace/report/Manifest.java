package io.tailrace.report;

import io.tailrace.scenario.LoadedScenario;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/// `manifest.json`: what a result was made from and by what, enough to make it again.
///
/// @param command arguments of the command line that gave the result
/// @param wall time from the first to the last block
public record Manifest(
        LoadedScenario scenario,
        long seed,
        long paths,
        int threads,
        List<String> command,
        Version version,
        Instant started,
        Duration wall) {

    /// Of this program.
    ///
    /// @param commit of the source tree, or `unknown`
    public record Version(String tailrace, String commit) {
        /// From the jar's manifest; `development` where the classes are not in a jar.
        public static Version ofThisProgram() {
            String version = Version.class.getPackage().getImplementationVersion();
            return new Version(version == null ? "development" : version, commitOfThisJar());
        }

        private static String commitOfThisJar() {
            try (var stream = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
                var attributes = stream == null ? null : new java.util.jar.Manifest(stream).getMainAttributes();
                String commit = attributes == null ? null : attributes.getValue("Git-Commit");
                return commit == null ? "unknown" : commit;
            } catch (java.io.IOException e) {
                return "unknown";
            }
        }
    }

    byte[] bytes(byte[] summary) {
        var root = new LinkedHashMap<String, Object>();
        root.put("scenario", scenario.scenario().name());
        root.put("scenarioSha256", scenario.sha256());
        root.put("seed", seed);
        root.put("paths", paths);
        root.put("summarySha256", sha256(summary));
        root.put("command", command);
        root.put("stresses", scenario.stresses());
        root.put("notices", scenario.notices());
        root.put("version", version.tailrace());
        root.put("commit", version.commit());
        root.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        root.put("machine", machine());
        root.put("threads", threads);
        root.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("wallSeconds", wall.toMillis() / 1000.0);
        root.put("pathsPerSecond", Math.round(paths / Math.max(1e-3, wall.toMillis() / 1000.0)));
        root.put("assumptions", scenario.register());
        root.put("scenarioText", scenario.canonicalText());
        return SummaryJson.MAPPER.writeValueAsBytes(root);
    }

    private static String machine() {
        return System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
