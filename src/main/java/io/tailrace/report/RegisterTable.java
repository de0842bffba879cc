package io.tailrace.report;

import io.tailrace.scenario.Input;
import io.tailrace.scenario.RegisterEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The assumption register as text: parameters by section, and below those that share a source, the source.
public final class RegisterTable {
    private static final int WIDTH = 118;
    private static final int LONGEST_VALUE = 72;
    private static final String INDENT = "      ";

    private RegisterTable() {}

    public static List<String> lines(Register register) {
        var lines = new ArrayList<String>();
        int keys = register.entries().stream().mapToInt(entry -> inSection(entry).length()).max().orElse(0);
        String row = "  %-" + Math.max(1, keys) + "s  %s";
        String section = "";
        List<RegisterEntry> entries = register.entries();
        for (int i = 0; i < entries.size(); i++) {
            RegisterEntry entry = entries.get(i);
            if (!section(entry).equals(section)) {
                section = section(entry);
                lines.add(section);
            }
            lines.add(String.format(Locale.ROOT, row, inSection(entry), value(entry, register.rank(entry))));
            boolean last = i + 1 == entries.size();
            if (last || !together(entry, entries.get(i + 1))) {
                lines.addAll(wrapped(origin(entry.provenance())));
            }
        }
        lines.add("");
        lines.addAll(footer(register));
        return List.copyOf(lines);
    }

    private static boolean together(RegisterEntry entry, RegisterEntry next) {
        return section(entry).equals(section(next)) && entry.provenance().equals(next.provenance());
    }

    /// Of a key without sections: `scenario`.
    private static String section(RegisterEntry entry) {
        int end = entry.key().indexOf('.');
        return end < 0 ? "scenario" : entry.key().substring(0, end);
    }

    private static String inSection(RegisterEntry entry) {
        return entry.key().substring(entry.key().indexOf('.') + 1);
    }

    private static String value(RegisterEntry entry, Optional<Integer> rank) {
        String value = entry.value().length() <= LONGEST_VALUE
                ? entry.value()
                : entry.value().substring(0, LONGEST_VALUE - 1) + "…";
        return value + " " + entry.unit() + rank.map(place -> "   (sensitivity rank " + place + ")").orElse("");
    }

    private static String origin(Input.Provenance said) {
        var parts = new ArrayList<String>();
        parts.add(said.confidence().isEmpty() ? "confidence not stated" : said.confidence());
        parts.add(said.asOf().isEmpty() ? "no date" : said.asOf());
        if (!said.validUntil().isEmpty()) {
            parts.add("valid until " + said.validUntil());
        }
        String source = said.source().isEmpty() ? "NO SOURCE" : said.source();
        return String.join(", ", parts) + ". " + source + (said.note().isEmpty() ? "" : ". Note: " + said.note());
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(INDENT);
        for (String word : text.split("\\s+", -1)) {
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
            }
            line.append(line.length() > INDENT.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> footer(Register register) {
        Map<String, Long> byConfidence = register.entries().stream()
                .collect(Collectors.groupingBy(RegisterTable::kind, LinkedHashMap::new, Collectors.counting()));
        String kinds = byConfidence.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return List.of(
                register.entries().size() + " parameters: " + kinds + ".",
                register.ranks().isEmpty()
                        ? "Sensitivity ranks: `analyze RESULT tornado`, then `register RESULT`."
                        : "Sensitivity rank: by what each uncertain parameter, from its P10 to its P90, does to the mean of"
                                + " TaaS − IaaS.");
    }

    private static String kind(RegisterEntry entry) {
        String confidence = entry.provenance().confidence();
        return entry.leftAtPreset() ? "at its preset" : confidence.isEmpty() ? "of no stated confidence" : confidence;
    }
}
