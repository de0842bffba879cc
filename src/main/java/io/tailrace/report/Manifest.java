package io.tailrace.report;

import io.tailrace.engine.Precision;
import io.tailrace.engine.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// `manifest.json`: what a result was made from and by what, enough to make it again.
///
/// @param command arguments of the command line that gave the result
/// @param wall time from the first to the last block and the statistics after it
public record Manifest(List<String> command, int threads, Instant started, Duration wall) {
    static final String FILE = "manifest.json";

    private static final String SEAL = "manifestSha256";

    public Manifest {
        command = List.copyOf(command);
    }

    /// Of this program.
    ///
    /// @param commit of the source tree, or `unknown`
    public record Version(String tailrace, String commit) {
        /// From the jar's manifest; `development` where the classes are not in a jar.
        public static Version ofThisProgram() {
            String version = Version.class.getPackage().getImplementationVersion();
            return version == null ? new Version("development", "unknown") : new Version(version, commitOfThisJar());
        }

        private static String commitOfThisJar() {
            try (var stream = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
                var attributes = stream == null ? null : new java.util.jar.Manifest(stream).getMainAttributes();
                String commit = attributes == null ? null : attributes.getValue("Git-Commit");
                return commit == null ? "unknown" : commit;
            } catch (IOException e) {
                return "unknown";
            }
        }
    }

    /// With the SHA-256 of every other file of the result.
    byte[] bytes(Findings findings, Map<String, byte[]> files) {
        var scenario = findings.scenario();
        var version = Version.ofThisProgram();
        var root = new LinkedHashMap<String, Object>();
        root.put("scenario", scenario.scenario().name());
        root.put("scenarioSha256", scenario.sha256());
        root.put("seed", findings.run().seed());
        root.put("paths", findings.run().paths());
        root.putAll(SamplingText.keys(findings.run()));
        findings.run().outcome().ifPresent(outcome -> root.put("precision", precision(outcome)));
        root.put("stresses", scenario.stresses());
        root.put("sets", findings.sets());
        root.put("notices", scenario.notices());
        root.put("command", command);
        root.put("version", version.tailrace());
        root.put("commit", version.commit());
        root.put("build", Build.id());
        root.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        root.put("machine", machine());
        root.put("threads", threads);
        root.put("tuning", Tuning.textInForce());
        root.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("wallSeconds", seconds());
        root.put("pathsPerSecond", Math.round(findings.run().paths() / seconds()));
        findings.analyses().ifPresent(analyses -> root.put(
                "analyses", new AnalysisRecord(command, threads, started, wall).entries(analyses)));
        root.put("sha256", sha256(files));
        root.put("assumptions", scenario.register());
        root.put("scenarioText", scenario.canonicalText());
        return sealed(SummaryJson.MAPPER.valueToTree(root));
    }

    /// With a checksum of all the rest as its last entry.
    static byte[] sealed(ObjectNode root) {
        root.remove(SEAL);
        root.put(SEAL, sha256(SummaryJson.MAPPER.writeValueAsBytes(root)));
        return SummaryJson.MAPPER.writeValueAsBytes(root);
    }

    /// Whether a manifest says what it said when it was written.
    static boolean isSealed(ObjectNode root) {
        return Arrays.equals(SummaryJson.MAPPER.writeValueAsBytes(root), sealed(root.deepCopy()));
    }

    private static Map<String, Object> precision(Precision.Outcome outcome) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("ended", switch (outcome.reason()) {
            case TARGETS_HOLD -> "all targets hold";
            case PATHS_USED -> "the limit of paths is used up";
            case TIME_USED -> "the time is used up";
        });
        entry.put("limitPaths", outcome.limit());
        entry.put("targets", outcome.states().stream().map(Manifest::target).toList());
        return entry;
    }

    private static Map<String, Object> target(Precision.State state) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("target", state.target().toString());
        entry.put("holds", state.holds());
        entry.put("halfWidth", state.error());
        entry.put("tolerance", state.tolerance());
        return entry;
    }

    private double seconds() {
        return Math.max(1, wall.toMillis()) / 1000.0;
    }

    /// Operating system and processor of this machine.
    public static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors"
                + processor().map(name -> " (" + name + ")").orElse("");
    }

    /// What Linux calls the processor; nothing elsewhere.
    private static Optional<String> processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Map<String, String> sha256(Map<String, byte[]> files) {
        var sums = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) -> sums.put(name, sha256(bytes)));
        return sums;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
