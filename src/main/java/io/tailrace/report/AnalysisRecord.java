package io.tailrace.report;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What a result's manifest says of its analyses: how each was made, and the SHA-256 of its file.
///
/// @param command arguments of the command line
/// @param wall time that all of them took together
public record AnalysisRecord(List<String> command, int threads, Instant started, Duration wall) {
    private static final String ANALYSES = "analyses";
    private static final String SHA256 = "sha256";

    /// By name of the analysis.
    Map<String, Object> entries(Analyses analyses) {
        var entries = new LinkedHashMap<String, Object>();
        for (AnalysisKind kind : analyses.done().keySet()) {
            entries.put(kind.key(), entry(analyses));
        }
        return entries;
    }

    /// The older manifest with these analyses in it.
    byte[] addedTo(byte[] manifest, Analyses analyses, Map<String, byte[]> files) {
        var root = (ObjectNode) SummaryJson.MAPPER.readTree(manifest);
        ObjectNode known = root.get(ANALYSES) instanceof ObjectNode older ? older : root.putObject(ANALYSES);
        entries(analyses).forEach((name, entry) -> known.set(name, SummaryJson.MAPPER.valueToTree(entry)));
        var sums = (ObjectNode) root.get(SHA256);
        Manifest.sha256(files).forEach(sums::put);
        return Manifest.sealed(root);
    }

    private Map<String, Object> entry(Analyses analyses) {
        var version = Manifest.Version.ofThisProgram();
        var entry = new LinkedHashMap<String, Object>();
        entry.put("seed", analyses.study().size().seed());
        entry.put("paths", analyses.study().paths());
        entry.put("command", command);
        entry.put("version", version.tailrace());
        entry.put("commit", version.commit());
        entry.put("threads", threads);
        entry.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("wallSecondsOfAll", Math.max(1, wall.toMillis()) / 1000.0);
        return entry;
    }
}
