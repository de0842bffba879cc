package io.tailrace.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// From a batch file and all that it names to a [LoadedBatch], or every mistake in any of them at once.
///
/// A mistake in a setting is told at the setting's line of the batch file, one in a scenario or an overlay at its own.
public final class BatchLoader {
    private final ScenarioLoader scenarios;
    private final Set<String> metrics;

    /// @param metrics names of the path metrics that targets may name
    public BatchLoader(ScenarioLoader scenarios, Set<String> metrics) {
        this.scenarios = scenarios;
        this.metrics = Set.copyOf(metrics);
    }

    /// @throws InvalidScenarioException listing all problems
    public LoadedBatch load(Path file) {
        var problems = new Problems();
        var bound = new BoundScenario(problems);
        var root = YamlReader.readMapping(
                ScenarioFiles.text(file, new Location(file.toString(), 0), ""), file.toString());
        var binder = new Binder(problems, bound, new Sources(), new ArrayList<>());
        var batch = binder.bind(BatchFile.class, root);
        var rules = new BatchRules(bound, file, metrics);
        rules.check();
        problems.throwIfAny();
        var content = batch.orElseThrow();
        var runs = new ArrayList<LoadedBatch.Run>();
        for (int i = 0; i < content.groups().size(); i++) {
            runs.addAll(new BatchGroup(content.groups().get(i), "groups[" + i + "]", rules, bound)
                    .runs(scenarios, problems));
        }
        throwOnce(problems);
        return new LoadedBatch(content.name(), content.title(), content.objective(), runs);
    }

    /// A scenario that is broken is so in every run of it, and told once.
    private static void throwOnce(Problems problems) {
        try {
            problems.throwIfAny();
        } catch (InvalidScenarioException all) {
            throw new InvalidScenarioException(List.copyOf(new LinkedHashSet<>(all.problems())));
        }
    }
}
