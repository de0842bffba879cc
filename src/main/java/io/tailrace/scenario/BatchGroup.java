package io.tailrace.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Spells out one group of a batch file: scenarios, then stresses, then settings, then seeds.
final class BatchGroup {
    private final BatchFile.Group group;
    private final String path;
    private final BatchRules rules;
    private final BoundScenario bound;

    /// @param path of the group in the file, such as `groups[0]`
    BatchGroup(BatchFile.Group group, String path, BatchRules rules, BoundScenario bound) {
        this.group = group;
        this.path = path;
        this.rules = rules;
        this.bound = bound;
    }

    /// One value for each key of a grid, and where each was written.
    private record Setting(List<String> sets, List<String> places) {
        static final Setting NONE = new Setting(List.of(), List.of());

        Setting with(String set, String place) {
            var more = new ArrayList<>(sets);
            more.add(set);
            var where = new ArrayList<>(places);
            where.add(place);
            return new Setting(more, where);
        }
    }

    List<LoadedBatch.Run> runs(ScenarioLoader loader, Problems problems) {
        var runs = new ArrayList<LoadedBatch.Run>();
        for (String name : group.scenarios()) {
            Path scenario = rules.beside(name);
            for (List<Path> stress : rules.stresses(group.stresses())) {
                for (Setting setting : settings()) {
                    problems.attempt(() -> load(loader, scenario, stress, setting))
                            .ifPresent(loaded -> runs.addAll(seeds(scenario, loaded, setting)));
                }
            }
        }
        return runs;
    }

    private LoadedScenario load(ScenarioLoader loader, Path scenario, List<Path> stress, Setting setting) {
        try {
            return loader.load(scenario, stress, setting.sets(),
                    new ScenarioLoader.Options(false, Optional.empty(), group.limits()));
        } catch (InvalidScenarioException broken) {
            throw new InvalidScenarioException(
                    broken.problems().stream().map(problem -> placed(problem, setting)).toList());
        }
    }

    /// What a setting broke is told where the setting stands.
    private Problem placed(Problem problem, Setting setting) {
        if (problem.location().equals(ScenarioLoader.LIMIT_OPTION)) {
            return new Problem(
                    bound.locate(path + ".limits"), path + ".limits", problem.value(), problem.rule(), problem.hint());
        }
        if (!problem.location().equals(Location.COMMAND_LINE)) {
            return problem;
        }
        Location place = setting.places().stream()
                .filter(each -> problem.key().startsWith(keyOf(each)))
                .max(Comparator.comparingInt(String::length))
                .map(bound::locate)
                .orElseGet(() -> bound.locate(path));
        return new Problem(place, problem.key(), problem.value(), problem.rule(), problem.hint());
    }

    private String keyOf(String place) {
        return place.replaceFirst("^\\Q" + path + "\\E\\.settings\\[\\d+]\\.", "");
    }

    private List<LoadedBatch.Run> seeds(Path file, LoadedScenario loaded, Setting setting) {
        if (group.seeds().isEmpty()) {
            return List.of(run(file, loaded, setting, OptionalLong.empty()));
        }
        return group.seeds().stream().map(seed -> run(file, loaded, setting, OptionalLong.of(seed))).toList();
    }

    private LoadedBatch.Run run(Path file, LoadedScenario loaded, Setting setting, OptionalLong seed) {
        return new LoadedBatch.Run(
                file,
                loaded,
                setting.sets(),
                seed,
                optional(group.paths()),
                targets(),
                optional(group.maxPaths()),
                group.maxTime().flatMap(TimeLimit::read),
                group.sampling(),
                bound.locate(path));
    }

    private List<PrecisionTarget> targets() {
        return group.precision().stream()
                .flatMap(text -> PrecisionTarget.read(text, rules.metrics(), (_, _) -> {}).stream())
                .toList();
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// Grid after grid; within one the last key changes fastest.
    private List<Setting> settings() {
        if (group.settings().isEmpty()) {
            return List.of(Setting.NONE);
        }
        var all = new ArrayList<Setting>();
        for (int i = 0; i < group.settings().size(); i++) {
            List<Setting> grid = List.of(Setting.NONE);
            for (Map.Entry<String, BatchFile.Values> axis : group.settings().get(i).entrySet()) {
                String place = path + ".settings[" + i + "]." + axis.getKey();
                grid = grid.stream()
                        .flatMap(sofar -> axis.getValue().texts().stream()
                                .map(value -> sofar.with(axis.getKey() + "=" + value, place)))
                        .toList();
            }
            all.addAll(grid);
        }
        return all;
    }
}
