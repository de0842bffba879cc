package io.tailrace.analysis;

import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What each stress overlay does to every headline number, on the same paths as the scenario without it.
///
/// @param paths first so many of the study's, for each stress
/// @param unfit overlays that cannot be laid over this scenario
public record Stress(int paths, HeadlineNumbers base, List<Case> cases, List<Unfit> unfit) implements Analysis {
    private static final int MOST_PATHS = 1 << 17;

    /// One stress.
    ///
    /// @param level the headline numbers under it
    /// @param change what they are more than the base's, path by path
    /// @param pairing of the difference of both contracts' NPVs, under the stress and without it
    public record Case(String name, String title, HeadlineNumbers level, HeadlineNumbers change, Pairing pairing) {}

    static Stress of(Study study) {
        int paths = study.paths(MOST_PATHS);
        var base = HeadlineNumbers.Influences.of(study.base(paths, HeadlineNumbers.COLUMNS));
        var cases = new ArrayList<Case>();
        var unfit = new ArrayList<Unfit>();
        for (Path overlay : study.shelf().overlays()) {
            try {
                cases.add(of(study, study.stressed(overlay), paths, base));
            } catch (InvalidScenarioException e) {
                unfit.add(Unfit.of(overlay, e));
            }
        }
        return new Stress(paths, base.level(), List.copyOf(cases), List.copyOf(unfit));
    }

    private static Case of(Study study, LoadedScenario stressed, int paths, HeadlineNumbers.Influences base) {
        var numbers = HeadlineNumbers.Influences.of(
                study.values(Study.lean(stressed), paths, HeadlineNumbers.COLUMNS));
        LoadedScenario.StressInfo info = stressed.stresses().getLast();
        return new Case(
                info.name(),
                info.title(),
                numbers.level(),
                numbers.changeFrom(base),
                Pairing.of(numbers.difference().mean(), base.difference().mean()));
    }
}
