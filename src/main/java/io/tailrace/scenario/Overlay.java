package io.tailrace.scenario;

import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.nio.file.Path;
import java.util.ArrayList;

/// A stress overlay: a merge patch, and what it says of itself under `stress`, which is not merged.
record Overlay(StressInfo info, Node.Mapping patch) {
    static Overlay read(Path file, Sources sources) {
        var start = new Location(file.toString(), 1);
        var root = YamlReader.readMapping(ScenarioFiles.text(file, start, ""), file.toString());
        var problems = new Problems();
        root.get("extends").ifPresent(node -> problems.add(
                node.location(), "extends", "an overlay does not extend anything: it is laid over a scenario"));
        var about = root.get("stress").orElse(Node.Mapping.empty(start));
        var binder = new Binder(problems, new BoundScenario(problems), sources, new ArrayList<>());
        var info = binder.bind(StressInfo.class, about, "stress");
        problems.throwIfAny();
        sources.add(saying(root, about));
        return new Overlay(named(info.orElseThrow(), file), root.without("stress"));
    }

    /// The overlay with what its `stress` says of sources said of all its values, unless it says otherwise.
    private static Node.Mapping saying(Node.Mapping root, Node about) {
        var saying = root;
        for (var key : Scalars.PROVENANCE_KEYS) {
            if (root.get(key).isEmpty() && about instanceof Node.Mapping stress && stress.get(key).isPresent()) {
                saying = saying.with(key, stress.entries().get(key));
            }
        }
        return saying;
    }

    private static StressInfo named(StressInfo info, Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
        return info.name().isEmpty() ? new StressInfo(stem, info.title(), info.description()) : info;
    }
}
