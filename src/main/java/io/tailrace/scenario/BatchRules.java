package io.tailrace.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a batch file may name and ask for.
final class BatchRules {
    /// The scenario as it is.
    static final String NO_STRESS = "none";

    /// More runs than anybody waits for; a slip in a grid asks for them.
    private static final long MOST_RUNS = 10_000;

    private final BoundScenario bound;
    private final Path file;
    private final Set<String> metrics;

    BatchRules(BoundScenario bound, Path file, Set<String> metrics) {
        this.bound = bound;
        this.file = file;
        this.metrics = metrics;
    }

    void check() {
        if (bound.emptyList("groups") || !bound.given("groups")) {
            bound.fail("groups", "must have at least one group of runs");
        }
        bound.items("groups").forEach(this::group);
    }

    private void group(String group) {
        filled(group + ".scenarios", "must name at least one scenario");
        bound.items(group + ".scenarios").forEach(item -> name(item).ifPresent(name -> exists(item, name)));
        bound.items(group + ".stresses").forEach(item -> name(item).ifPresent(name -> stress(item, name)));
        distinct(group + ".seeds");
        bound.items(group + ".settings").forEach(this::grid);
        bound.items(group + ".precision").forEach(item -> name(item).ifPresent(text -> PrecisionTarget
                .read(text, metrics, (rule, hint) -> bound.fail(item, rule, hint))));
        bound.get(group + ".maxTime", String.class).filter(text -> TimeLimit.read(text).isEmpty())
                .ifPresent(_ -> bound.fail(group + ".maxTime", "must be a time such as 30s, 10min or 2h"));
        goal(group);
        size(group);
    }

    /// One goal; what limits a run with targets needs targets.
    private void goal(String group) {
        boolean targets = bound.size(group + ".precision") > 0;
        if (targets && bound.given(group + ".paths")) {
            bound.fail(group + ".paths", "fixes the number of paths; with precision give maxPaths instead");
        }
        for (String key : List.of(".maxPaths", ".maxTime")) {
            if (!targets && bound.given(group + key)) {
                bound.fail(group + key, "limits runs with targets: give precision as well");
            }
        }
    }

    private void size(String group) {
        long runs = Math.max(1, bound.size(group + ".scenarios")) * Math.max(1L, bound.size(group + ".seeds"))
                * Math.max(1L, bound.size(group + ".stresses"));
        long settings = bound.items(group + ".settings").stream().mapToLong(grid -> bound.keys(grid).stream()
                .mapToLong(key -> Math.max(1, bound.size(grid + "." + key)))
                .reduce(1, BatchRules::product)).sum();
        if (product(runs, Math.max(1, settings)) > MOST_RUNS) {
            bound.failSection(group, "asks for more than 10,000 runs", "");
        }
    }

    private static long product(long a, long b) {
        return Math.min(MOST_RUNS + 1, a * b);
    }

    private void grid(String grid) {
        for (String key : bound.keys(grid)) {
            if (bound.emptyList(grid + "." + key)) {
                bound.fail(grid + "." + key, "must have at least one value");
            }
        }
    }

    private void filled(String list, String rule) {
        if (bound.emptyList(list) || !bound.given(list)) {
            bound.failSection(list, rule, "");
        }
    }

    private void distinct(String list) {
        var seen = new HashSet<Object>();
        bound.items(list).forEach(item -> bound.get(item, Object.class).filter(value -> !seen.add(value))
                .ifPresent(_ -> bound.fail(item, "is listed twice")));
    }

    private void stress(String item, String text) {
        for (String name : parts(text)) {
            if (!name.equals(NO_STRESS)) {
                exists(item, name);
            }
        }
    }

    private void exists(String item, String name) {
        Path path = beside(name);
        if (!Files.exists(path)) {
            bound.fail(item, "there is no file " + path, ScenarioFiles.neighbour(path));
        } else if (Files.isDirectory(path) && overlaysIn(path).isEmpty()) {
            bound.fail(item, "there is no overlay in the folder " + path);
        } else if (item.contains(".scenarios[") && Files.isDirectory(path)) {
            bound.fail(item, "must be a scenario file, not a folder");
        }
    }

    private Optional<String> name(String item) {
        return bound.get(item, String.class);
    }

    Set<String> metrics() {
        return metrics;
    }

    /// A file named in the batch file, relative to it.
    Path beside(String name) {
        return ScenarioFiles.beside(new Location(file.toString(), 0), "", name);
    }

    /// Stress entries spelt out: a folder stands for each overlay in it, `a + b` for both laid over each other.
    List<List<Path>> stresses(List<String> entries) {
        var all = new ArrayList<List<Path>>();
        for (String entry : entries.isEmpty() ? List.of(NO_STRESS) : entries) {
            List<String> parts = parts(entry);
            Path only = beside(parts.getFirst());
            if (parts.size() == 1 && Files.isDirectory(only)) {
                overlaysIn(only).forEach(overlay -> all.add(List.of(overlay)));
            } else {
                all.add(parts.stream().filter(part -> !part.equals(NO_STRESS)).map(this::beside).toList());
            }
        }
        return all;
    }

    private static List<String> parts(String entry) {
        return Arrays.stream(entry.split("\\s\\+\\s", -1)).map(String::strip).toList();
    }

    private static List<Path> overlaysIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
