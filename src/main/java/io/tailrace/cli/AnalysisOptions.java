package io.tailrace.cli;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Shelf;
import io.tailrace.analysis.Study;
import io.tailrace.engine.PathValues;
import io.tailrace.report.AnalysisTable;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/// What analyses need beside the scenario, and the doing of them.
final class AnalysisOptions {
    /// Analyses run a scenario many times over: more paths than this are for a run, not for them, unless asked for.
    private static final long USUAL_MOST_PATHS = 1_000_000;
    private static final long MOST_PATHS = 1 << 27;
    private static final Path SHIPPED = Path.of("configs");

    @Option(
            names = "--configs",
            paramLabel = "DIR",
            description = "Folder of the providers' scenarios and, in stress, of the stress overlays; that of the"
                    + " scenario file or configs by default.") private Path configs;

    @Option(
            names = "--overlay",
            paramLabel = "OVERLAY",
            description = "A stress overlay, or a folder of them, for the stress analysis beside those that ship; may be"
                    + " repeated.") private List<Path> overlays = List.of();

    @Option(
            names = "--tail",
            paramLabel = "METRIC=LEVEL",
            description = "For the analysis tail: how likely the metric falls below the level, such as npvTaas=-20000 ($M);"
                    + " the scenario's tail by default.") private String tail;

    /// The scenario, looking into the tail that the command line names.
    LoadedScenario withTail(LoadedScenario loaded) {
        if (tail == null) {
            return loaded;
        }
        String[] parts = tail.split("=", 2);
        if (parts.length < 2) {
            throw new UserException("--tail " + tail + " is not METRIC=LEVEL, such as npvTaas=-20000");
        }
        String set = "tail={metric: " + parts[0].strip() + ", level: " + parts[1].strip() + "}";
        return Study.loader()
                .parse(loaded.canonicalText(), "--tail", List.of(set), ScenarioLoader.Options.STRICT);
    }

    /// @param home folder of the scenario file, if there is one
    Shelf shelf(Path home) {
        Shelf shelf = Shelf.in(configs != null ? existing(configs) : home(home));
        for (Path overlay : overlays) {
            shelf = shelf.with(existing(overlay));
        }
        return shelf;
    }

    /// As many paths as the run, within what analyses are for.
    static Study.Size size(long seed, long paths, boolean asked, long threads, int columns) {
        long most = asked ? MOST_PATHS : USUAL_MOST_PATHS;
        if (asked && paths > most) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "--paths %,d is out of range: analyses keep every path and take at most %,d",
                    paths,
                    most));
        }
        long kept = Math.min(paths, most);
        long needed = PathValues.bytes(columns, kept);
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "The analyses of %,d paths need about %,d MB and Java may use %,d MB: ask for fewer --paths, or"
                            + " give it more, such as TAILRACE_JAVA_OPTS=-Xmx%dg",
                    kept,
                    needed >> 20,
                    available >> 20,
                    (needed >> 30) + 1));
        }
        return new Study.Size(seed, (int) kept, (int) threads);
    }

    /// Columns that the hungriest of them holds, and what is kept between them.
    static int columns(List<AnalysisKind> kinds) {
        return 8 + kinds.stream().mapToInt(AnalysisKind::columns).max().orElse(0);
    }

    /// Does them and prints each when it is done.
    static Analyses run(
            LoadedScenario loaded, List<AnalysisKind> kinds, Study.Size size, Shelf shelf, Console console) {
        try (StudyLine line = console.studyLine()) {
            var study = new Study(loaded, size, shelf, line);
            console.print(AnalysisTable.tails(size.paths()));
            return Analyses.of(study, kinds, (kind, analysis) -> {
                line.clear();
                console.print(AnalysisTable.lines(kind, analysis));
                console.print("");
            });
        }
    }

    /// By name; all if none is named.
    static List<AnalysisKind> kinds(List<String> names) {
        List<String> unknown = names.stream()
                .filter(name -> AnalysisKind.named(name).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw new UserException("There is no analysis " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", AnalysisKind.keys()) + " (see --list)");
        }
        return names.isEmpty()
                ? List.of(AnalysisKind.values())
                : names.stream().map(name -> AnalysisKind.named(name).orElseThrow()).toList();
    }

    private static Path home(Path folder) {
        return folder != null && Files.isDirectory(folder.resolve("stress")) ? folder : SHIPPED;
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new UserException("There is no file or folder " + path);
        }
        return path;
    }
}
