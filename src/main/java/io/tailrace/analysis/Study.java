package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.ControlSums;
import io.tailrace.engine.KernelChoice;
import io.tailrace.engine.PathDraws;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.WeightedPaths;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Scenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What analyses work on: a scenario and its plan, and how many paths of which seed are run for a change of it.
///
/// All runs have the same seed, so path i of one is path i of another: differences are paired (common random numbers).
/// Results depend on scenario, seed and number of paths alone. Not for use by several threads; each run has its own.
public final class Study {
    /// Wanted by most analyses, so run together the first time one asks.
    private static final List<Metric> USUAL =
            List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE, Metric.CUMULATIVE_SPEND);

    /// How much is run.
    ///
    /// @param paths most paths of a run; analyses take fewer where they run often
    public record Size(long seed, int paths, int threads) {}

    /// Hears which analysis works and how many paths have been run in all.
    @FunctionalInterface
    public interface Listener {
        Listener NONE = (_, _) -> {};

        void update(AnalysisKind kind, long pathsRun);
    }

    private final LoadedScenario loaded;
    private final Plan plan;
    private final Size size;
    private final Shelf shelf;
    private final Listener listener;
    private final KernelChoice kernel;
    private final Map<ColumnKey, double[]> base = new LinkedHashMap<>();
    private Optional<PathDraws> draws = Optional.empty();
    private AnalysisKind working = AnalysisKind.CONTRACTS;
    private long pathsRun;

    public Study(LoadedScenario loaded, Size size, Shelf shelf, Listener listener) {
        this.loaded = loaded;
        this.plan = PlanCompiler.compile(loaded.scenario());
        this.size = size;
        this.shelf = shelf;
        this.listener = listener;
        this.kernel = KernelChoice.forStudyOf(size.paths());
    }

    /// Reads scenarios, knowing the quantities, metrics and analyses that they may name.
    public static ScenarioLoader loader() {
        return new ScenarioLoader(
                Arrays.stream(Quantity.values()).map(Quantity::key).collect(Collectors.toSet()),
                Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet()),
                Set.copyOf(AnalysisKind.keys()));
    }

    public LoadedScenario loaded() {
        return loaded;
    }

    public Scenario scenario() {
        return loaded.scenario();
    }

    /// Of the scenario as it is.
    public Plan plan() {
        return plan;
    }

    /// The plan with no quantity recorded and no mix: path metrics alone, at the least cost.
    public Plan lean() {
        return plan.recording().withMixes();
    }

    /// The same of a changed scenario.
    public static Plan lean(LoadedScenario changed) {
        return PlanCompiler.compile(changed.scenario()).recording().withMixes();
    }

    public Size size() {
        return size;
    }

    /// Most paths of a run.
    public int paths() {
        return size.paths();
    }

    /// No more than `wanted` paths, for analyses that run often.
    public int paths(int wanted) {
        return Math.min(wanted, size.paths());
    }

    /// Where overlays and other scenarios are.
    public Shelf shelf() {
        return shelf;
    }

    /// The scenario with keys set as by `--set`, such as `tokenService.floor=0`.
    ///
    /// @throws io.tailrace.scenario.InvalidScenarioException listing all problems
    public LoadedScenario changed(String... sets) {
        return loader()
                .parse(loaded.canonicalText(), name(), List.of(sets), ScenarioLoader.Options.STRICT);
    }

    /// The scenario with a stress overlay laid over it.
    ///
    /// @throws io.tailrace.scenario.InvalidScenarioException where the overlay does not fit the scenario
    public LoadedScenario stressed(Path overlay) {
        return loader()
                .parse(loaded.canonicalText(), name(), List.of(overlay), List.of(), ScenarioLoader.Options.STRICT);
    }

    /// Columns of the scenario's own plan on the first `paths` paths; what was run once is kept.
    public PathValues base(int paths, ColumnKey... keys) {
        List<ColumnKey> missing = new ArrayList<>();
        for (ColumnKey key : keys) {
            if (!base.containsKey(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            USUAL.stream()
                    .map(ColumnKey::of)
                    .filter(key -> !base.containsKey(key) && !missing.contains(key))
                    .forEach(missing::add);
            PathValues run = values(lean(), size.paths(), missing.toArray(ColumnKey[]::new));
            missing.forEach(key -> base.put(key, run.of(key)));
        }
        double[][] values = Arrays.stream(keys)
                .map(key -> paths == size.paths() ? base.get(key) : Arrays.copyOf(base.get(key), paths))
                .toArray(double[][]::new);
        return new PathValues(List.of(keys), values);
    }

    /// A metric of the scenario's own plan on all paths of the study.
    public double[] base(Metric metric) {
        return base(size.paths(), ColumnKey.of(metric)).values()[0];
    }

    /// Columns of any plan on the first `paths` paths.
    public PathValues values(Plan changed, int paths, ColumnKey... keys) {
        return values(changed, new Sampling.Plain(size.seed()), paths, keys);
    }

    /// The same with draws made in another way, such as some of them under another seed.
    public PathValues values(Plan changed, Sampling sampling, int paths, ColumnKey... keys) {
        var simulation = new Simulation(changed, sampling, paths, size.threads(), kernel);
        PathValues values = PathValues.of(simulation, List.of(keys), (done, _) -> heard(pathsRun + done));
        pathsRun += paths;
        return values;
    }

    /// What chance drew on the first `paths` paths of the scenario's own plan; kept while so many are asked for.
    public PathDraws draws(int paths) {
        if (draws.isEmpty() || draws.get().paths() != paths) {
            var sampling = new Sampling.Plain(size.seed());
            draws = Optional.of(PathDraws.of(new Simulation(lean(), sampling, paths, size.threads(), kernel)));
        }
        return draws.get();
    }

    /// The same with shocks summed over the first quarters only; not kept.
    PathDraws draws(int paths, int quarters) {
        var sampling = new Sampling.Plain(size.seed());
        return PathDraws.of(new Simulation(lean(), sampling, paths, size.threads(), kernel), quarters);
    }

    /// Columns of the scenario's own plan on paths of which most are drawn by other laws, with their weights.
    public WeightedPaths weighted(Sampling.Tilted sampling, int paths, ColumnKey... keys) {
        var simulation = new Simulation(lean(), sampling, paths, size.threads(), kernel);
        WeightedPaths values =
                WeightedPaths.of(simulation, sampling, List.of(keys), (done, _) -> heard(pathsRun + done));
        pathsRun += paths;
        return values;
    }

    /// Sums for control variates of the scenario's own plan, on all paths of the study.
    public ControlSums controls(ColumnKey... metrics) {
        var simulation =
                new Simulation(lean(), new Sampling.Plain(size.seed()), size.paths(), size.threads(), kernel);
        List<String> regimes = scenario().regimes().states().stream().map(Scenario.Regime::name).toList();
        ControlSums sums =
                ControlSums.of(simulation, List.of(metrics), regimes, (done, _) -> heard(pathsRun + done));
        pathsRun += size.paths();
        return sums;
    }

    /// A summarised run of any plan.
    public RunResult run(Plan changed, int paths) {
        var simulation = new Simulation(changed, new Sampling.Plain(size.seed()), paths, size.threads(), kernel);
        RunResult run = RunResult.of(simulation, (done, _) -> heard(pathsRun + done));
        pathsRun += paths;
        return run;
    }

    /// Paths run so far, in all.
    public long pathsRun() {
        return pathsRun;
    }

    void begins(AnalysisKind kind) {
        working = kind;
        heard(pathsRun);
    }

    private void heard(long paths) {
        listener.update(working, paths);
    }

    private String name() {
        return plan.name();
    }
}
