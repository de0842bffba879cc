package io.tailrace.scenario;

import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.nio.file.Path;
import java.util.ArrayList;

/// A stress overlay: a merge patch, and what it says of itself under `stress`, which is not merged.
record Overlay(StressInfo info, Node.Mapping patch) {
    static Overlay read(Path file) {
        var start = new Location(file.toString(), 1);
        var root = YamlReader.readMapping(ScenarioFiles.text(file, start, ""), file.toString());
        var problems = new Problems();
        root.get("extends").ifPresent(node -> problems.add(
                node.location(), "extends", "an overlay does not extend anything: it is laid over a scenario"));
        var about = root.get("stress").orElse(Node.Mapping.empty(start));
        var binder = new Binder(problems, new BoundScenario(problems), new ArrayList<>());
        var info = binder.bind(StressInfo.class, about, "stress");
        problems.throwIfAny();
        return new Overlay(named(info.orElseThrow(), file), root.without("stress"));
    }

    private static StressInfo named(StressInfo info, Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
        return info.name().isEmpty() ? new StressInfo(stem, info.title(), info.description()) : info;
    }
}
