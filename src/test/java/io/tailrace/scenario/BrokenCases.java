package io.tailrace.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads `broken/cases.txt`: named edits of `valid.yaml` and what must be said about each.
final class BrokenCases {
    private BrokenCases() {}

    record Expected(String key, String fragment, int line) {}

    record Case(String name, String text, List<Expected> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> read() {
        var base = resource("valid.yaml");
        var cases = new ArrayList<Case>();
        var lines =
                resource("broken/cases.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        for (int i = 0; i < lines.size();) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            cases.add(parse(lines.get(i), lines.subList(i + 1, end), base));
            i = end;
        }
        return cases;
    }

    private static Case parse(String name, List<String> lines, String base) {
        var edit = arguments(lines, "  edit ").getFirst().split(" => ?", 2);
        var old = unescape(edit[0]);
        int start = base.indexOf(old);
        if (start < 0 || base.indexOf(old, start + 1) >= 0) {
            throw new IllegalStateException(name + ": the text to edit must stand in valid.yaml exactly once");
        }
        var text = base.substring(0, start) + unescape(edit[1]) + base.substring(start + old.length());
        int editedLine = lineAt(text, start + (old.startsWith("\n") ? 1 : 0));
        var places = arguments(lines, "  at ");
        var expected = new ArrayList<Expected>();
        for (var argument : arguments(lines, "  expect ")) {
            var parts = argument.split("\\|", 2);
            int line = expected.size() < places.size() ? find(text, unescape(places.get(expected.size()))) : editedLine;
            expected.add(new Expected(parts[0].strip(), parts[1].strip(), line));
        }
        return new Case(name, text, expected);
    }

    private static int find(String text, String place) {
        int start = text.startsWith(place) ? 0 : text.indexOf(place);
        return start < 0 ? lineAt(text, text.length()) : lineAt(text, start);
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static List<String> arguments(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()))
                .toList();
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    static String resource(String name) {
        try (var in = BrokenCases.class.getResourceAsStream("/scenario/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
