package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Why the numbers may be believed: convergence, and how to make them again.
final class Proof {
    private Proof() {}

    static Section convergence(StoredFiles files) {
        var parts = new ArrayList<Part>();
        String verdict = files.convergence().path("verdict").asString("");
        if (!verdict.isEmpty()) {
            parts.add(Sentence.of(verdict));
        }
        List<String> measures = files.sellsTokens()
                ? List.of("mean(npvDifference)", "cvar95(npvTaas)", "cvar95(npvIaas)")
                : List.of("mean(npvIaas)", "cvar95(npvIaas)");
        JsonNode known = files.convergence().path("measures");
        if (measures.stream().allMatch(measure -> known.path(measure).path("looks").size() > 1)) {
            measures.forEach(measure -> parts.add(looks(measure, known.path(measure))));
        }
        controlled(files.analysis("means")).ifPresent(parts::add);
        parts.addAll(method(files));
        return new Section("method", "How it was made, and how to make it again", parts);
    }

    /// Means made sharper by what is known of the draws, where the analysis `means` was made.
    private static Optional<Table> controlled(JsonNode found) {
        var table = new Table("means with control variates", "NPV of", "mean, $B", "plain mean, $B",
                "variance of the plain one, times", "strongest controls");
        for (JsonNode mean : found.path("means")) {
            var strongest = mean.path("strongest").valueStream().map(control -> control.asString("")).toList();
            table.row(Cell.of(Names.of(mean.path("metric").asString(""))), Cell.of(mean.path("mean"), Scale.BILLIONS),
                    Cell.of(mean.path("plain"), Scale.BILLIONS), Cell.of(mean.path("varianceRatio"), Scale.PLAIN),
                    Cell.of(String.join("; ", strongest)));
        }
        return table.isEmpty() ? Optional.empty() : Optional.of(table);
    }

    private static Chart looks(String measure, JsonNode entry) {
        Scale scale = Scale.of(entry.path("unit").asString(""));
        String name = Names.measure(measure);
        Tone tone = measure.contains("Taas") ? Tone.TAAS : measure.contains("Iaas") ? Tone.IAAS : Tone.DIFFERENCE;
        var table = new Table("convergence of " + name, "paths", scale.named(name), scale.named("low"),
                scale.named("high"));
        JsonNode looks = entry.path("looks");
        for (JsonNode look : looks) {
            table.row(Cell.of(look.path("paths"), Scale.PLAIN), Cell.of(look.path("value"), scale),
                    Cell.of(look.path("low"), scale), Cell.of(look.path("high"), scale));
        }
        return Chart.upright(
                Sentence.of(Names.capital(name), " settles at ", Cell.said(looks.get(looks.size() - 1), scale)),
                "After more and more paths: the estimate, and its 95 % interval as a band that must narrow around it.",
                Axis.of("paths", Scale.PLAIN).logarithmic(),
                Axis.of(name, scale),
                List.of(Series.of("95 % interval", Shape.BAND, tone, 0, 2, 3),
                        Series.of("estimate", Shape.LINE, tone, 0, 1)),
                table);
    }

    private static List<Part> method(StoredFiles files) {
        JsonNode manifest = files.manifest();
        var command = new ArrayList<String>();
        manifest.path("command").forEach(word -> command.add(quoted(word.asString(""))));
        var table = new Table("method", "what", "is");
        table.row(Cell.of("made by"), Cell.of("java -jar target/tailrace.jar " + String.join(" ", command)));
        table.row(Cell.of("paths"), Cell.of(manifest.path("paths"), Scale.PLAIN));
        table.row(Cell.of("seed"), Cell.of(manifest.path("seed").asString()));
        for (String key : List.of("sampling", "replicates", "version", "commit", "jvm", "machine", "started",
                "scenarioSha256",
                "manifestSha256")) {
            if (manifest.has(key) && manifest.path(key).isValueNode()) {
                table.row(Cell.of(Names.words(key)), Cell.of(manifest.path(key).asString()));
            }
        }
        var sums = new Table("SHA-256 of the result's files", "file", "SHA-256").fold();
        for (Map.Entry<String, JsonNode> sum : manifest.path("sha256").properties()) {
            sums.row(Cell.of(sum.getKey()), Cell.of(sum.getValue().asString("")));
        }
        return List.of(Sentence
                .of("Each future is one simulated path of the same model with its own demand, prices, delays and"
                        + " defaults, on which both contracts are valued. The same scenario and seed give the same numbers, to the"
                        + " last bit, on any machine; `tailrace verify` with this result's folder runs it again and compares."),
                table, sums);
    }

    /// As a shell takes it.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
