package io.tailrace.report;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A stored result held against what was written once, and against what its scenario and seed give today.
///
/// @param written one finding for each file, and for the scenario, that is not what was written
/// @param differing one finding for each file that a run today would write otherwise, its first difference named
public record Verification(List<String> written, List<String> differing) {

    /// Whether files and scenario are those that were written; cheap, needs no run.
    public static List<String> ofFiles(Path folder, StoredResult stored, String scenarioSha256) throws IOException {
        var findings = new ArrayList<String>();
        if (!StoredResult.isSealed(folder)) {
            findings.add("manifest.json: does not say what was written: it has no checksum of its own, or another");
        }
        if (!stored.scenarioSha256().equals(scenarioSha256)) {
            findings.add("manifest.json: the scenario in it is not the one that was run: its SHA-256 is "
                    + scenarioSha256 + " and was " + stored.scenarioSha256());
        }
        for (Map.Entry<String, String> sum : new TreeMap<>(stored.sha256()).entrySet()) {
            Path file = folder.resolve(sum.getKey());
            if (!Files.isRegularFile(file)) {
                findings.add(sum.getKey() + ": is missing");
            } else if (!Manifest.sha256(Files.readAllBytes(file)).equals(sum.getValue())) {
                findings.add(
                        sum.getKey() + ": is not the file that was written: its SHA-256 differs from the manifest's");
            }
        }
        return findings;
    }

    /// Compares byte by byte with the files that a run has just given.
    public static Verification of(Path folder, List<String> written, Findings again) throws IOException {
        var differing = new ArrayList<String>();
        Map<String, byte[]> files = ResultFolder.files(again);
        files.put(Register.FILE, Register.of(again.scenario()).rankedBy(folder).csv());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path stored = folder.resolve(file.getKey());
            if (Files.isRegularFile(stored)) {
                difference(file.getKey(), Files.readAllBytes(stored), file.getValue()).ifPresent(differing::add);
            }
        }
        return new Verification(List.copyOf(written), List.copyOf(differing));
    }

    /// Whether the summary of a run is the stored one, byte for byte.
    public static boolean isSummary(Path folder, RunResult again) throws IOException {
        byte[] stored = Files.readAllBytes(folder.resolve(ResultFolder.SUMMARY));
        return Arrays.equals(stored, SummaryJson.bytes(again, ContractComparison.of(again)));
    }

    public boolean isIdentical() {
        return written.isEmpty() && differing.isEmpty();
    }

    /// The first number, or line, in which two files differ.
    static Optional<String> difference(String name, byte[] stored, byte[] again) {
        if (Arrays.equals(stored, again)) {
            return Optional.empty();
        }
        Optional<String> first = name.endsWith(".json") ? firstNumber(stored, again) : Optional.empty();
        return Optional.of(name + ": " + first.orElseGet(() -> firstLine(stored, again)));
    }

    private static Optional<String> firstNumber(byte[] stored, byte[] again) {
        try {
            return firstNumber("", SummaryJson.MAPPER.readTree(stored), SummaryJson.MAPPER.readTree(again));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstNumber(String path, JsonNode stored, JsonNode again) {
        if (stored.isObject() && again.isObject()) {
            for (Map.Entry<String, JsonNode> entry : again.properties()) {
                String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                Optional<String> found = firstNumber(inner, stored.path(entry.getKey()), entry.getValue());
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (stored.isArray() && again.isArray() && stored.size() == again.size()) {
            for (int i = 0; i < again.size(); i++) {
                Optional<String> found = firstNumber(path + "[" + i + "]", stored.get(i), again.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (!stored.equals(again)) {
            return Optional.of(path + " is stored as " + shown(stored) + ", and is " + shown(again));
        }
        return Optional.empty();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.isContainer() ? "a list or section" : node.toString();
    }

    private static String firstLine(byte[] stored, byte[] again) {
        Iterator<String> left = new String(stored, StandardCharsets.UTF_8).lines().iterator();
        Iterator<String> right = new String(again, StandardCharsets.UTF_8).lines().iterator();
        int line = 1;
        while (left.hasNext() && right.hasNext()) {
            String was = left.next();
            String is = right.next();
            if (!was.equals(is)) {
                return "line " + line + " is stored as \"" + was.strip() + "\", and is \"" + is.strip() + "\"";
            }
            line++;
        }
        return left.hasNext() == right.hasNext()
                ? "differs in its line ends"
                : "line " + line + " is stored " + (left.hasNext() ? "and is not there" : "nowhere and is there");
    }
}
