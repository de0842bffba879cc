package io.tailrace.report;

import io.tailrace.analysis.AnalysisKind;
import io.tailrace.scenario.Input;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Location;
import io.tailrace.scenario.RegisterEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The assumption register: every parameter with its value and where it comes from, and how much depends on it.
///
/// @param ranks by key, 1 for the parameter that moves the mean of TaaS − IaaS most between its P10 and its P90, as the
///     analysis `tornado` has it; empty where that was not done
public record Register(List<RegisterEntry> entries, Map<String, Integer> ranks) {
    /// Name of the file in a result.
    static final String FILE = "register.csv";

    private static final String TORNADO = ResultFolder.fileOf(AnalysisKind.TORNADO);
    private static final String HEADING = "key,value,unit,source,asOf,validUntil,confidence,note,sensitivityRank";
    private static final String END = "\r\n";

    public Register {
        entries = List.copyOf(entries);
        ranks = Map.copyOf(ranks);
    }

    public static Register of(LoadedScenario scenario) {
        return new Register(scenario.register(), Map.of());
    }

    /// Of a result folder.
    ///
    /// @throws IOException where its files cannot be read or are not those of a run
    public static Register ofResult(Path folder) throws IOException {
        try {
            return of(Map.of(Manifest.FILE, Files.readAllBytes(folder.resolve(Manifest.FILE)))).rankedBy(folder);
        } catch (JacksonException e) {
            throw new IOException("it holds what no run has written", e);
        }
    }

    /// Of a result's files by name.
    static Register of(Map<String, byte[]> files) {
        var entries = new ArrayList<RegisterEntry>();
        for (JsonNode entry : SummaryJson.MAPPER.readTree(files.get(Manifest.FILE)).path("assumptions")) {
            entries.add(entry(entry));
        }
        return new Register(entries, Map.of()).rankedBy(files);
    }

    /// With the ranks that a result's files tell.
    Register rankedBy(Map<String, byte[]> files) {
        if (!files.containsKey(TORNADO)) {
            return this;
        }
        var found = new HashMap<String, Integer>();
        for (JsonNode bar : SummaryJson.MAPPER.readTree(files.get(TORNADO)).at("/result/bars")) {
            found.put(bar.path("parameter").asString(), found.size() + 1);
        }
        return new Register(entries, found);
    }

    /// The same of a result's folder.
    Register rankedBy(Path folder) throws IOException {
        Path tornado = folder.resolve(TORNADO);
        return Files.exists(tornado) ? rankedBy(Map.of(TORNADO, Files.readAllBytes(tornado))) : this;
    }

    public Optional<Integer> rank(RegisterEntry entry) {
        return Optional.ofNullable(ranks.get(entry.key()));
    }

    /// A table by RFC 4180. It depends on the scenario alone, so it does not say where things stand; the manifest does.
    byte[] csv() {
        var text = new StringBuilder(HEADING).append(END);
        for (RegisterEntry entry : entries) {
            var said = entry.provenance();
            var cells = List.of(
                    entry.key(), entry.value(), entry.unit(), said.source(), said.asOf(), said.validUntil(),
                    said.confidence(), said.note(), rank(entry).map(String::valueOf).orElse(""));
            text.append(String.join(",", cells.stream().map(CsvCell::of).toList())).append(END);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static RegisterEntry entry(JsonNode json) {
        JsonNode said = json.path("provenance");
        var provenance = new Input.Provenance(
                text(said, "source"), text(said, "asOf"), text(said, "validUntil"), text(said, "confidence"),
                text(said, "note"));
        var location = new Location(json.at("/location/file").asString(""), json.at("/location/line").asInt(0));
        return new RegisterEntry(text(json, "key"), text(json, "unit"), text(json, "value"), provenance, location);
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asString("");
    }
}
